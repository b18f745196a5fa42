package dev.understudy.iam.policies;

import dev.understudy.directory.ManagedPolicy;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionResponse;

/** Puts another version of a managed policy in force, for all whom it is attached to. */
final class SetDefaultPolicyVersion
        implements WriteOperation<SetDefaultPolicyVersionRequest, SetDefaultPolicyVersionResponse> {

    @Override
    public Access access(SetDefaultPolicyVersionRequest input, AuthenticatedCall call) {
        return Access.permission(
                Policies.FAMILY.check("iam:SetDefaultPolicyVersion", input.policyArn(), call));
    }

    @Override
    public SetDefaultPolicyVersionResponse execute(
            SetDefaultPolicyVersionRequest input, WritingCall call) {
        ManagedPolicy policy =
                Policies.changeable(call.account(), input.policyArn(), Policies.NOT_OURS_TO_UPDATE);
        if (policy.version(input.versionId()) == null) {
            throw NoSuchEntity.policyVersion(input.policyArn(), input.versionId());
        }
        call.put(
                policy.withVersions(
                        input.versionId(),
                        policy.versions(),
                        policy.lastVersionNumber(),
                        policy.updateDate()));
        return SetDefaultPolicyVersionResponse.builder().build();
    }
}
