package dev.understudy.iam.policies;

import dev.understudy.catalog.AwsManagedPolicies;
import dev.understudy.catalog.AwsManagedPolicy;
import dev.understudy.catalog.AwsPolicyVersion;
import dev.understudy.directory.Account;
import dev.understudy.directory.ManagedPolicy;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.iam.patterns.Attachments;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.GetPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

/** Gives a version of a managed policy with its document. */
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
        return GetPolicyVersionResponse.builder()
                .policyVersion(aws != null ? ofAws(aws, input) : own(input, call.account()))
                .build();
    }

    private static PolicyVersion ofAws(AwsManagedPolicy policy, GetPolicyVersionRequest input) {
        AwsPolicyVersion version = policy.version(input.versionId());
        if (version == null) {
            throw NoSuchEntity.policyVersion(input.policyArn(), input.versionId());
        }
        return DescribedVersion.whole(
                version.versionId(),
                version.text(),
                version.createDate(),
                policy.defaultVersion().equals(version.versionId()));
    }

    private static PolicyVersion own(GetPolicyVersionRequest input, Account account) {
        ManagedPolicy policy = Policies.FAMILY.get(account, input.policyArn());
        var version = policy.version(input.versionId());
        if (version == null) {
            throw NoSuchEntity.policyVersion(input.policyArn(), input.versionId());
        }
        return DescribedVersion.whole(
                version.versionId(),
                version.document().text(),
                version.createDate(),
                policy.defaultVersion().equals(version.versionId()));
    }
}
