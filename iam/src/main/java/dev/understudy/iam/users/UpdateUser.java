package dev.understudy.iam.users;

import dev.understudy.directory.User;
import dev.understudy.iam.errors.EntityAlreadyExists;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.UpdateUserRequest;
import software.amazon.awssdk.services.iam.model.UpdateUserResponse;

/**
 * Renames a user, or moves it to another path. Its unique id, keys and policies stay; the caller
 * needs the permission for the old ARN and the new.
 */
final class UpdateUser implements WriteOperation<UpdateUserRequest, UpdateUserResponse> {

    @Override
    public Access access(UpdateUserRequest input, AuthenticatedCall call) {
        Check old = Users.FAMILY.check("iam:UpdateUser", input.userName(), call);
        User user = call.account().user(input.userName());
        if (user == null) {
            return Access.permission(old);
        }
        String moved = User.arn(call.account(), path(input, user), name(input, user));
        return Access.permission(
                old,
                Check.of("iam:UpdateUser", moved, call.accountId()).withResourceTags(user.tags()));
    }

    @Override
    public UpdateUserResponse execute(UpdateUserRequest input, WritingCall call) {
        User user = Users.FAMILY.get(call.account(), input.userName());
        User other = call.account().user(name(input, user));
        if (other != null && !other.id().equals(user.id())) {
            throw EntityAlreadyExists.user(input.newUserName());
        }
        call.put(user.renamed(name(input, user), path(input, user)));
        return UpdateUserResponse.builder().build();
    }

    private static String name(UpdateUserRequest input, User user) {
        return input.newUserName() == null ? user.name() : input.newUserName();
    }

    private static String path(UpdateUserRequest input, User user) {
        return input.newPath() == null ? user.path() : input.newPath();
    }
}
