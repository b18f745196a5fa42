package dev.understudy.iam.passwords;

import dev.understudy.directory.PasswordPolicy;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyResponse;

/** Sets the account's password policy, all of it: what is not given falls back to its default. */
final class UpdateAccountPasswordPolicy
        implements WriteOperation<
                UpdateAccountPasswordPolicyRequest, UpdateAccountPasswordPolicyResponse> {
    private static final int LEAST_LENGTH = 6;

    @Override
    public Access access(UpdateAccountPasswordPolicyRequest input, AuthenticatedCall call) {
        return Access.permission(
                Check.of("iam:UpdateAccountPasswordPolicy", "*", call.accountId()));
    }

    @Override
    public UpdateAccountPasswordPolicyResponse execute(
            UpdateAccountPasswordPolicyRequest input, WritingCall call) {
        call.put(
                new PasswordPolicy(
                        or(input.minimumPasswordLength(), LEAST_LENGTH),
                        is(input.requireSymbols()),
                        is(input.requireNumbers()),
                        is(input.requireUppercaseCharacters()),
                        is(input.requireLowercaseCharacters()),
                        is(input.allowUsersToChangePassword()),
                        or(input.maxPasswordAge(), 0),
                        or(input.passwordReusePrevention(), 0),
                        is(input.hardExpiry())));
        return UpdateAccountPasswordPolicyResponse.builder().build();
    }

    private static boolean is(@Nullable Boolean given) {
        return Boolean.TRUE.equals(given);
    }

    private static int or(@Nullable Integer given, int otherwise) {
        return given == null ? otherwise : given;
    }
}
