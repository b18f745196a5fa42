package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * The rules of roles' trust policies. Whether the principals exist is for whoever knows the
 * accounts.
 */
final class TrustPolicyRules {
    private static final String ACTIONS =
            "AssumeRole policy may only specify STS AssumeRole actions.";
    private static final Set<String> ALLOWED =
            Set.of(
                    "sts:assumerole",
                    "sts:assumerolewithsaml",
                    "sts:assumerolewithwebidentity",
                    "sts:tagsession",
                    "sts:setsourceidentity",
                    "sts:setcontext",
                    "sts:decodeauthorizationmessage",
                    "sts:getaccesskeyinfo",
                    "sts:getcalleridentity",
                    "sts:getfederationtoken",
                    "sts:getservicebearertoken",
                    "sts:getsessiontoken");

    private TrustPolicyRules() {}

    /** AWS's text for the first rule broken; null if none is. */
    static @Nullable String broken(List<Statement> statements) {
        for (Statement statement : statements) {
            String message = broken(statement);
            if (message != null) {
                return message;
            }
        }
        return IdentityPolicyRules.sids(statements);
    }

    private static @Nullable String broken(Statement statement) {
        if (statement.resource() != null) {
            return "Has prohibited field "
                    + (statement.resource().negated() ? "NotResource" : "Resource");
        }
        PrincipalMatcher principal = statement.principal();
        if (principal == null) {
            return "Missing required field Principal";
        }
        if (principal.negated()) {
            return "Has prohibited field NotPrincipal";
        }
        if (statement.action().texts().isEmpty()) {
            return "Missing required field Action";
        }
        if (!LegacyRules.effectIsExact(statement) || !LegacyRules.datesAreReadable(statement)) {
            return "The policy failed legacy parsing";
        }
        if (statement.action().negated()
                || !statement.action().texts().stream().allMatch(TrustPolicyRules::allowed)) {
            return ACTIONS;
        }
        return principals(principal);
    }

    private static boolean allowed(String action) {
        String lower = Ascii.lower(action);
        return ALLOWED.contains(lower)
                || lower.startsWith("sts:") && (lower.indexOf('*') >= 0 || lower.indexOf('?') >= 0);
    }

    private static @Nullable String principals(PrincipalMatcher principal) {
        if (principal.elements().isEmpty()) {
            return "Missing required field Principal";
        }
        for (PrincipalElement element : principal.elements()) {
            if (!isPossible(element)) {
                return element.type().equals("Federated")
                        ? "Federated principals must be valid domain names or SAML metadata ARNs"
                        : "Invalid principal in policy: \""
                                + element.type().toUpperCase(java.util.Locale.ROOT)
                                + "\":\""
                                + element.value()
                                + "\"";
            }
        }
        return null;
    }

    private static boolean isPossible(PrincipalElement element) {
        String value = element.value();
        switch (element.type()) {
            case "AWS":
                return value.equals("*") || isAwsPrincipal(value);
            case "Service":
                return value.indexOf('.') > 0 && value.indexOf('*') < 0;
            case "Federated":
                return value.indexOf('*') < 0
                        && (Arn.parseOrNull(value) != null || value.indexOf('.') > 0);
            default:
                return false;
        }
    }

    private static boolean isAwsPrincipal(String value) {
        if (value.indexOf('*') >= 0 || value.indexOf('?') >= 0) {
            return false;
        }
        Arn arn = Arn.parseOrNull(value);
        if (arn != null) {
            return (arn.service().equals("iam") || arn.service().equals("sts"))
                    && arn.account().length() == 12
                    && !arn.resource().isEmpty();
        }
        return value.chars().allMatch(c -> c >= '0' && c <= '9') && value.length() == 12
                || value.startsWith("AIDA")
                || value.startsWith("AROA");
    }
}
