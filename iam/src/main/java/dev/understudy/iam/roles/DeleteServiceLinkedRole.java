package dev.understudy.iam.roles;

import dev.understudy.directory.DeletionTask;
import dev.understudy.directory.Role;
import dev.understudy.iam.errors.InvalidInput;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DeleteServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteServiceLinkedRoleResponse;

import java.util.UUID;

/**
 * Deletes a service-linked role by a task. No service here reports resources that use its role, so
 * the task succeeds at once.
 */
final class DeleteServiceLinkedRole
        implements WriteOperation<DeleteServiceLinkedRoleRequest, DeleteServiceLinkedRoleResponse> {
    @Override
    public Access access(DeleteServiceLinkedRoleRequest input, AuthenticatedCall call) {
        return Access.permission(
                Roles.FAMILY.check("iam:DeleteServiceLinkedRole", input.roleName(), call));
    }

    @Override
    public DeleteServiceLinkedRoleResponse execute(
            DeleteServiceLinkedRoleRequest input, WritingCall call) {
        Role role = Roles.FAMILY.get(call.account(), input.roleName());
        if (role.linkedService() == null) {
            throw InvalidInput.because(
                    "The role " + role.name() + " is not a service-linked role.");
        }
        UUID unique = new UUID(call.random().nextLong(), call.random().nextLong());
        String id =
                "task/aws-service-role/" + role.linkedService() + "/" + role.name() + "/" + unique;
        call.put(
                new DeletionTask(
                        id, role.name(), role.arn(call.account()), "SUCCEEDED", call.now()));
        call.remove(role.key());
        return DeleteServiceLinkedRoleResponse.builder().deletionTaskId(id).build();
    }
}
