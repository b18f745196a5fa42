package dev.understudy.iam.delegation;

import dev.understudy.directory.Account;
import dev.understudy.directory.DelegationRequest;
import dev.understudy.directory.Directory;
import dev.understudy.directory.Keyring;
import dev.understudy.directory.SealBroken;
import dev.understudy.directory.Sealed;
import dev.understudy.iam.errors.ExpiredTradeInToken;
import dev.understudy.policy.AccountId;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * The tokens that finalized requests are traded in by. A token is stored nowhere: it is the
 * request's id, sealed for the account that asked, and is worth nothing to another one. It is good
 * once, and from when the request was finalized as long as access was asked for.
 */
public final class ExchangeTokens {
    private static final String PURPOSE = "delegation-exchange-token";
    private static final int MAX_LENGTH = 1_024;

    private final Keyring keyring;

    /** Tokens under the keyring's keys. */
    public ExchangeTokens(Keyring keyring) {
        this.keyring = keyring;
    }

    /**
     * The token of a request: it must reach the account that asked, and nobody else needs it.
     *
     * @throws IllegalArgumentException if there is no such request, or its token was not sent, or
     *     is good no longer
     */
    public String of(String requestId, Directory directory, Instant now) {
        AccountId requestor = directory.locate(requestId);
        Account account = requestor == null ? null : directory.account(requestor);
        DelegationRequest request = account == null ? null : account.delegations().made(requestId);
        if (account == null
                || request == null
                || !request.progress().state().equals(Lifecycle.FINALIZED)) {
            throw new IllegalArgumentException(
                    "there is no delegation request `" + requestId + "` whose token was sent");
        }
        if (!isGood(request, now)) {
            throw new IllegalArgumentException(
                    "the token of delegation request `"
                            + requestId
                            + "` was traded in, or is too old");
        }
        Sealed sealed =
                keyring.seal(
                        PURPOSE,
                        requestId.getBytes(StandardCharsets.UTF_8),
                        account.id().digits().getBytes(StandardCharsets.UTF_8));
        return sealed.keyId()
                + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.bytes());
    }

    /**
     * The request that the token is for, if the account asked for it and may trade it in now.
     * Whatever else it is, it is refused as expired: AWS has no other error for it.
     */
    public DelegationRequest open(String token, Account account, Instant now) {
        String id = id(token, account.id());
        DelegationRequest request = id == null ? null : account.delegations().made(id);
        if (request == null
                || !request.progress().state().equals(Lifecycle.FINALIZED)
                || !isGood(request, now)) {
            throw ExpiredTradeInToken.token();
        }
        return request;
    }

    /** When access ends that the request was granted. */
    public static Instant end(DelegationRequest request) {
        return request.progress().since().plusSeconds(request.sessionDuration());
    }

    private static boolean isGood(DelegationRequest request, Instant now) {
        return request.progress().tradedAt() == null && now.isBefore(end(request));
    }

    private @Nullable String id(String token, AccountId account) {
        int dot = token.indexOf('.');
        if (dot < 0 || token.length() > MAX_LENGTH) {
            return null;
        }
        try {
            Sealed sealed =
                    new Sealed(
                            token.substring(0, dot),
                            Base64.getUrlDecoder().decode(token.substring(dot + 1)));
            byte[] binding = account.digits().getBytes(StandardCharsets.UTF_8);
            return new String(keyring.open(PURPOSE, sealed, binding), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | SealBroken notOurs) {
            return null;
        }
    }
}
