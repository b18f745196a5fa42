package dev.understudy.directory;

import org.jspecify.annotations.Nullable;

import java.util.Collection;

/** The delegation requests that an account made, and those it took on: a view. */
public final class Delegations {
    private final Account account;

    Delegations(Account account) {
        this.account = account;
    }

    /** The request of this id that the account made; null if there is none. */
    public @Nullable DelegationRequest made(String id) {
        return (DelegationRequest) account.entity(DelegationRequest.key(id));
    }

    /** The requests that the account made, by id. */
    public Collection<DelegationRequest> made() {
        return account.sorted(EntityKind.DELEGATION_REQUEST);
    }

    /** Pointers to the requests that the account took on, by id. */
    public Collection<ReceivedDelegation> received() {
        return account.sorted(EntityKind.RECEIVED_DELEGATION);
    }
}
