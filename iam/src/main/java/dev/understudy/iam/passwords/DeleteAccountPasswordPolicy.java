package dev.understudy.iam.passwords;

import dev.understudy.directory.PasswordPolicy;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DeleteAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccountPasswordPolicyResponse;

/** Ends the account's password policy; AWS's default applies again. */
final class DeleteAccountPasswordPolicy
        implements WriteOperation<
                DeleteAccountPasswordPolicyRequest, DeleteAccountPasswordPolicyResponse> {
    @Override
    public Access access(DeleteAccountPasswordPolicyRequest input, AuthenticatedCall call) {
        return Access.permission(
                Check.of("iam:DeleteAccountPasswordPolicy", "*", call.accountId()));
    }

    @Override
    public DeleteAccountPasswordPolicyResponse execute(
            DeleteAccountPasswordPolicyRequest input, WritingCall call) {
        PasswordPolicy policy = call.account().credentials().passwordPolicy();
        if (policy == null) {
            throw NoSuchEntity.passwordPolicyToDelete();
        }
        call.remove(policy.key());
        return DeleteAccountPasswordPolicyResponse.builder().build();
    }
}
