package dev.understudy.operation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.understudy.directory.AccessKey;
import dev.understudy.directory.AccessKeyStatus;
import dev.understudy.directory.Account;
import dev.understudy.directory.Keyring;
import dev.understudy.directory.SealBroken;
import dev.understudy.policy.AccountId;
import dev.understudy.signature.CredentialScope;
import dev.understudy.signature.Expected;
import dev.understudy.signature.HttpMessage;
import dev.understudy.signature.PresentedSignature;
import dev.understudy.signature.SecretAccessKey;
import dev.understudy.signature.SignatureFault;
import dev.understudy.signature.SignatureVerifier;
import dev.understudy.signature.SigningKey;
import dev.understudy.signature.Verification;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * The one place that authenticates: from a presented signature to the caller it proves. Nothing
 * about the caller is taken from anywhere but the credentials whose signature was verified.
 */
final class Authenticator {
    private static final String INVALID_TOKEN =
            "The security token included in the request is invalid";
    private static final String EXPIRED_TOKEN =
            "The security token included in the request is expired";
    private static final long CACHED_KEYS = 20_000;

    private final Accounts accounts;
    private final Keyring keyring;
    private final SessionTokens tokens;
    private final LastUse lastUse;
    private final Cache<KeyUse, SigningKey> signingKeys =
            Caffeine.newBuilder().maximumSize(CACHED_KEYS).build();

    Authenticator(Accounts accounts, Keyring keyring, SessionTokens tokens, LastUse lastUse) {
        this.accounts = accounts;
        this.keyring = keyring;
        this.tokens = tokens;
        this.lastUse = lastUse;
    }

    /** The caller, or the AwsError that says why there is none. */
    Caller authenticate(
            HttpMessage message, PresentedSignature signature, Service service, Instant now) {
        String token = signature.sessionToken();
        return token == null
                ? longTerm(message, signature, service, now)
                : temporary(token, message, signature, service, now);
    }

    private Caller longTerm(
            HttpMessage message, PresentedSignature signature, Service service, Instant now) {
        AccountId id = accounts.locate(signature.accessKeyId());
        Account account = id == null ? null : accounts.account(id);
        AccessKey key = account == null ? null : account.accessKey(signature.accessKeyId());
        if (account == null || key == null || key.status() != AccessKeyStatus.ACTIVE) {
            throw unknown(message, signature, service, now);
        }
        Caller caller = Callers.longTerm(account, key);
        if (caller == null) {
            throw unknown(message, signature, service, now);
        }
        KeyUse use = new KeyUse(key.id(), Arrays.hashCode(key.secret().bytes()), signature.scope());
        SigningKey signingKey =
                signingKeys.get(use, u -> SigningKey.derive(secretOf(key), u.scope()));
        verify(message, signature, signingKey, service, now);
        lastUse.record(account, key.id(), service, signature.scope().region(), now);
        return caller;
    }

    private SecretAccessKey secretOf(AccessKey key) {
        try {
            byte[] secret =
                    keyring.open(
                            AccessKey.SECRET_PURPOSE,
                            key.secret(),
                            key.id().getBytes(StandardCharsets.UTF_8));
            SecretAccessKey opened = SecretAccessKey.of(secret);
            Arrays.fill(secret, (byte) 0);
            return opened;
        } catch (SealBroken broken) {
            // The data was sealed under another master key: nobody can prove to own it.
            throw new AwsError(ErrorCode.INVALID_CLIENT_TOKEN_ID, INVALID_TOKEN);
        }
    }

    private Caller temporary(
            String token,
            HttpMessage message,
            PresentedSignature signature,
            Service service,
            Instant now) {
        SessionTokens.Opened opened = tokens.open(token, signature.accessKeyId());
        Account account = opened == null ? null : accounts.account(opened.session().account());
        Caller caller =
                opened == null || account == null
                        ? null
                        : Callers.temporary(account, opened.session(), signature.accessKeyId());
        if (opened == null || caller == null) {
            throw unknown(message, signature, service, now);
        }
        KeyUse use = new KeyUse(signature.accessKeyId(), token.hashCode(), signature.scope());
        SigningKey signingKey =
                signingKeys.get(use, u -> SigningKey.derive(opened.secret(), u.scope()));
        verify(message, signature, signingKey, service, now);
        if (!now.isBefore(opened.session().expiresAt())) {
            throw new AwsError(ErrorCode.EXPIRED_TOKEN, EXPIRED_TOKEN);
        }
        return caller;
    }

    private static void verify(
            HttpMessage message,
            PresentedSignature signature,
            SigningKey key,
            Service service,
            Instant now) {
        Verification verification =
                SignatureVerifier.verify(message, signature, key, expected(service), now);
        if (verification instanceof SignatureFault fault) {
            throw error(fault);
        }
    }

    private static Expected expected(Service service) {
        return Expected.service(service.scope());
    }

    private static AwsError unknown(
            HttpMessage message, PresentedSignature signature, Service service, Instant now) {
        return error(SignatureVerifier.unknownKey(message, signature, expected(service), now));
    }

    static AwsError error(SignatureFault fault) {
        for (ErrorCode code : ErrorCode.values()) {
            if (code.wire().equals(fault.code())) {
                return new AwsError(code, fault.message());
            }
        }
        throw new IllegalStateException("no error code " + fault.code());
    }

    /**
     * One use of a key; the tag changes when the secret does, so that no key outlives its secret.
     */
    private record KeyUse(String accessKeyId, int tag, CredentialScope scope) {}
}
