package dev.understudy.iam.users;

import dev.understudy.directory.Permissions;
import dev.understudy.directory.User;
import dev.understudy.iam.errors.EntityAlreadyExists;
import dev.understudy.iam.patterns.Boundaries;
import dev.understudy.iam.patterns.Limits;
import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.Quota;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.CreateUserResponse;

import java.util.Map;
import java.util.Set;

/** Creates a user without any permission. Its name is taken whatever the case and path. */
final class CreateUser implements WriteOperation<CreateUserRequest, CreateUserResponse> {

    @Override
    public Access access(CreateUserRequest input, AuthenticatedCall call) {
        String arn = User.arn(call.account(), path(input), input.userName());
        return Access.permission(
                Check.of("iam:CreateUser", arn, call.accountId())
                        .with("iam:PermissionsBoundary", input.permissionsBoundary())
                        .withRequestTags(Tagging.map(input.tags())));
    }

    @Override
    public CreateUserResponse execute(CreateUserRequest input, WritingCall call) {
        Map<String, String> tags = Tagging.checked(input.tags(), true, call);
        if (call.account().user(input.userName()) != null) {
            throw EntityAlreadyExists.user(input.userName());
        }
        Limits.require(Quota.USERS_PER_ACCOUNT, call.account().users().size() + 1, call);
        if (input.permissionsBoundary() != null) {
            Boundaries.requirePolicy(call.account(), input.permissionsBoundary());
        }
        User user =
                new User(
                        call.newId("AIDA"),
                        input.userName(),
                        path(input),
                        call.now(),
                        tags,
                        Permissions.NONE.withBoundary(input.permissionsBoundary()),
                        Set.of());
        call.put(user);
        return CreateUserResponse.builder().user(DescribedUser.whole(call.account(), user)).build();
    }

    private static String path(CreateUserRequest input) {
        return input.path() == null ? "/" : input.path();
    }
}
