package dev.understudy.organizations;

import dev.understudy.directory.OrganizationNode;
import dev.understudy.directory.OrganizationView;
import dev.understudy.directory.OrganizationalUnit;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentRequest;
import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentResponse;

/** Lists the units directly below the root or a unit. */
final class ListOrganizationalUnitsForParent
        implements ReadOperation<
                ListOrganizationalUnitsForParentRequest, ListOrganizationalUnitsForParentResponse> {
    @Override
    public Access access(ListOrganizationalUnitsForParentRequest input, AuthenticatedCall call) {
        return Access.permission(
                Arns.node("ListOrganizationalUnitsForParent", input.parentId(), call));
    }

    @Override
    public ListOrganizationalUnitsForParentResponse execute(
            ListOrganizationalUnitsForParentRequest input, AuthorizedCall call) {
        OrganizationView view = Membership.readable(call);
        OrganizationNode parent = Parents.find(view, input.parentId());
        Pages<OrganizationalUnit> page =
                Pages.of(
                        Parents.units(view, parent.id()),
                        OrganizationalUnit::id,
                        input.maxResults(),
                        input.nextToken());
        return ListOrganizationalUnitsForParentResponse.builder()
                .organizationalUnits(
                        page.items().stream().map(unit -> Described.unit(view, unit)).toList())
                .nextToken(page.nextToken())
                .build();
    }
}
