package dev.understudy.iam.roles;

import dev.understudy.directory.Account;
import dev.understudy.directory.Role;
import dev.understudy.directory.User;
import dev.understudy.iam.errors.LimitExceeded;
import dev.understudy.iam.errors.MalformedPolicyDocument;
import dev.understudy.iam.patterns.Documents;
import dev.understudy.operation.Accounts;
import dev.understudy.operation.AwsError;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.Arn;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicyReader;
import dev.understudy.policy.PrincipalElement;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/**
 * Trust policies on their way in and out. What is stored names users and roles by their unique ids,
 * so that whoever is made again under a deleted one's name is not trusted; what is shown names them
 * by their ARNs of today.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">AWS
 *     JSON policy elements: Principal</a>
 */
public final class TrustPolicies {
    private static final int MOST_CHARACTERS = 2_048;

    private TrustPolicies() {}

    /**
     * The document to store for this text.
     *
     * @throws AwsError MalformedPolicyDocument, also for a principal that does not exist;
     *     LimitExceeded above 2,048 characters
     */
    public static PolicyDocument read(String text, Accounts accounts) {
        PolicyDocument document = Documents.valid(PolicyReader.read(text, PolicyKind.TRUST));
        if (document.size() > MOST_CHARACTERS) {
            throw LimitExceeded.quota("ACLSizePerRole", MOST_CHARACTERS);
        }
        document.principals().forEach(TrustPolicies::requireKnownService);
        return PolicyDocument.parse(document.rewritePrincipals(value -> stored(value, accounts)));
    }

    /**
     * The document to store for a policy of an account that was brought from elsewhere. Principals
     * that are not here, in accounts of others perhaps, stay as they are written, and are given to
     * the reader.
     */
    public static PolicyDocument readForeign(
            String text, Accounts accounts, Consumer<String> unknown) {
        PolicyDocument document = Documents.valid(PolicyReader.read(text, PolicyKind.TRUST));
        return PolicyDocument.parse(
                document.rewritePrincipals(value -> {
                    try {
                        return stored(value, accounts);
                    } catch (AwsError notHere) {
                        unknown.accept(value);
                        return value;
                    }
                }));
    }

    /** The text to show for a stored document. A principal that is gone stays a unique id. */
    public static String shown(PolicyDocument document, Accounts accounts) {
        return document.rewritePrincipals(value -> shown(value, accounts));
    }

    private static void requireKnownService(PrincipalElement element) {
        boolean known =
                !element.type().equals("Service")
                        || element.value().endsWith(".amazonaws.com")
                        || element.value().endsWith(".amazonaws.com.cn");
        if (!known) {
            throw MalformedPolicyDocument.principal("SERVICE", element.value());
        }
    }

    private static String stored(String value, Accounts accounts) {
        if (value.equals("*")) {
            return value;
        }
        Arn arn = Arn.parseOrNull(value);
        if (arn == null) {
            boolean known =
                    isUniqueId(value)
                            ? accounts.locate(value) != null
                            : account(value, accounts) != null;
            return requireKnown(known ? value : null, value);
        }
        Account account = account(arn.account(), accounts);
        if (account == null || !arn.partition().equals(account.partition())) {
            return requireKnown(null, value);
        }
        return requireKnown(stored(arn, value, account), value);
    }

    private static @Nullable String stored(Arn arn, String value, Account account) {
        if (arn.service().equals("sts")) {
            return value;
        }
        if (arn.resource().equals("root")) {
            return value;
        }
        if (arn.resource().startsWith("user/")) {
            User user = account.userByArn(value);
            return user == null ? null : user.id();
        }
        if (arn.resource().startsWith("role/")) {
            Role role = account.roleByArn(value);
            return role == null ? null : role.id();
        }
        return null;
    }

    private static String requireKnown(@Nullable String stored, String value) {
        if (stored == null) {
            throw MalformedPolicyDocument.principal("AWS", value);
        }
        return stored;
    }

    private static boolean isUniqueId(String value) {
        return value.startsWith("AIDA") || value.startsWith("AROA");
    }

    private static @Nullable Account account(String digits, Accounts accounts) {
        try {
            return accounts.account(AccountId.of(digits));
        } catch (IllegalArgumentException notAnAccount) {
            return null;
        }
    }

    private static String shown(String value, Accounts accounts) {
        if (!isUniqueId(value)) {
            return value;
        }
        AccountId id = accounts.locate(value);
        Account account = id == null ? null : accounts.account(id);
        if (account == null) {
            return value;
        }
        User user = account.userById(value);
        Role role = account.roleById(value);
        return user != null ? user.arn(account) : role != null ? role.arn(account) : value;
    }
}
