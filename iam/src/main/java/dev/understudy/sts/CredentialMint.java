package dev.understudy.sts;

import dev.understudy.directory.UniqueIds;
import dev.understudy.operation.Session;
import dev.understudy.operation.SessionTokens;

import software.amazon.awssdk.services.sts.model.Credentials;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * Makes temporary credentials. They are stored nowhere: the token holds all that the server must
 * know of them.
 */
final class CredentialMint {
    /** 30 random bytes are 40 characters of base64, the form of AWS's secrets. */
    private static final int SECRET_BYTES = 30;

    private final SessionTokens tokens;
    private final SecureRandom random;

    CredentialMint(SessionTokens tokens, SecureRandom random) {
        this.tokens = tokens;
        this.random = random;
    }

    Credentials mint(Session session) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        byte[] secret = Base64.getEncoder().encode(bytes);
        String accessKeyId = UniqueIds.next("ASIA", session.account(), random);
        Credentials credentials =
                Credentials.builder()
                        .accessKeyId(accessKeyId)
                        .secretAccessKey(
                                new String(secret, java.nio.charset.StandardCharsets.US_ASCII))
                        .sessionToken(tokens.seal(session, accessKeyId, secret))
                        .expiration(session.expiresAt())
                        .build();
        Arrays.fill(bytes, (byte) 0);
        Arrays.fill(secret, (byte) 0);
        return credentials;
    }
}
