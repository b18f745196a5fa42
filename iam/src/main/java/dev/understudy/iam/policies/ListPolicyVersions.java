package dev.understudy.iam.policies;

import dev.understudy.catalog.AwsManagedPolicies;
import dev.understudy.catalog.AwsManagedPolicy;
import dev.understudy.directory.Account;
import dev.understudy.directory.ManagedPolicy;
import dev.understudy.iam.patterns.Attachments;
import dev.understudy.iam.patterns.Paging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListPolicyVersionsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsResponse;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

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
        Paging.Page<PolicyVersion> page =
                Paging.page(
                        versions(input.policyArn(), call.account()),
                        ListPolicyVersions::sortKey,
                        input.maxItems(),
                        input.marker());
        return ListPolicyVersionsResponse.builder()
                .versions(page.items())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }

    /** Newest first. */
    private static List<PolicyVersion> versions(String arn, Account account) {
        AwsManagedPolicy aws = AwsManagedPolicies.find(arn);
        if (aws != null) {
            String inForce = aws.defaultVersion();
            return aws.versions().stream()
                    .map(version ->
                            DescribedVersion.listed(
                                    version.versionId(),
                                    version.createDate(),
                                    version.versionId().equals(inForce)))
                    .toList();
        }
        ManagedPolicy policy = Policies.FAMILY.get(account, arn);
        return policy.versions().reversed().stream()
                .map(version ->
                        DescribedVersion.listed(
                                version, version.versionId().equals(policy.defaultVersion())))
                .toList();
    }

    /** Pages ascend and versions descend, so the number is counted down; digits are padded. */
    private static String sortKey(PolicyVersion version) {
        int number = Integer.parseInt(version.versionId().substring(1));
        return "%010d".formatted(Integer.MAX_VALUE - number);
    }
}
