package dev.understudy.iam.simulation;

import dev.understudy.directory.PolicyHolder;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.PrincipalPolicies;
import dev.understudy.operation.ReadOperation;
import dev.understudy.policy.PolicySet;

import software.amazon.awssdk.services.iam.model.GetContextKeysForPrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetContextKeysForPrincipalPolicyResponse;

/** The condition keys that the policies of a user, group or role use, and those that are given. */
final class GetContextKeysForPrincipalPolicy
        implements ReadOperation<
                GetContextKeysForPrincipalPolicyRequest, GetContextKeysForPrincipalPolicyResponse> {
    @Override
    public Access access(GetContextKeysForPrincipalPolicyRequest input, AuthenticatedCall call) {
        EntityArn source = EntityArn.of(input.policySourceArn());
        return Access.permission(source.check("iam:GetContextKeysForPrincipalPolicy", call));
    }

    @Override
    public GetContextKeysForPrincipalPolicyResponse execute(
            GetContextKeysForPrincipalPolicyRequest input, AuthorizedCall call) {
        PolicyHolder holder = EntityArn.of(input.policySourceArn()).get(call.account());
        PolicySet policies = PrincipalPolicies.ofPrincipal(holder.id(), call.account()).build();
        ContextKeys keys = new ContextKeys();
        policies.identity().forEach(source -> keys.add(source.document()));
        if (policies.boundary() != null) {
            keys.add(policies.boundary().document());
        }
        InputPolicies.identity(input.policyInputList())
                .forEach(source -> keys.add(source.document()));
        return GetContextKeysForPrincipalPolicyResponse.builder()
                .contextKeyNames(keys.names())
                .build();
    }
}
