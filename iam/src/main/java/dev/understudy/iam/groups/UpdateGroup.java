package dev.understudy.iam.groups;

import dev.understudy.directory.Group;
import dev.understudy.iam.errors.EntityAlreadyExists;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.UpdateGroupRequest;
import software.amazon.awssdk.services.iam.model.UpdateGroupResponse;

/** Renames a group, or moves it to another path. Its members and policies stay. */
final class UpdateGroup implements WriteOperation<UpdateGroupRequest, UpdateGroupResponse> {

    @Override
    public Access access(UpdateGroupRequest input, AuthenticatedCall call) {
        Check old = Groups.FAMILY.check("iam:UpdateGroup", input.groupName(), call);
        Group group = call.account().group(input.groupName());
        if (group == null) {
            return Access.permission(old);
        }
        String moved = Group.arn(call.account(), path(input, group), name(input, group));
        return Access.permission(old, Check.of("iam:UpdateGroup", moved, call.accountId()));
    }

    @Override
    public UpdateGroupResponse execute(UpdateGroupRequest input, WritingCall call) {
        Group group = Groups.FAMILY.get(call.account(), input.groupName());
        Group other = call.account().group(name(input, group));
        if (other != null && !other.id().equals(group.id())) {
            throw EntityAlreadyExists.group(input.newGroupName());
        }
        call.put(group.renamed(name(input, group), path(input, group)));
        return UpdateGroupResponse.builder().build();
    }

    private static String name(UpdateGroupRequest input, Group group) {
        return input.newGroupName() == null ? group.name() : input.newGroupName();
    }

    private static String path(UpdateGroupRequest input, Group group) {
        return input.newPath() == null ? group.path() : input.newPath();
    }
}
