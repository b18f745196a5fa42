package dev.understudy.iam.account;

import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.Operation;

import java.util.List;

/** The door of this folder: the operations of the account itself. */
public final class AccountOperations {
    private AccountOperations() {}

    /** The operations. */
    public static List<Operation<?, ?>> operations() {
        return List.of(
                new CreateAccountAlias(),
                new DeleteAccountAlias(),
                new GetAccountAuthorizationDetails(),
                new GetAccountProperties(),
                new GetAccountSummary(),
                new ListAccountAliases(),
                new PutAccountProperties(),
                new SetSecurityTokenServicePreferences());
    }

    static Check check(String action, AuthenticatedCall call) {
        return Check.of(action, "*", call.accountId());
    }
}
