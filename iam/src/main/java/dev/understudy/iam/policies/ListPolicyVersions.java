package dev.understudy.iam.policies;

import dev.understudy.catalog.AwsManagedPolicies;
import dev.understudy.catalog.AwsManagedPolicy;
import dev.understudy.directory.ManagedPolicy;
import dev.understudy.directory.PolicyVersion;
import dev.understudy.iam.patterns.Attachments;
import dev.understudy.iam.patterns.Paging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListPolicyVersionsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsResponse;

import java.util.List;

/** Lists the versions of a managed policy, newest first, without their documents. */
final class ListPolicyVersions
        implements ReadOperation<ListPolicyVersionsRequest, ListPolicyVersionsResponse> {

    @Override
    public Access access(ListPolicyVersionsRequest input, AuthenticatedCall call) {
        return Access.permission(
                Policies.FAMILY.check("iam:ListPolicyVersions", input.policyArn(), call));
    }

    @Override
    public ListPolicyVersionsResponse execute(
            ListPolicyVersionsRequest input, AuthorizedCall call) {
        Attachments.requireArn(input.policyArn());
        AwsManagedPolicy aws = AwsManagedPolicies.find(input.policyArn());
        List<PolicyVersion> versions;
        String isDefault;
        if (aws != null) {
            versions =
                    List.of(
                            new PolicyVersion(
                                    aws.defaultVersion(), aws.document(), aws.updateDate()));
            isDefault = aws.defaultVersion();
        } else {
            ManagedPolicy policy = Policies.FAMILY.get(call.account(), input.policyArn());
            versions = policy.versions().reversed();
            isDefault = policy.defaultVersion();
        }
        Paging.Page<PolicyVersion> page =
                Paging.page(
                        versions, ListPolicyVersions::sortKey, input.maxItems(), input.marker());
        return ListPolicyVersionsResponse.builder()
                .versions(
                        page.map(v -> DescribedVersion.listed(v, v.versionId().equals(isDefault))))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }

    /** Pages ascend and versions descend, so the number is counted down; digits are padded. */
    private static String sortKey(PolicyVersion version) {
        int number = Integer.parseInt(version.versionId().substring(1));
        return "%010d".formatted(Integer.MAX_VALUE - number);
    }
}
