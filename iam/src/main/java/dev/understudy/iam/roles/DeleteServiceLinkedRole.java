package dev.understudy.iam.roles;

import dev.understudy.directory.Change;
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
 * Deletes a service-linked role by a task: at once, unless the service has reported that resources
 * use the role, or that it is still looking. While a task is under way, asking again names it
 * again.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html">Service-linked
 *     roles</a>
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
        String arn = role.arn(call.account());
        DeletionTask open = call.account().openDeletion(arn);
        return DeleteServiceLinkedRoleResponse.builder()
                .deletionTaskId(open == null ? begin(role, arn, call) : open.id())
                .build();
    }

    private static String begin(Role role, String arn, WritingCall call) {
        UUID unique = new UUID(call.random().nextLong(), call.random().nextLong());
        String id =
                "task/aws-service-role/" + role.linkedService() + "/" + role.name() + "/" + unique;
        DeletionTask task = DeletionTask.begun(id, role.name(), arn, call.now());
        for (Change change :
                LinkedRoleDeletion.next(task, role, call.account().roleUsage(role.id()))) {
            switch (change) {
                case Change.Put put -> call.put(put.entity());
                case Change.Remove remove -> call.remove(remove.key());
            }
        }
        return id;
    }
}
