package dev.understudy.iam.policies;

import dev.understudy.catalog.AwsManagedPolicies;
import dev.understudy.iam.patterns.Paging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListPoliciesResponse;
import software.amazon.awssdk.services.iam.model.Policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lists managed policies: the account's own, AWS's, or both. */
final class ListPolicies implements ReadOperation<ListPoliciesRequest, ListPoliciesResponse> {

    @Override
    public Access access(ListPoliciesRequest input, AuthenticatedCall call) {
        String prefix = input.pathPrefix() == null ? "/" : input.pathPrefix();
        return Access.permission(
                Check.of("iam:ListPolicies", "*", call.accountId())
                        .shownAs("policy path " + prefix));
    }

    @Override
    public ListPoliciesResponse execute(ListPoliciesRequest input, AuthorizedCall call) {
        List<Policy> policies = new ArrayList<>();
        String scope = input.scopeAsString() == null ? "All" : input.scopeAsString();
        if (!scope.equals("AWS")) {
            call.account()
                    .policies()
                    .forEach(
                            policy -> policies.add(DescribedPolicy.listed(call.account(), policy)));
        }
        if (!scope.equals("Local")) {
            AwsManagedPolicies.all()
                    .forEach(
                            policy -> policies.add(DescribedPolicy.listed(call.account(), policy)));
        }
        policies.removeIf(policy -> !isWanted(policy, input));
        policies.sort(Comparator.comparing(ListPolicies::sortKey, Paging.ORDER));
        Paging.Page<Policy> page =
                Paging.page(policies, ListPolicies::sortKey, input.maxItems(), input.marker());
        return ListPoliciesResponse.builder()
                .policies(page.items())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }

    /** One of AWS's may have the name of one of the account's; who keeps it tells them apart. */
    private static String sortKey(Policy policy) {
        boolean aws = AwsManagedPolicies.find(policy.arn()) != null;
        return policy.policyName() + (aws ? " aws" : " own");
    }

    private static boolean isWanted(Policy policy, ListPoliciesRequest input) {
        boolean boundary = "PermissionsBoundary".equals(input.policyUsageFilterAsString());
        int uses = boundary ? policy.permissionsBoundaryUsageCount() : policy.attachmentCount();
        boolean used = uses > 0 || !boundary && !Boolean.TRUE.equals(input.onlyAttached());
        return used && (input.pathPrefix() == null || policy.path().startsWith(input.pathPrefix()));
    }
}
