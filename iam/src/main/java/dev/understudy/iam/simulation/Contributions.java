package dev.understudy.iam.simulation;

import dev.understudy.policy.AccessRequest;
import dev.understudy.policy.Decision;
import dev.understudy.policy.Evaluator;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicySet;
import dev.understudy.policy.PolicySource;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What single types of policy come to: the evaluator is asked again, with only that type as it is
 * and an identity that may do everything.
 */
final class Contributions {
    private static final List<PolicySource> ALL_POWERFUL =
            List.of(
                    new PolicySource(
                            "everything",
                            PolicyKind.IDENTITY,
                            PolicyDocument.parse(
                                    "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\","
                                            + "\"Resource\":\"*\"}}")));

    private final AccessRequest request;
    private final AccessRequest atHome;
    private final PolicySet policies;

    Contributions(AccessRequest request, PolicySet policies) {
        this.request = request;
        this.atHome =
                new AccessRequest(
                        request.principal(),
                        request.action(),
                        request.resource(),
                        null,
                        request.context());
        this.policies = policies;
    }

    /** Whether the organization allows; null if no policy of one applies. */
    @Nullable Boolean allowedByOrganizations() {
        if (policies.serviceControl().isEmpty()) {
            return null;
        }
        return decide(atHome, powerful().serviceControl(policies.serviceControl())).allowed();
    }

    /** Whether the permissions boundary allows; null if there is none. */
    @Nullable Boolean allowedByBoundary() {
        PolicySource boundary = policies.boundary();
        return boundary == null ? null : decide(atHome, powerful().boundary(boundary)).allowed();
    }

    /** How each type decided, under AWS's names, across accounts; empty within one. */
    Map<String, String> acrossAccounts() {
        Map<String, String> details = new LinkedHashMap<>();
        if (request.principal().account() == null
                || request.resourceAccount() == null
                || request.resourceAccount().equals(request.principal().account())) {
            return details;
        }
        PolicySet.Builder identity = PolicySet.builder().identity(policies.identity());
        details.put(SourceNames.IDENTITY, Verdicts.text(decide(atHome, identity)));
        if (policies.boundary() != null) {
            PolicySet.Builder boundary = powerful().boundary(policies.boundary());
            details.put(SourceNames.BOUNDARY, Verdicts.text(decide(atHome, boundary)));
        }
        PolicySet.Builder resource = powerful().resource(policies.resource());
        details.put(SourceNames.RESOURCE, Verdicts.text(decide(request, resource)));
        return details;
    }

    private static PolicySet.Builder powerful() {
        return PolicySet.builder().identity(ALL_POWERFUL);
    }

    private static Decision decide(AccessRequest question, PolicySet.Builder only) {
        return Evaluator.decide(question, only.build());
    }
}
