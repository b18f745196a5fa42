package dev.understudy.iam.groups;

import dev.understudy.directory.Group;
import dev.understudy.directory.Permissions;
import dev.understudy.iam.errors.EntityAlreadyExists;
import dev.understudy.iam.patterns.Limits;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.Quota;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupResponse;

/** Creates a group without members and permissions. */
final class CreateGroup implements WriteOperation<CreateGroupRequest, CreateGroupResponse> {

    private static String path(CreateGroupRequest input) {
        return input.path() == null ? "/" : input.path();
    }

    @Override
    public Access access(CreateGroupRequest input, AuthenticatedCall call) {
        return Access.permission(
                Check.of(
                        "iam:CreateGroup",
                        Group.arn(call.account(), path(input), input.groupName()),
                        call.accountId()));
    }

    @Override
    public CreateGroupResponse execute(CreateGroupRequest input, WritingCall call) {
        if (call.account().group(input.groupName()) != null) {
            throw EntityAlreadyExists.group(input.groupName());
        }
        Limits.require(Quota.GROUPS_PER_ACCOUNT, call.account().groups().size() + 1, call);
        Group group =
                new Group(
                        call.newId("AGPA"),
                        input.groupName(),
                        path(input),
                        call.now(),
                        Permissions.NONE);
        call.put(group);
        return CreateGroupResponse.builder()
                .group(DescribedGroup.of(call.account(), group))
                .build();
    }
}
