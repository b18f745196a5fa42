package dev.understudy.organizations;

import dev.understudy.directory.OrganizationNode;
import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.organizations.model.ListParentsRequest;
import software.amazon.awssdk.services.organizations.model.ListParentsResponse;
import software.amazon.awssdk.services.organizations.model.Parent;

/** Tells the one node that a unit or account stands below. */
final class ListParents implements ReadOperation<ListParentsRequest, ListParentsResponse> {
    @Override
    public Access access(ListParentsRequest input, AuthenticatedCall call) {
        return Access.permission(Arns.node("ListParents", input.childId(), call));
    }

    @Override
    public ListParentsResponse execute(ListParentsRequest input, AuthorizedCall call) {
        OrganizationView view = Membership.readable(call);
        OrganizationNode child = view.node(input.childId());
        String parent = child == null ? null : child.parentId();
        if (parent == null) {
            throw OrganizationsErrors.missing(ErrorCode.CHILD_NOT_FOUND, "a child");
        }
        return ListParentsResponse.builder()
                .parents(
                        Parent.builder()
                                .id(parent)
                                .type(
                                        parent.equals(view.root().id())
                                                ? "ROOT"
                                                : "ORGANIZATIONAL_UNIT")
                                .build())
                .build();
    }
}
