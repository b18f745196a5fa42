package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules of policies that are attached to identities, and of those passed with sessions. */
final class IdentityPolicyRules {
    private static final String LEGACY = "The policy failed legacy parsing";
    private static final Set<String> PARTITIONS =
            Set.of(
                    "aws",
                    "aws-cn",
                    "aws-us-gov",
                    "aws-iso",
                    "aws-iso-b",
                    "aws-iso-e",
                    "aws-iso-f",
                    "aws-eusc",
                    "*");

    private IdentityPolicyRules() {}

    /** AWS's text for the first rule broken; null if none is. */
    static @Nullable String broken(List<Statement> statements) {
        if (statements.stream().anyMatch(s -> s.principal() != null)) {
            return "Policy document should not specify a principal.";
        }
        if (statements.stream().anyMatch(IdentityPolicyRules::failsLegacyParsing)) {
            return LEGACY;
        }
        String message = sids(statements);
        for (Statement statement : statements) {
            message =
                    message == null && statement.action().texts().isEmpty() ? NO_ACTIONS : message;
        }
        for (Statement statement : statements) {
            message = message == null ? resources(statement) : message;
        }
        for (Statement statement : statements) {
            message = message == null ? actions(statement) : message;
        }
        for (Statement statement : statements) {
            ResourceMatcher resource = statement.resource();
            boolean none = resource == null || resource.texts().isEmpty();
            message =
                    message == null && none ? "Policy statement must contain resources." : message;
        }
        return message;
    }

    private static final String NO_ACTIONS = "Policy statement must contain actions.";

    /**
     * Two rules, the form of an id first.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html">Sid</a>
     */
    static @Nullable String sids(List<Statement> statements) {
        for (Statement statement : statements) {
            String sid = statement.sid();
            if (sid != null && !sid.chars().allMatch(IdentityPolicyRules::isAlphanumeric)) {
                return "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies"
                        + " the regular expression [0-9A-Za-z]*";
            }
        }
        Set<String> seen = new HashSet<>();
        for (Statement statement : statements) {
            String sid = statement.sid();
            if (sid != null && !sid.isEmpty() && !seen.add(sid)) {
                return "Statement IDs (SID) in a single policy must be unique.";
            }
        }
        return null;
    }

    private static boolean isAlphanumeric(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private static boolean failsLegacyParsing(Statement statement) {
        return !LegacyRules.effectIsExact(statement)
                || !LegacyRules.datesAreReadable(statement)
                || !LegacyRules.resourcesAreWhole(statement);
    }

    private static @Nullable String actions(Statement statement) {
        for (String action : statement.action().texts()) {
            String message = action(action);
            if (message != null) {
                return message;
            }
        }
        return null;
    }

    private static @Nullable String action(String action) {
        if (action.equals("*")) {
            return null;
        }
        int colon = action.indexOf(':');
        if (colon < 0) {
            return "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";
        }
        if (action.indexOf(':', colon + 1) >= 0) {
            return "Actions/Condition can contain only one colon.";
        }
        String vendor = action.substring(0, colon);
        return vendor.equals("*") || isVendor(vendor) ? null : "Vendor " + vendor + " is not valid";
    }

    private static boolean isVendor(String vendor) {
        return vendor.chars().allMatch(c -> isAlphanumeric(c) || c == '-' || c == '.');
    }

    private static @Nullable String resources(Statement statement) {
        ResourceMatcher resource = statement.resource();
        if (resource == null) {
            return null;
        }
        for (String text : resource.texts()) {
            String message = resource(text);
            if (message != null) {
                return message;
            }
        }
        return null;
    }

    private static @Nullable String resource(String text) {
        if (text.equals("*")) {
            return null;
        }
        if (text.indexOf(':') < 0) {
            return "Resource " + text + " must be in ARN format or \"*\".";
        }
        String[] parts = text.split(":", 6);
        String[] padded = new String[] {"arn", "*", "*", "*", "*", "*"};
        System.arraycopy(parts, 1, padded, 1, parts.length - 1);
        if (!PARTITIONS.contains(padded[1])) {
            return "Partition \""
                    + padded[1]
                    + "\" is not valid for resource \""
                    + String.join(":", padded)
                    + "\".";
        }
        if (padded[2].indexOf('*') >= 0 || padded[2].indexOf('?') >= 0) {
            return "Resource vendor must be fully qualified and cannot contain regexes.";
        }
        if (padded[2].equals("iam")) {
            return IamResourceRules.broken(text, padded[3], padded[5]);
        }
        boolean regional = padded[2].equals("s3") && !padded[3].isEmpty() && !padded[3].equals("*");
        return regional ? "Resource " + text + " can not contain region information." : null;
    }
}
