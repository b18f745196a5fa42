package dev.understudy.iam.instanceprofiles;

import dev.understudy.directory.InstanceProfile;
import dev.understudy.directory.Role;
import dev.understudy.iam.patterns.Paging;
import dev.understudy.iam.roles.Roles;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleResponse;

import java.util.List;

/** Lists the instance profiles that hold a role. */
final class ListInstanceProfilesForRole
        implements ReadOperation<
                ListInstanceProfilesForRoleRequest, ListInstanceProfilesForRoleResponse> {

    @Override
    public Access access(ListInstanceProfilesForRoleRequest input, AuthenticatedCall call) {
        return Access.permission(
                Roles.FAMILY.check("iam:ListInstanceProfilesForRole", input.roleName(), call));
    }

    @Override
    public ListInstanceProfilesForRoleResponse execute(
            ListInstanceProfilesForRoleRequest input, AuthorizedCall call) {
        Role role = Roles.FAMILY.get(call.account(), input.roleName());
        List<InstanceProfile> profiles =
                call.account().instanceProfiles().stream()
                        .filter(profile -> role.id().equals(profile.roleId()))
                        .toList();
        Paging.Page<InstanceProfile> page =
                Paging.page(profiles, InstanceProfile::name, input.maxItems(), input.marker());
        return ListInstanceProfilesForRoleResponse.builder()
                .instanceProfiles(
                        page.map(profile ->
                                DescribedProfile.listed(call.account(), call.accounts(), profile)))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
