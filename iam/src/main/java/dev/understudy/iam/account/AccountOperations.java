package dev.understudy.iam.account;

import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.LastUse;
import dev.understudy.operation.Operation;
import dev.understudy.policy.AccountId;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** The door of this folder: the operations of the account itself. */
public final class AccountOperations {
    private AccountOperations() {}

    /**
     * The operations.
     *
     * @param lastUse when keys were used
     * @param created when an account was made
     */
    public static List<Operation<?, ?>> operations(
            LastUse lastUse, Function<AccountId, Instant> created) {
        return List.of(
                new CreateAccountAlias(),
                new DeleteAccountAlias(),
                new GenerateCredentialReport(lastUse, created),
                new GetAccountAuthorizationDetails(),
                new GetAccountProperties(),
                new GetAccountSummary(),
                new GetCredentialReport(),
                new ListAccountAliases(),
                new PutAccountProperties(),
                new SetSecurityTokenServicePreferences());
    }

    static Check check(String action, AuthenticatedCall call) {
        return Check.of(action, "*", call.accountId());
    }
}
