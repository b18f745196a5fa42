package dev.understudy.iam.groups;

import dev.understudy.directory.Group;
import dev.understudy.directory.User;
import dev.understudy.iam.patterns.Limits;
import dev.understudy.iam.users.Users;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Quota;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.AddUserToGroupResponse;

import java.util.LinkedHashSet;
import java.util.Set;

/** Puts a user into a group; putting it there again changes nothing. */
final class AddUserToGroup
        implements WriteOperation<AddUserToGroupRequest, AddUserToGroupResponse> {
    @Override
    public Access access(AddUserToGroupRequest input, AuthenticatedCall call) {
        return Access.permission(
                Groups.FAMILY.check("iam:AddUserToGroup", input.groupName(), call));
    }

    @Override
    public AddUserToGroupResponse execute(AddUserToGroupRequest input, WritingCall call) {
        Group group = Groups.FAMILY.get(call.account(), input.groupName());
        User user = Users.FAMILY.get(call.account(), input.userName());
        Set<String> groups = new LinkedHashSet<>(user.groups());
        if (groups.add(group.id())) {
            Limits.require(Quota.GROUPS_PER_USER, groups.size(), call);
            call.put(user.withGroups(groups));
        }
        return AddUserToGroupResponse.builder().build();
    }
}
