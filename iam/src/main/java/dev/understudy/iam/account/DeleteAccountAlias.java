package dev.understudy.iam.account;

import dev.understudy.directory.AccountSettings;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DeleteAccountAliasRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccountAliasResponse;

/** Takes the account's name away. */
final class DeleteAccountAlias
        implements WriteOperation<DeleteAccountAliasRequest, DeleteAccountAliasResponse> {

    @Override
    public Access access(DeleteAccountAliasRequest input, AuthenticatedCall call) {
        return Access.permission(AccountOperations.check("iam:DeleteAccountAlias", call));
    }

    @Override
    public DeleteAccountAliasResponse execute(DeleteAccountAliasRequest input, WritingCall call) {
        if (!input.accountAlias().equals(call.account().alias())) {
            throw NoSuchEntity.accountAlias(input.accountAlias());
        }
        call.put(new AccountSettings(null));
        return DeleteAccountAliasResponse.builder().build();
    }
}
