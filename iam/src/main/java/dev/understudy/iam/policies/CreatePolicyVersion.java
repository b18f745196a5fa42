package dev.understudy.iam.policies;

import dev.understudy.directory.ManagedPolicy;
import dev.understudy.directory.PolicyVersion;
import dev.understudy.iam.errors.LimitExceeded;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Quota;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;
import dev.understudy.policy.PolicyDocument;

import software.amazon.awssdk.services.iam.model.CreatePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionResponse;

import java.util.ArrayList;
import java.util.List;

/**
 * Adds a version to a managed policy, and makes it the default one if asked to. Version numbers are
 * never used twice.
 */
final class CreatePolicyVersion
        implements WriteOperation<CreatePolicyVersionRequest, CreatePolicyVersionResponse> {
    @Override
    public Access access(CreatePolicyVersionRequest input, AuthenticatedCall call) {
        return Access.permission(
                Policies.FAMILY.check("iam:CreatePolicyVersion", input.policyArn(), call));
    }

    @Override
    public CreatePolicyVersionResponse execute(CreatePolicyVersionRequest input, WritingCall call) {
        ManagedPolicy policy =
                Policies.changeable(call.account(), input.policyArn(), Policies.NOT_OURS_TO_UPDATE);
        PolicyDocument document = PolicyText.read(input.policyDocument(), call);
        if (policy.versions().size() >= call.quota(Quota.VERSIONS_PER_POLICY)) {
            throw LimitExceeded.policyVersions(call.quota(Quota.VERSIONS_PER_POLICY));
        }
        int number = policy.lastVersionNumber() + 1;
        boolean isDefault = Boolean.TRUE.equals(input.setAsDefault());
        PolicyVersion version = new PolicyVersion("v" + number, document, call.now());
        List<PolicyVersion> versions = new ArrayList<>(policy.versions());
        versions.add(version);
        String newDefault = isDefault ? version.versionId() : policy.defaultVersion();
        call.put(policy.withVersions(newDefault, versions, number, call.now()));
        return CreatePolicyVersionResponse.builder()
                .policyVersion(DescribedVersion.listed(version, isDefault))
                .build();
    }
}
