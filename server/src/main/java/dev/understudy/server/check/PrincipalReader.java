package dev.understudy.server.check;

import dev.understudy.policy.AccountId;
import dev.understudy.policy.Arn;
import dev.understudy.policy.Principal;
import dev.understudy.server.config.ConfigProblem;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/** Reads who asks, as a person writes it: an ARN, a service's name, or {@code anonymous}. */
public final class PrincipalReader {
    private static final Pattern SERVICE = Pattern.compile("[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?");

    /** The name of the session that stands for a role's. */
    private static final String SESSION = "check";

    private static final String FORMS =
            "a principal is the ARN of a user, a role, a role session, a federated user, the root"
                    + " user or an identity provider; or a service like ec2.amazonaws.com; or"
                    + " `anonymous`";

    private PrincipalReader() {}

    /**
     * The principal in the text.
     *
     * @param userId {@code aws:userid}, which policies may name; null if unknown
     * @throws ConfigProblem if there is none
     */
    public static Principal read(String text, @Nullable String userId) {
        if (text.equals("anonymous")) {
            return new Principal.Anonymous();
        }
        if (SERVICE.matcher(text).matches()) {
            return new Principal.ServicePrincipal(text);
        }
        Arn arn = Arn.parseOrNull(text);
        if (arn == null) {
            throw new ConfigProblem("`--principal` is `" + text + "`: " + FORMS);
        }
        return arn.service().equals("sts")
                ? session(text, arn, account(text, arn), userId)
                : identity(text, arn, account(text, arn), userId);
    }

    private static AccountId account(String text, Arn arn) {
        try {
            return AccountId.of(arn.account());
        } catch (IllegalArgumentException noAccount) {
            throw new ConfigProblem("`--principal` is `" + text + "`: " + noAccount.getMessage());
        }
    }

    private static Principal identity(
            String text, Arn arn, AccountId account, @Nullable String userId) {
        String resource = arn.resource();
        String name = resource.substring(resource.lastIndexOf('/') + 1);
        if (!arn.service().equals("iam") || name.isEmpty()) {
            throw new ConfigProblem("`--principal` is `" + text + "`: " + FORMS);
        }
        if (resource.equals("root")) {
            return new Principal.RootUser(arn.partition(), account);
        }
        if (resource.startsWith("user/")) {
            return new Principal.IamUser(account, text, id(userId, "AIDA"));
        }
        if (resource.startsWith("role/")) {
            return role(arn, account, text, name, SESSION, userId);
        }
        if (resource.startsWith("oidc-provider/") || resource.startsWith("saml-provider/")) {
            return new Principal.FederatedIdentity(text);
        }
        throw new ConfigProblem(
                resource.startsWith("group/")
                        ? "a group is no principal: name one of its users"
                        : "`--principal` is `" + text + "`: " + FORMS);
    }

    private static Principal session(
            String text, Arn arn, AccountId account, @Nullable String userId) {
        String[] parts = arn.resource().split("/", -1);
        if (parts.length == 3 && parts[0].equals("assumed-role") && !parts[2].isEmpty()) {
            String roleArn = "arn:" + arn.partition() + ":iam::" + account + ":role/" + parts[1];
            return role(arn, account, roleArn, parts[1], parts[2], userId);
        }
        if (parts.length == 2 && parts[0].equals("federated-user") && !parts[1].isEmpty()) {
            return new Principal.FederatedUser(account, text, null);
        }
        throw new ConfigProblem("`--principal` is `" + text + "`: " + FORMS);
    }

    private static Principal role(
            Arn arn,
            AccountId account,
            String roleArn,
            String name,
            String session,
            @Nullable String userId) {
        return new Principal.RoleSession(
                account,
                roleArn,
                id(userId, "AROA"),
                "arn:"
                        + arn.partition()
                        + ":sts::"
                        + account
                        + ":assumed-role/"
                        + name
                        + "/"
                        + session);
    }

    /** A role's id stands before the colon; one that nobody has, where it is not known. */
    private static String id(@Nullable String userId, String prefix) {
        if (userId == null) {
            return prefix + " unknown";
        }
        int colon = userId.indexOf(':');
        return colon < 0 ? userId : userId.substring(0, colon);
    }
}
