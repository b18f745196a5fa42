package dev.understudy.iam.groups;

import dev.understudy.directory.Group;
import dev.understudy.directory.User;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.iam.users.Users;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupRequest;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupResponse;

import java.util.LinkedHashSet;
import java.util.Set;

/** Takes a user out of a group. */
final class RemoveUserFromGroup
        implements WriteOperation<RemoveUserFromGroupRequest, RemoveUserFromGroupResponse> {

    @Override
    public Access access(RemoveUserFromGroupRequest input, AuthenticatedCall call) {
        return Access.permission(
                Groups.FAMILY.check("iam:RemoveUserFromGroup", input.groupName(), call));
    }

    @Override
    public RemoveUserFromGroupResponse execute(RemoveUserFromGroupRequest input, WritingCall call) {
        Group group = Groups.FAMILY.get(call.account(), input.groupName());
        User user = Users.FAMILY.get(call.account(), input.userName());
        Set<String> groups = new LinkedHashSet<>(user.groups());
        if (!groups.remove(group.id())) {
            throw NoSuchEntity.membership(user.name(), group.name());
        }
        call.put(user.withGroups(groups));
        return RemoveUserFromGroupResponse.builder().build();
    }
}
