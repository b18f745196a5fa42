package dev.understudy.iam.simulation;

import dev.understudy.iam.errors.InvalidInput;
import dev.understudy.policy.Arn;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicySet;
import dev.understudy.policy.PolicySource;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.iam.model.InlinePolicyIdentifierType;
import software.amazon.awssdk.services.iam.model.PolicyIdentifier;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Policies that a simulation does without. What names no policy of the entity's is ignored. */
final class PolicyExclusions {
    private static final String AWS_MANAGED = ":iam::aws:policy/";

    private final List<Predicate<PolicySource>> excluded;

    private PolicyExclusions(List<Predicate<PolicySource>> excluded) {
        this.excluded = excluded;
    }

    /** The exclusions of this list; InvalidInput if one is neither type, ARN nor inline policy. */
    static PolicyExclusions of(List<PolicyIdentifier> identifiers) {
        List<Predicate<PolicySource>> excluded = new ArrayList<>();
        identifiers.forEach(identifier -> excluded.add(predicate(identifier)));
        return new PolicyExclusions(excluded);
    }

    /** The policies without those excluded. */
    PolicySet from(PolicySet policies) {
        PolicySource boundary = policies.boundary();
        return policies.toBuilder()
                .identity(kept(policies.identity()))
                .boundary(boundary == null || isExcluded(boundary) ? null : boundary)
                .serviceControl(
                        policies.serviceControl().stream()
                                .map(this::kept)
                                .filter(level -> !level.isEmpty())
                                .toList())
                .build();
    }

    private List<PolicySource> kept(List<PolicySource> sources) {
        return sources.stream().filter(source -> !isExcluded(source)).toList();
    }

    private boolean isExcluded(PolicySource source) {
        return excluded.stream().anyMatch(exclusion -> exclusion.test(source));
    }

    private static Predicate<PolicySource> predicate(PolicyIdentifier identifier) {
        String type = identifier.policyTypeAsString();
        String arn = identifier.policyArn();
        InlinePolicyIdentifierType inline = identifier.inlinePolicyIdentifier();
        requireOne(type, arn, inline);
        if (type != null) {
            return ofType(type);
        }
        if (arn != null) {
            return ofArn(arn);
        }
        String name =
                String.join(
                        "/",
                        inline.attachmentTypeAsString(),
                        inline.attachmentName(),
                        "inline",
                        inline.policyName());
        return source -> source.kind() == PolicyKind.IDENTITY && source.name().equals(name);
    }

    private static void requireOne(@Nullable Object... members) {
        int given = 0;
        for (Object member : members) {
            given += member == null ? 0 : 1;
        }
        if (given != 1) {
            throw InvalidInput.because(
                    "A policy identifier must have one of PolicyType, PolicyArn and"
                            + " InlinePolicyIdentifier.");
        }
    }

    private static Predicate<PolicySource> ofType(String type) {
        return switch (type) {
            case "inline" -> source -> isIdentity(source) && !isManaged(source);
            case "aws-managed" ->
                    source -> isIdentity(source) && source.name().contains(AWS_MANAGED);
            case "user-managed" ->
                    source ->
                            isIdentity(source)
                                    && isManaged(source)
                                    && !source.name().contains(AWS_MANAGED);
            case "permission-boundary" -> source -> source.kind() == PolicyKind.BOUNDARY;
            case "scp" -> source -> source.kind() == PolicyKind.SERVICE_CONTROL;
            // Resource control policies are not simulated.
            default -> source -> false;
        };
    }

    private static Predicate<PolicySource> ofArn(String text) {
        Arn arn = Arn.parseOrNull(text);
        if (arn == null || text.indexOf('*') >= 0 || text.indexOf('?') >= 0) {
            throw InvalidInput.because("ARN " + text + " is not valid.");
        }
        return source -> source.name().equals(text);
    }

    private static boolean isIdentity(PolicySource source) {
        return source.kind() == PolicyKind.IDENTITY;
    }

    private static boolean isManaged(PolicySource source) {
        return source.name().startsWith("arn:");
    }
}
