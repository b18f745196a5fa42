package dev.understudy.iam.simulation;

import dev.understudy.iam.errors.InvalidInput;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.Arn;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;

import java.util.List;

/**
 * What both simulations are asked, apart from the policies.
 *
 * @param actions full names without wildcards
 * @param resources ARNs or {@code *}; never empty
 * @param resourceOwner of what does not name its account; null if not given
 * @param resourcePolicy of every resource; null if none was given
 * @param caller CallerArn; null if not given
 */
record SimulationInput(
        List<String> actions,
        List<String> resources,
        @Nullable AccountId resourceOwner,
        @Nullable ResourcePolicy resourcePolicy,
        @Nullable String caller,
        List<ContextEntry> entries,
        @Nullable Integer maxItems,
        @Nullable String marker) {

    static final String EVERYTHING = "*";

    SimulationInput {
        actions.forEach(SimulationInput::requireAction);
        resources = resources.isEmpty() ? List.of(EVERYTHING) : resources;
        resources.forEach(SimulationInput::requireArn);
    }

    static SimulationInput of(SimulateCustomPolicyRequest input) {
        ResourceScenario.require(input.resourceHandlingOption(), input.resourceArns());
        return new SimulationInput(
                input.actionNames(),
                input.resourceArns(),
                Owners.given(input.resourceOwner()),
                ResourcePolicy.of(input.resourcePolicy(), input.actionNames()),
                input.callerArn(),
                input.contextEntries(),
                input.maxItems(),
                input.marker());
    }

    static SimulationInput of(SimulatePrincipalPolicyRequest input) {
        ResourceScenario.require(input.resourceHandlingOption(), input.resourceArns());
        return new SimulationInput(
                input.actionNames(),
                input.resourceArns(),
                Owners.given(input.resourceOwner()),
                ResourcePolicy.of(input.resourcePolicy(), input.actionNames()),
                input.callerArn(),
                input.contextEntries(),
                input.maxItems(),
                input.marker());
    }

    /** Whether a trust policy is simulated and nothing else, whose callers may be outsiders. */
    boolean isTrust() {
        return resourcePolicy != null && actions.stream().allMatch(ResourcePolicy::isOfRoles);
    }

    private static void requireAction(String action) {
        int colon = action.indexOf(':');
        boolean whole = colon > 0 && colon == action.lastIndexOf(':') && !action.endsWith(":");
        boolean wild = action.indexOf('*') >= 0 || action.indexOf('?') >= 0;
        if (!whole || wild) {
            throw InvalidInput.because("Invalid Input Actions: [" + action + "].");
        }
    }

    private static void requireArn(String resource) {
        if (!resource.equals(EVERYTHING) && Arn.parseOrNull(resource) == null) {
            throw InvalidInput.resourceArn(resource);
        }
    }
}
