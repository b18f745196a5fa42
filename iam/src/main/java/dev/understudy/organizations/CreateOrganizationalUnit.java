package dev.understudy.organizations;

import dev.understudy.directory.OrganizationNode;
import dev.understudy.directory.OrganizationView;
import dev.understudy.directory.OrganizationalUnit;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.organizations.model.CreateOrganizationalUnitRequest;
import software.amazon.awssdk.services.organizations.model.CreateOrganizationalUnitResponse;

import java.util.Map;

/** Makes a unit below the root or another unit, at most five deep. */
final class CreateOrganizationalUnit
        implements WriteOperation<
                CreateOrganizationalUnitRequest, CreateOrganizationalUnitResponse> {
    private static final int MOST_DEPTH = 5;
    private static final int MOST_UNITS = 2_000;

    @Override
    public Access access(CreateOrganizationalUnitRequest input, AuthenticatedCall call) {
        return Access.permission(
                Arns.node("CreateOrganizationalUnit", input.parentId(), call)
                        .withRequestTags(Tags.map(input.tags())));
    }

    @Override
    public CreateOrganizationalUnitResponse execute(
            CreateOrganizationalUnitRequest input, WritingCall call) {
        OrganizationView view = Membership.managed(call);
        OrganizationNode parent = Parents.find(view, input.parentId());
        Map<String, String> tags = Tags.checked(input.tags());
        if (view.path(parent).size() > MOST_DEPTH) {
            throw OrganizationsErrors.constraint(
                    "OU_DEPTH_LIMIT_EXCEEDED",
                    "You have exceeded the maximum nesting depth for organizational units.");
        }
        if (view.units().size() >= MOST_UNITS) {
            throw OrganizationsErrors.constraint(
                    "OU_NUMBER_LIMIT_EXCEEDED",
                    "You have exceeded the number of organizational units.");
        }
        Parents.requireFreeName(view, parent.id(), input.name());
        String id = "ou-" + view.root().id().substring(2) + "-" + Ids.letters(8, call.random());
        OrganizationalUnit unit =
                new OrganizationalUnit(
                        id, input.name(), parent.id(), PolicyTypes.initial(view), tags);
        call.put(unit);
        return CreateOrganizationalUnitResponse.builder()
                .organizationalUnit(Described.unit(view, unit))
                .build();
    }
}
