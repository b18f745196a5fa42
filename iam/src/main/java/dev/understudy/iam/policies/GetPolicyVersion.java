package dev.understudy.iam.policies;

import dev.understudy.catalog.AwsManagedPolicies;
import dev.understudy.catalog.AwsManagedPolicy;
import dev.understudy.directory.ManagedPolicy;
import dev.understudy.directory.PolicyVersion;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.iam.patterns.Attachments;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.GetPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionResponse;

/**
 * Gives a version of a managed policy with its document. Of AWS's own only the default version is
 * known.
 */
final class GetPolicyVersion
        implements ReadOperation<GetPolicyVersionRequest, GetPolicyVersionResponse> {

    @Override
    public Access access(GetPolicyVersionRequest input, AuthenticatedCall call) {
        return Access.permission(
                Policies.FAMILY.check("iam:GetPolicyVersion", input.policyArn(), call));
    }

    @Override
    public GetPolicyVersionResponse execute(GetPolicyVersionRequest input, AuthorizedCall call) {
        Attachments.requireArn(input.policyArn());
        AwsManagedPolicy aws = AwsManagedPolicies.find(input.policyArn());
        if (aws != null && aws.defaultVersion().equals(input.versionId())) {
            return answer(
                    DescribedVersion.whole(
                            input.versionId(), aws.document(), aws.updateDate(), true));
        }
        ManagedPolicy policy =
                aws != null ? null : Policies.FAMILY.get(call.account(), input.policyArn());
        PolicyVersion version = policy == null ? null : policy.version(input.versionId());
        if (policy == null || version == null) {
            throw NoSuchEntity.policyVersion(input.policyArn(), input.versionId());
        }
        boolean isDefault = policy.defaultVersion().equals(version.versionId());
        return answer(
                DescribedVersion.whole(
                        version.versionId(), version.document(), version.createDate(), isDefault));
    }

    private static GetPolicyVersionResponse answer(
            software.amazon.awssdk.services.iam.model.PolicyVersion version) {
        return GetPolicyVersionResponse.builder().policyVersion(version).build();
    }
}
