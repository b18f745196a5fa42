package dev.understudy.iam.roles;

import dev.understudy.directory.DeletionTask;
import dev.understudy.directory.RoleUsage;
import dev.understudy.iam.errors.InvalidInput;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.ReadOperation;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.iam.model.DeletionTaskFailureReasonType;
import software.amazon.awssdk.services.iam.model.GetServiceLinkedRoleDeletionStatusRequest;
import software.amazon.awssdk.services.iam.model.GetServiceLinkedRoleDeletionStatusResponse;
import software.amazon.awssdk.services.iam.model.RoleUsageType;

/** Tells how far the deletion of a service-linked role is. */
final class GetServiceLinkedRoleDeletionStatus
        implements ReadOperation<
                GetServiceLinkedRoleDeletionStatusRequest,
                GetServiceLinkedRoleDeletionStatusResponse> {
    private static final String PREFIX = "task/";

    @Override
    public Access access(GetServiceLinkedRoleDeletionStatusRequest input, AuthenticatedCall call) {
        String id = input.deletionTaskId();
        int last = id.lastIndexOf('/');
        String role =
                id.startsWith(PREFIX) && last >= PREFIX.length()
                        ? id.substring(PREFIX.length(), last)
                        : id;
        String arn =
                "arn:" + call.account().partition() + ":iam::" + call.accountId() + ":role/" + role;
        return Access.permission(
                Check.of("iam:GetServiceLinkedRoleDeletionStatus", arn, call.accountId()));
    }

    @Override
    public GetServiceLinkedRoleDeletionStatusResponse execute(
            GetServiceLinkedRoleDeletionStatusRequest input, AuthorizedCall call) {
        if (!input.deletionTaskId().startsWith(PREFIX)) {
            throw InvalidInput.because(
                    "The deletion task id " + input.deletionTaskId() + " is not valid.");
        }
        DeletionTask task = call.account().deletionTask(input.deletionTaskId());
        if (task == null) {
            throw NoSuchEntity.deletionTask(input.deletionTaskId());
        }
        return GetServiceLinkedRoleDeletionStatusResponse.builder()
                .status(task.status())
                .reason(reason(task))
                .build();
    }

    private static @Nullable DeletionTaskFailureReasonType reason(DeletionTask task) {
        return task.reason() == null
                ? null
                : DeletionTaskFailureReasonType.builder()
                        .reason(task.reason())
                        .roleUsageList(
                                task.usage().stream()
                                        .map(GetServiceLinkedRoleDeletionStatus::usage)
                                        .toList())
                        .build();
    }

    private static RoleUsageType usage(RoleUsage usage) {
        return RoleUsageType.builder().region(usage.region()).resources(usage.resources()).build();
    }
}
