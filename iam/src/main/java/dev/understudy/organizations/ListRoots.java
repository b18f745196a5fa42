package dev.understudy.organizations;

import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.organizations.model.ListRootsRequest;
import software.amazon.awssdk.services.organizations.model.ListRootsResponse;

/** Lists the one root of the organization. */
final class ListRoots implements ReadOperation<ListRootsRequest, ListRootsResponse> {
    @Override
    public Access access(ListRootsRequest input, AuthenticatedCall call) {
        return Access.permission(Arns.anywhere("ListRoots", call));
    }

    @Override
    public ListRootsResponse execute(ListRootsRequest input, AuthorizedCall call) {
        return ListRootsResponse.builder().roots(Described.root(Membership.readable(call))).build();
    }
}
