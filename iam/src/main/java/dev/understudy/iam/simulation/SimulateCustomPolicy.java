package dev.understudy.iam.simulation;

import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.ReadOperation;
import dev.understudy.policy.PolicySet;
import dev.understudy.policy.PolicySource;
import dev.understudy.policy.RequestContext;

import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyResponse;

import java.util.List;

/** What policies that are given would allow. */
final class SimulateCustomPolicy
        implements ReadOperation<SimulateCustomPolicyRequest, SimulateCustomPolicyResponse> {
    @Override
    public Access access(SimulateCustomPolicyRequest input, AuthenticatedCall call) {
        return Access.permission(Check.of("iam:SimulateCustomPolicy", "*", call.accountId()));
    }

    @Override
    public SimulateCustomPolicyResponse execute(
            SimulateCustomPolicyRequest input, AuthorizedCall call) {
        SimulationInput asked = SimulationInput.of(input);
        SimulatedCaller caller =
                asked.caller() == null
                        ? SimulatedCaller.unnamed(call)
                        : SimulatedCaller.of(asked.caller(), asked.isTrust(), call);
        List<List<PolicySource>> organization =
                InputPolicies.serviceControl(input.orderedOrganizationPolicyInputList());
        PolicySet policies =
                PolicySet.builder()
                        .identity(InputPolicies.identity(input.policyInputList()))
                        .boundary(
                                InputPolicies.boundary(input.permissionsBoundaryPolicyInputList()))
                        .serviceControl(caller.isServiceLinked() ? List.of() : organization)
                        .build();
        ResultPage page = new Simulation(asked, caller, policies, RequestContext.builder()).page();
        return SimulateCustomPolicyResponse.builder()
                .evaluationResults(page.results())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
