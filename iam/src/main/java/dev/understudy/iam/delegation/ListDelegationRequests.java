package dev.understudy.iam.delegation;

import dev.understudy.directory.Account;
import dev.understudy.directory.DelegationRequest;
import dev.understudy.directory.ReceivedDelegation;
import dev.understudy.iam.patterns.Paging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;
import dev.understudy.policy.AccountId;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.iam.model.ListDelegationRequestsRequest;
import software.amazon.awssdk.services.iam.model.ListDelegationRequestsResponse;

import java.util.List;
import java.util.Objects;

/** Lists the requests that identities of the account took on. */
final class ListDelegationRequests
        implements ReadOperation<ListDelegationRequestsRequest, ListDelegationRequestsResponse> {
    @Override
    public Access access(ListDelegationRequestsRequest input, AuthenticatedCall call) {
        return Access.permission(RequestChecks.list(input.ownerId(), call));
    }

    @Override
    public ListDelegationRequestsResponse execute(
            ListDelegationRequestsRequest input, AuthorizedCall call) {
        List<Requests.Found> owned =
                call.account().delegations().received().stream()
                        .map(pointer -> owned(pointer, call))
                        .filter(Objects::nonNull)
                        .filter(found ->
                                input.ownerId() == null
                                        || input.ownerId()
                                                .equals(found.request().progress().ownerId()))
                        .toList();
        Paging.Page<Requests.Found> page =
                Paging.page(owned, found -> found.request().id(), input.maxItems(), input.marker());
        return ListDelegationRequestsResponse.builder()
                .delegationRequests(page.map(found -> DescribedRequest.of(found, call.now())))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }

    /** What the pointer leads to; null if that is gone, or is not this account's. */
    private static Requests.@Nullable Found owned(ReceivedDelegation pointer, AuthorizedCall call) {
        AccountId requestor = AccountId.of(pointer.requestorId());
        Account account = call.account(requestor);
        DelegationRequest request =
                account == null ? null : account.delegations().made(pointer.requestId());
        return request != null
                        && request.progress().ownerId() != null
                        && call.accountId().digits().equals(request.ownerAccountId())
                ? new Requests.Found(requestor, request)
                : null;
    }
}
