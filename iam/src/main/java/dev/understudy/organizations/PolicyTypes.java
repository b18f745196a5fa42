package dev.understudy.organizations;

import dev.understudy.directory.OrganizationPolicy;
import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;
import dev.understudy.policy.Effect;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicyReader;
import dev.understudy.policy.PolicyReading;

import java.util.List;
import java.util.Map;

/** The types of policy that there are here, and what a document of each must be. */
final class PolicyTypes {
    /** How many policies of a type may be attached to one target. */
    static final int MOST_ATTACHED = 5;

    /** In characters, blanks included. AWS raised the first from 5,120 in 2025. */
    private static final Map<String, Integer> MOST_CHARACTERS =
            Map.of(
                    OrganizationPolicy.SERVICE_CONTROL, 10_240,
                    OrganizationPolicy.RESOURCE_CONTROL, 5_120);

    private static final String VERSION = "2012-10-17";

    private PolicyTypes() {}

    /** Passes for the types that decide about access; the others are not there. */
    static void requireKnown(String type) {
        if (!MOST_CHARACTERS.containsKey(type)) {
            throw new AwsError(
                    ErrorCode.POLICY_TYPE_NOT_AVAILABLE_FOR_ORGANIZATION,
                    "Understudy has no policies of the type " + type + ".");
        }
    }

    /** The document of a policy of this type, or the error that it is none. */
    static PolicyDocument document(String type, String content) {
        if (content.length() > MOST_CHARACTERS.getOrDefault(type, 0)) {
            throw OrganizationsErrors.constraint(
                    "POLICY_CONTENT_LIMIT_EXCEEDED",
                    "You have exceeded the maximum size of a policy document.");
        }
        PolicyKind kind =
                type.equals(OrganizationPolicy.SERVICE_CONTROL)
                        ? PolicyKind.SERVICE_CONTROL
                        : PolicyKind.RESOURCE_CONTROL;
        if (PolicyReader.read(content, kind) instanceof PolicyReading.Valid valid
                && (kind == PolicyKind.SERVICE_CONTROL || limits(valid.document()))) {
            return valid.document();
        }
        throw new AwsError(
                ErrorCode.ORGANIZATIONS_MALFORMED_POLICY,
                "The provided policy document does not meet the requirements of the specified policy"
                        + " type.");
    }

    /** A resource control policy of one's own denies, each of its statements to everybody. */
    private static boolean limits(PolicyDocument document) {
        return document.version().equals(VERSION)
                && !document.text().contains("\"NotPrincipal\"")
                && document.statements().stream()
                        .allMatch(statement -> statement.effect() == Effect.DENY)
                && document.principals().size() == document.statements().size()
                && document.principals().stream().allMatch(who -> who.value().equals("*"));
    }

    /** The policies of this type among those of a target. */
    static List<String> ofType(OrganizationView view, List<String> ids, String type) {
        return ids.stream()
                .filter(id -> {
                    OrganizationPolicy policy = view.policy(id);
                    return policy != null && policy.type().equals(type);
                })
                .toList();
    }

    /** AWS's policies of the enabled types, which whatever is new gets. */
    static List<String> initial(OrganizationView view) {
        return view.organization().policyTypes().stream()
                .map(type -> OrganizationPolicy.ofAws(type).id())
                .toList();
    }
}
