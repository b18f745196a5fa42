package dev.understudy.sts;

import dev.understudy.directory.Account;
import dev.understudy.directory.Role;
import dev.understudy.iam.errors.AccessDenied;
import dev.understudy.iam.errors.ValidationError;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.Arn;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicySource;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * The role that a request wants to assume, which may not exist. A missing role is decided on as if
 * it trusted nobody, so that the answer does not tell which roles there are.
 */
final class RoleTarget {
    private static final PolicySource NO_SUCH_ROLE =
            new PolicySource(
                    "no such role",
                    PolicyKind.TRUST,
                    PolicyDocument.parse(
                            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\",\"Principal\":\"*\","
                                    + "\"Action\":\"sts:*\"}}"));

    private final String arn;
    private final AccountId owner;
    private final @Nullable Account account;
    private final @Nullable Role role;

    private RoleTarget(
            String arn, AccountId owner, @Nullable Account account, @Nullable Role role) {
        this.arn = arn;
        this.owner = owner;
        this.account = account;
        this.role = role;
    }

    /** The role of this ARN; ValidationError if the text is no ARN of an account's IAM. */
    static RoleTarget of(String text, AuthenticatedCall call) {
        Arn arn = Arn.parseOrNull(text);
        AccountId owner = arn == null ? null : accountId(arn);
        if (arn == null || owner == null) {
            throw ValidationError.because(text + " is invalid");
        }
        Account account = call.account(owner);
        return new RoleTarget(
                text, owner, account, account == null ? null : account.roleByArn(text));
    }

    private static @Nullable AccountId accountId(Arn arn) {
        if (!arn.service().equals("iam") || !arn.region().isEmpty() || arn.resource().isEmpty()) {
            return null;
        }
        try {
            return AccountId.of(arn.account());
        } catch (IllegalArgumentException notAnAccount) {
            return null;
        }
    }

    /** A check of the action on this role, which its trust policy must allow. */
    Check check(String action) {
        PolicySource guard =
                role == null
                        ? NO_SUCH_ROLE
                        : new PolicySource(
                                "role/" + role.name() + "/trust",
                                PolicyKind.TRUST,
                                role.trustPolicy());
        return Check.of(action, arn, owner).guardedBy(guard);
    }

    /** Whether the role is there and its trust policy names this provider, whatever it asks. */
    boolean names(String federated) {
        return role != null
                && role.trustPolicy().principals().stream()
                        .anyMatch(element ->
                                element.type().equals("Federated")
                                        && element.value().equals(federated));
    }

    /** The tags of the role; empty if there is no role. */
    Map<String, String> tags() {
        return role == null ? Map.of() : role.tags();
    }

    /** The role's account, if it exists. */
    @Nullable Account account() {
        return account;
    }

    /**
     * The role, once its trust policy allowed. Only in soft mode does the way lead here without
     * there being one.
     */
    Role role() {
        if (role == null) {
            throw AccessDenied.because("There is no role " + arn + " to assume.");
        }
        return role;
    }
}
