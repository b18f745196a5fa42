package dev.understudy.iam.account;

import dev.understudy.iam.patterns.Paging;
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
        List<String> aliases = alias == null ? List.of() : List.of(alias);
        Paging.Page<String> page =
                Paging.page(aliases, name -> name, input.maxItems(), input.marker());
        return ListAccountAliasesResponse.builder()
                .accountAliases(page.items())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
