package dev.understudy.iam.simulation;

import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.GetContextKeysForCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetContextKeysForCustomPolicyResponse;

/** The condition keys that policies that are given use. */
final class GetContextKeysForCustomPolicy
        implements ReadOperation<
                GetContextKeysForCustomPolicyRequest, GetContextKeysForCustomPolicyResponse> {
    @Override
    public Access access(GetContextKeysForCustomPolicyRequest input, AuthenticatedCall call) {
        return Access.permission(
                Check.of("iam:GetContextKeysForCustomPolicy", "*", call.accountId()));
    }

    @Override
    public GetContextKeysForCustomPolicyResponse execute(
            GetContextKeysForCustomPolicyRequest input, AuthorizedCall call) {
        ContextKeys keys = new ContextKeys();
        InputPolicies.identity(input.policyInputList())
                .forEach(source -> keys.add(source.document()));
        return GetContextKeysForCustomPolicyResponse.builder()
                .contextKeyNames(keys.names())
                .build();
    }
}
