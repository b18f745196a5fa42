package dev.understudy.organizations;

import dev.understudy.directory.AccountCreation;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.organizations.model.ListCreateAccountStatusRequest;
import software.amazon.awssdk.services.organizations.model.ListCreateAccountStatusResponse;

import java.util.List;

/** Lists the requests for accounts, of these states if any are named. */
final class ListCreateAccountStatus
        implements ReadOperation<ListCreateAccountStatusRequest, ListCreateAccountStatusResponse> {
    @Override
    public Access access(ListCreateAccountStatusRequest input, AuthenticatedCall call) {
        return Access.permission(Arns.anywhere("ListCreateAccountStatus", call));
    }

    @Override
    public ListCreateAccountStatusResponse execute(
            ListCreateAccountStatusRequest input, AuthorizedCall call) {
        List<AccountCreation> creations =
                Membership.readable(call).creations().stream()
                        .filter(creation ->
                                input.statesAsStrings().isEmpty()
                                        || input.statesAsStrings()
                                                .contains(Described.state(creation)))
                        .toList();
        Pages<AccountCreation> page =
                Pages.of(creations, AccountCreation::id, input.maxResults(), input.nextToken());
        return ListCreateAccountStatusResponse.builder()
                .createAccountStatuses(page.items().stream().map(Described::creation).toList())
                .nextToken(page.nextToken())
                .build();
    }
}
