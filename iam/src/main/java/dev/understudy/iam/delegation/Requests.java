package dev.understudy.iam.delegation;

import dev.understudy.directory.Account;
import dev.understudy.directory.Change;
import dev.understudy.directory.DelegationRequest;
import dev.understudy.directory.Directory;
import dev.understudy.directory.ReceivedDelegation;
import dev.understudy.directory.Transaction;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;
import dev.understudy.policy.AccountId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Finds requests in whichever account asks, and changes them there. */
final class Requests {
    private final Directory directory;

    Requests(Directory directory) {
        this.directory = directory;
    }

    /**
     * A request as it was when a call was decided.
     *
     * @param requestor the account that asks
     */
    record Found(AccountId requestor, DelegationRequest request) {}

    /**
     * The request, if it is the caller's account's or nobody's yet. To all others, the asking
     * account among them, it does not exist, so that ids cannot be probed for.
     */
    static Found find(String id, AuthenticatedCall call) {
        AccountId requestor = call.accounts().locate(id);
        Account account = requestor == null ? null : call.account(requestor);
        DelegationRequest request = account == null ? null : account.delegations().made(id);
        if (requestor == null || request == null || !visible(request, call)) {
            throw NoSuchEntity.delegationRequest(id);
        }
        return new Found(requestor, request);
    }

    private static boolean visible(DelegationRequest request, AuthenticatedCall call) {
        String owner = request.ownerAccountId();
        return owner == null || owner.equals(call.accountId().digits());
    }

    /** Changes the request, durably, if its owner is still who it was when that was decided. */
    DelegationRequest change(
            Found found, AuthorizedCall call, UnaryOperator<DelegationRequest> change) {
        return directory.transact(
                found.requestor(),
                call.now(),
                account -> {
                    DelegationRequest changed = change.apply(unchanged(found, account));
                    return new Transaction.Result<>(changed, List.of(new Change.Put(changed)));
                });
    }

    private static DelegationRequest unchanged(Found found, Account account) {
        DelegationRequest seen = found.request();
        DelegationRequest now = account.delegations().made(seen.id());
        if (now == null) {
            throw NoSuchEntity.delegationRequest(seen.id());
        }
        if (!Objects.equals(now.ownerAccountId(), seen.ownerAccountId())
                || !Objects.equals(owner(now), owner(seen))) {
            throw new AwsError(
                    ErrorCode.CONCURRENT_MODIFICATION,
                    "The request was rejected because multiple requests to change this object were"
                            + " submitted simultaneously. Wait a few minutes and submit your"
                            + " request again.");
        }
        return now;
    }

    static @Nullable String owner(DelegationRequest request) {
        return request.progress().ownerId();
    }

    /** Lets the caller's account list the request, once the request says that it is its own. */
    void receive(Found found, AuthorizedCall call) {
        ReceivedDelegation pointer =
                new ReceivedDelegation(found.request().id(), found.requestor().digits());
        directory.transact(
                call.accountId(),
                call.now(),
                account -> new Transaction.Result<>("", List.of(new Change.Put(pointer))));
    }
}
