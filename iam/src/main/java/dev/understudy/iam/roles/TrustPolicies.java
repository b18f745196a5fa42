package dev.understudy.iam.roles;

import dev.understudy.iam.errors.LimitExceeded;
import dev.understudy.iam.errors.MalformedPolicyDocument;
import dev.understudy.iam.patterns.Documents;
import dev.understudy.iam.services.ServiceRegistry;
import dev.understudy.operation.Accounts;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.Quota;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicyReader;
import dev.understudy.policy.PrincipalElement;

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
    private TrustPolicies() {}

    /**
     * The document to store for this text.
     *
     * @throws AwsError MalformedPolicyDocument, also for a principal that does not exist, and for
     *     an issuer that many share without saying whose tokens are meant; LimitExceeded above
     *     2,048 characters, blanks left out
     */
    public static PolicyDocument read(String text, Accounts accounts, int mostCharacters) {
        PolicyDocument document = Documents.valid(PolicyReader.read(text, PolicyKind.TRUST));
        if (document.size() > mostCharacters) {
            throw LimitExceeded.quota(Quota.ACL_SIZE_PER_ROLE.wire(), mostCharacters);
        }
        document.principals().forEach(element -> requireServiceName(element, accounts));
        IdentityProviderControls.require(document);
        return PolicyDocument.parse(document.rewritePrincipals(value -> known(value, accounts)));
    }

    /**
     * The document to store for a policy of an account that was brought from elsewhere. Principals
     * that are not here, in accounts of others perhaps, stay as they are written, and are given to
     * the reader.
     *
     * @throws AwsError MalformedPolicyDocument for what is no trust policy
     */
    public static PolicyDocument readForeign(
            String text, Accounts accounts, Consumer<String> unknown) {
        PolicyDocument document = Documents.valid(PolicyReader.read(text, PolicyKind.TRUST));
        return PolicyDocument.parse(
                document.rewritePrincipals(value -> {
                    String stored = TrustedPrincipals.stored(value, accounts);
                    if (stored == null) {
                        unknown.accept(value);
                        return value;
                    }
                    return stored;
                }));
    }

    /** The text to show for a stored document. A principal that is gone stays a unique id. */
    public static String shown(PolicyDocument document, Accounts accounts) {
        String stored = document.text();
        if (!stored.contains("AIDA") && !stored.contains("AROA")) {
            // Most name services and accounts only, and lists show many.
            return stored;
        }
        return document.rewritePrincipals(value -> TrustedPrincipals.shown(value, accounts));
    }

    private static String known(String value, Accounts accounts) {
        String stored = TrustedPrincipals.stored(value, accounts);
        if (stored == null) {
            throw MalformedPolicyDocument.principal("AWS", value);
        }
        return stored;
    }

    private static void requireServiceName(PrincipalElement element, Accounts accounts) {
        if (element.type().equals("Service")
                && !isServiceName(element.value())
                && !ServiceRegistry.isRegistered(element.value(), accounts::account)) {
            throw MalformedPolicyDocument.principal("SERVICE", element.value());
        }
    }

    /** AWS knows its services by name, this program only how they are named: small letters. */
    private static boolean isServiceName(String name) {
        return (name.endsWith(".amazonaws.com") || name.endsWith(".amazonaws.com.cn"))
                && name.chars()
                        .allMatch(c ->
                                c >= 'a' && c <= 'z'
                                        || c >= '0' && c <= '9'
                                        || c == '.'
                                        || c == '-');
    }
}
