package dev.understudy.iam.policies;

import dev.understudy.catalog.AwsManagedPolicies;
import dev.understudy.catalog.AwsManagedPolicy;
import dev.understudy.directory.Account;
import dev.understudy.directory.ManagedPolicy;
import dev.understudy.directory.PolicyUses;
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
import java.util.function.Supplier;

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
        PolicyUses uses = PolicyUses.of(call.account());
        List<Listed> policies = new ArrayList<>();
        String scope = input.scopeAsString() == null ? "All" : input.scopeAsString();
        if (!scope.equals("AWS")) {
            call.account().policies().forEach(policy -> policies.add(own(call.account(), policy)));
        }
        if (!scope.equals("Local")) {
            policies.addAll(OfAws.LISTED);
        }
        policies.removeIf(policy -> !isWanted(policy, uses, input));
        policies.sort(Comparator.comparing(Listed::sortKey, Paging.ORDER));
        Paging.Page<Listed> page =
                Paging.page(policies, Listed::sortKey, input.maxItems(), input.marker());
        return ListPoliciesResponse.builder()
                .policies(page.map(policy -> policy.described(uses)))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }

    /**
     * What decides whether and where a policy is listed; it is described only if it is on the page.
     *
     * @param sortKey one of AWS's may have the name of one of the account's; who keeps it tells
     *     them apart
     * @param form its description, but for the counts of its uses
     */
    private record Listed(String sortKey, String arn, String path, Supplier<Policy.Builder> form) {
        Policy described(PolicyUses uses) {
            return form.get()
                    .attachmentCount(uses.attachments(arn))
                    .permissionsBoundaryUsageCount(uses.boundaries(arn))
                    .build();
        }
    }

    private static Listed own(Account account, ManagedPolicy policy) {
        return new Listed(
                policy.name() + " own",
                policy.arn(account),
                policy.path(),
                () -> DescribedPolicy.listed(account, policy));
    }

    private static Listed ofAws(AwsManagedPolicy policy) {
        return new Listed(
                policy.name() + " aws",
                policy.arn(),
                policy.path(),
                () -> DescribedPolicy.listed(policy));
    }

    /** The same for every account; made when first listed. */
    private static final class OfAws {
        private static final List<Listed> LISTED =
                AwsManagedPolicies.all().stream().map(ListPolicies::ofAws).toList();

        private OfAws() {}
    }

    private static boolean isWanted(Listed policy, PolicyUses uses, ListPoliciesRequest input) {
        if (input.pathPrefix() != null && !policy.path().startsWith(input.pathPrefix())) {
            return false;
        }
        if ("PermissionsBoundary".equals(input.policyUsageFilterAsString())) {
            return uses.boundaries(policy.arn()) > 0;
        }
        return !Boolean.TRUE.equals(input.onlyAttached()) || uses.attachments(policy.arn()) > 0;
    }
}
