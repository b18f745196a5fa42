package dev.understudy.organizations;

import dev.understudy.directory.OrganizationView;
import dev.understudy.directory.OrganizationalUnit;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.organizations.model.DeleteOrganizationalUnitRequest;
import software.amazon.awssdk.services.organizations.model.DeleteOrganizationalUnitResponse;

/** Deletes a unit that has nothing below it. */
final class DeleteOrganizationalUnit
        implements WriteOperation<
                DeleteOrganizationalUnitRequest, DeleteOrganizationalUnitResponse> {
    @Override
    public Access access(DeleteOrganizationalUnitRequest input, AuthenticatedCall call) {
        return Access.permission(
                Arns.node("DeleteOrganizationalUnit", input.organizationalUnitId(), call));
    }

    @Override
    public DeleteOrganizationalUnitResponse execute(
            DeleteOrganizationalUnitRequest input, WritingCall call) {
        OrganizationView view = Membership.managed(call);
        OrganizationalUnit unit = Parents.unit(view, input.organizationalUnitId());
        if (!Parents.units(view, unit.id()).isEmpty()
                || !Parents.members(view, unit.id()).isEmpty()) {
            throw OrganizationsErrors.because(
                    ErrorCode.ORGANIZATIONAL_UNIT_NOT_EMPTY,
                    "The specified OU is not empty. Move all accounts to another root or to other"
                            + " OUs, remove all child OUs, and try the operation again.");
        }
        call.remove(unit.key());
        return DeleteOrganizationalUnitResponse.builder().build();
    }
}
