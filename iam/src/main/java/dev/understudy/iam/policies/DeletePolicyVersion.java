package dev.understudy.iam.policies;

import dev.understudy.directory.ManagedPolicy;
import dev.understudy.directory.PolicyVersion;
import dev.understudy.iam.errors.DeleteConflict;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DeletePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionResponse;

import java.util.ArrayList;
import java.util.List;

/** Deletes a version that is not the default one. */
final class DeletePolicyVersion
        implements WriteOperation<DeletePolicyVersionRequest, DeletePolicyVersionResponse> {

    @Override
    public Access access(DeletePolicyVersionRequest input, AuthenticatedCall call) {
        return Access.permission(
                Policies.FAMILY.check("iam:DeletePolicyVersion", input.policyArn(), call));
    }

    @Override
    public DeletePolicyVersionResponse execute(DeletePolicyVersionRequest input, WritingCall call) {
        ManagedPolicy policy =
                Policies.changeable(
                        call.account(),
                        input.policyArn(),
                        "Cannot delete policy versions for policies outside your own account.");
        PolicyVersion version = policy.version(input.versionId());
        if (version == null) {
            throw NoSuchEntity.policyVersion(input.policyArn(), input.versionId());
        }
        if (policy.defaultVersion().equals(version.versionId())) {
            throw DeleteConflict.defaultVersion();
        }
        List<PolicyVersion> rest = new ArrayList<>(policy.versions());
        rest.remove(version);
        call.put(
                policy.withVersions(
                        policy.defaultVersion(),
                        rest,
                        policy.lastVersionNumber(),
                        policy.updateDate()));
        return DeletePolicyVersionResponse.builder().build();
    }
}
