package dev.understudy.organizations;

import dev.understudy.directory.OrganizationView;
import dev.understudy.directory.OrganizationalUnit;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.organizations.model.UpdateOrganizationalUnitRequest;
import software.amazon.awssdk.services.organizations.model.UpdateOrganizationalUnitResponse;

/** Renames a unit. */
final class UpdateOrganizationalUnit
        implements WriteOperation<
                UpdateOrganizationalUnitRequest, UpdateOrganizationalUnitResponse> {
    @Override
    public Access access(UpdateOrganizationalUnitRequest input, AuthenticatedCall call) {
        return Access.permission(
                Arns.node("UpdateOrganizationalUnit", input.organizationalUnitId(), call));
    }

    @Override
    public UpdateOrganizationalUnitResponse execute(
            UpdateOrganizationalUnitRequest input, WritingCall call) {
        OrganizationView view = Membership.managed(call);
        OrganizationalUnit unit = Parents.unit(view, input.organizationalUnitId());
        if (input.name() != null && !input.name().equals(unit.name())) {
            Parents.requireFreeName(view, unit.parentId(), input.name());
            unit = unit.renamed(input.name());
            call.put(unit);
        }
        return UpdateOrganizationalUnitResponse.builder()
                .organizationalUnit(Described.unit(view, unit))
                .build();
    }
}
