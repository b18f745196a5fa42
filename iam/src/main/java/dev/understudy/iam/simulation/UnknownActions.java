package dev.understudy.iam.simulation;

import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.ResourceSpecificResult;

import java.util.List;
import java.util.Map;

/**
 * The result for an action that AWS does not define: no policy can allow it. That this is why is
 * said among the details of the decision, since no statement is to be shown.
 */
final class UnknownActions {
    private static final String DENIED = "implicitDeny";
    private static final Map<String, String> DETAILS = Map.of("Unknown Action", DENIED);

    private UnknownActions() {}

    static EvaluationResult result(String action, String resource) {
        EvaluationResult.Builder result =
                EvaluationResult.builder()
                        .evalActionName(action)
                        .evalResourceName(resource)
                        .evalDecision(DENIED)
                        .matchedStatements(List.of())
                        .missingContextValues(List.of())
                        .evalDecisionDetailsWithStrings(DETAILS);
        return resource.equals(SimulationInput.EVERYTHING)
                ? result.build()
                : result.resourceSpecificResults(specific(resource)).build();
    }

    private static ResourceSpecificResult specific(String resource) {
        return ResourceSpecificResult.builder()
                .evalResourceName(resource)
                .evalResourceDecision(DENIED)
                .matchedStatements(List.of())
                .missingContextValues(List.of())
                .evalDecisionDetailsWithStrings(DETAILS)
                .build();
    }
}
