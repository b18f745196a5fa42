package dev.understudy.iam.delegation;

import dev.understudy.directory.Directory;
import dev.understudy.operation.Operation;

import java.util.List;

/** The door of this folder. */
public final class Delegation {
    private Delegation() {}

    /** The operations, over requests in the accounts of this directory. */
    public static List<Operation<?, ?>> operations(Directory directory) {
        Requests requests = new Requests(directory);
        return List.of(
                new AcceptDelegationRequest(requests),
                new AcquireRole(),
                new AssociateDelegationRequest(requests),
                new CreateDelegationRequest(),
                new GetDelegationRequest(),
                new GetHumanReadableSummary(),
                new GetRoleTemplateVersion(),
                new ListDelegationRequests(),
                new RejectDelegationRequest(requests),
                new SendDelegationToken(requests),
                new UpdateDelegationRequest(requests));
    }
}
