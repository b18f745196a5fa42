package dev.understudy.iam.groups;

import dev.understudy.directory.Group;
import dev.understudy.iam.errors.DeleteConflict;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DeleteGroupRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupResponse;

/** Deletes a group that has no members and policies left. */
final class DeleteGroup implements WriteOperation<DeleteGroupRequest, DeleteGroupResponse> {

    @Override
    public Access access(DeleteGroupRequest input, AuthenticatedCall call) {
        return Access.permission(Groups.FAMILY.check("iam:DeleteGroup", input.groupName(), call));
    }

    @Override
    public DeleteGroupResponse execute(DeleteGroupRequest input, WritingCall call) {
        Group group = Groups.FAMILY.get(call.account(), input.groupName());
        if (!call.account().membersOf(group.id()).isEmpty()) {
            throw DeleteConflict.groupsOfUser();
        }
        if (!group.attachedPolicies().isEmpty()) {
            throw DeleteConflict.attachedPolicies();
        }
        if (!group.inlinePolicies().isEmpty()) {
            throw DeleteConflict.inlinePolicies();
        }
        call.remove(group.key());
        return DeleteGroupResponse.builder().build();
    }
}
