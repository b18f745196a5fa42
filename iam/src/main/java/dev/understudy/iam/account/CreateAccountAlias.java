package dev.understudy.iam.account;

import dev.understudy.directory.AccountSettings;
import dev.understudy.directory.Locators;
import dev.understudy.iam.errors.EntityAlreadyExists;
import dev.understudy.iam.errors.ValidationError;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;
import dev.understudy.policy.AccountId;

import software.amazon.awssdk.services.iam.model.CreateAccountAliasRequest;
import software.amazon.awssdk.services.iam.model.CreateAccountAliasResponse;

import java.util.regex.Pattern;

/** Gives the account a name, in place of the one it has. No two accounts have the same. */
final class CreateAccountAlias
        implements WriteOperation<CreateAccountAliasRequest, CreateAccountAliasResponse> {
    /** In a sign-in address it would be taken for an account's id. */
    private static final Pattern TWELVE_DIGITS = Pattern.compile("[0-9]{12}");

    @Override
    public Access access(CreateAccountAliasRequest input, AuthenticatedCall call) {
        return Access.permission(AccountOperations.check("iam:CreateAccountAlias", call));
    }

    @Override
    public CreateAccountAliasResponse execute(CreateAccountAliasRequest input, WritingCall call) {
        if (TWELVE_DIGITS.matcher(input.accountAlias()).matches()) {
            throw ValidationError.because(
                    "The account alias " + input.accountAlias() + " must not be twelve digits.");
        }
        AccountId holder = call.accounts().locate(Locators.ofAlias(input.accountAlias()));
        if (holder != null) {
            throw EntityAlreadyExists.accountAlias(input.accountAlias());
        }
        call.put(new AccountSettings(input.accountAlias()));
        return CreateAccountAliasResponse.builder().build();
    }
}
