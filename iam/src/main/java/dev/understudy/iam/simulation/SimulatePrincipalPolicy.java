package dev.understudy.iam.simulation;

import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.PrincipalPolicies;
import dev.understudy.operation.ReadOperation;
import dev.understudy.policy.PolicySet;
import dev.understudy.policy.PolicySource;
import dev.understudy.policy.RequestContext;

import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;

import java.util.ArrayList;
import java.util.List;

/**
 * What a user, group or role would be allowed: by its own policies, a user's groups' among them,
 * and by what is given in addition.
 */
final class SimulatePrincipalPolicy
        implements ReadOperation<SimulatePrincipalPolicyRequest, SimulatePrincipalPolicyResponse> {
    @Override
    public Access access(SimulatePrincipalPolicyRequest input, AuthenticatedCall call) {
        EntityArn source = EntityArn.of(input.policySourceArn());
        return Access.permission(source.check("iam:SimulatePrincipalPolicy", call));
    }

    @Override
    public SimulatePrincipalPolicyResponse execute(
            SimulatePrincipalPolicyRequest input, AuthorizedCall call) {
        EntityArn source = EntityArn.of(input.policySourceArn());
        SimulationInput asked = SimulationInput.of(input);
        SimulatedCaller caller =
                asked.caller() == null
                        ? SimulatedCaller.of(source, call)
                        : SimulatedCaller.of(asked.caller(), asked.isTrust(), call);
        PolicySet policies = policies(source.get(call.account()).id(), input, call);
        RequestContext.Builder context = RequestContext.builder();
        caller.addTo(context);
        ResultPage page = new Simulation(asked, caller, policies, context).page();
        return SimulatePrincipalPolicyResponse.builder()
                .evaluationResults(page.results())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }

    /**
     * The entity's policies without those excluded, with those given; a boundary given replaces.
     */
    private static PolicySet policies(
            String id, SimulatePrincipalPolicyRequest input, AuthorizedCall call) {
        PolicySet own = PrincipalPolicies.ofPrincipal(id, call.account()).build();
        PolicySet kept = PolicyExclusions.of(input.policyExclusionList()).from(own);
        List<PolicySource> identity = new ArrayList<>(kept.identity());
        identity.addAll(InputPolicies.identity(input.policyInputList()));
        PolicySource given = InputPolicies.boundary(input.permissionsBoundaryPolicyInputList());
        return kept.toBuilder()
                .identity(identity)
                .boundary(given == null ? kept.boundary() : given)
                .build();
    }
}
