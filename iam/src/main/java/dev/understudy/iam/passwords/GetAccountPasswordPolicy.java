package dev.understudy.iam.passwords;

import dev.understudy.directory.PasswordPolicy;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.ReadOperation;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyResponse;

/** Tells the account's password policy, if one was set. */
final class GetAccountPasswordPolicy
        implements ReadOperation<
                GetAccountPasswordPolicyRequest, GetAccountPasswordPolicyResponse> {
    @Override
    public Access access(GetAccountPasswordPolicyRequest input, AuthenticatedCall call) {
        Check check = Check.of("iam:GetAccountPasswordPolicy", "*", call.accountId());
        return Access.permission(Passwords.forUsersWhoMayChange(check, call));
    }

    @Override
    public GetAccountPasswordPolicyResponse execute(
            GetAccountPasswordPolicyRequest input, AuthorizedCall call) {
        PasswordPolicy policy = call.account().credentials().passwordPolicy();
        if (policy == null) {
            throw NoSuchEntity.passwordPolicy(call.accountId().digits());
        }
        return GetAccountPasswordPolicyResponse.builder()
                .passwordPolicy(told ->
                        told.minimumPasswordLength(policy.minimumLength())
                                .requireSymbols(policy.requireSymbols())
                                .requireNumbers(policy.requireNumbers())
                                .requireUppercaseCharacters(policy.requireUppercase())
                                .requireLowercaseCharacters(policy.requireLowercase())
                                .allowUsersToChangePassword(policy.allowUsersToChange())
                                .expirePasswords(policy.maxAgeDays() > 0)
                                .maxPasswordAge(orAbsent(policy.maxAgeDays()))
                                .passwordReusePrevention(orAbsent(policy.reusePrevention()))
                                .hardExpiry(policy.hardExpiry()))
                .build();
    }

    private static @Nullable Integer orAbsent(int value) {
        return value == 0 ? null : value;
    }
}
