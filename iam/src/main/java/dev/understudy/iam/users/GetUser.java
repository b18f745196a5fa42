package dev.understudy.iam.users;

import dev.understudy.directory.User;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;
import dev.understudy.policy.Principal;

import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.iam.model.GetUserResponse;

/** Tells of a user; without a name, of the caller itself, the root user among them. */
final class GetUser implements ReadOperation<GetUserRequest, GetUserResponse> {
    @Override
    public Access access(GetUserRequest input, AuthenticatedCall call) {
        if (isRootItself(input, call)) {
            return new Access.AnySignedCaller();
        }
        return Access.permission(
                Users.FAMILY.check(
                        "iam:GetUser", Users.nameOrCaller(input.userName(), call), call));
    }

    @Override
    public GetUserResponse execute(GetUserRequest input, AuthorizedCall call) {
        if (isRootItself(input, call)) {
            return GetUserResponse.builder()
                    .user(u -> u.userId(call.accountId().digits()).arn(call.caller().arn()))
                    .build();
        }
        User user = Users.FAMILY.get(call.account(), Users.nameOrCaller(input.userName(), call));
        return GetUserResponse.builder().user(DescribedUser.whole(call.account(), user)).build();
    }

    private static boolean isRootItself(GetUserRequest input, AuthenticatedCall call) {
        return input.userName() == null && call.caller().principal() instanceof Principal.RootUser;
    }
}
