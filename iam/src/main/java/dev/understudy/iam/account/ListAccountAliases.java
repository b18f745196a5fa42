package dev.understudy.iam.account;

import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListAccountAliasesRequest;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesResponse;

import java.util.List;

/** Lists the account's name, if it has one. */
final class ListAccountAliases
        implements ReadOperation<ListAccountAliasesRequest, ListAccountAliasesResponse> {

    @Override
    public Access access(ListAccountAliasesRequest input, AuthenticatedCall call) {
        return Access.permission(AccountOperations.check("iam:ListAccountAliases", call));
    }

    @Override
    public ListAccountAliasesResponse execute(
            ListAccountAliasesRequest input, AuthorizedCall call) {
        String alias = call.account().alias();
        return ListAccountAliasesResponse.builder()
                .accountAliases(alias == null ? List.of() : List.of(alias))
                .isTruncated(false)
                .build();
    }
}
