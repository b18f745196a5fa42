package dev.understudy.federation;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;

import dev.understudy.policy.Json;
import dev.understudy.policy.Json.JsonObject;
import dev.understudy.policy.Json.JsonString;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/**
 * A token that looks like an OpenID Connect id token and was not verified: good for finding out
 * whose keys to ask for, and for nothing else.
 */
public final class IdToken {
    /** AWS's limit for the parameter. */
    private static final int MAX_LENGTH = 20_000;

    private static final int MAX_KEY_ID_LENGTH = 1024;

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.RS384,
                    JWSAlgorithm.RS512,
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.ES384,
                    JWSAlgorithm.ES512);

    private final JWSHeader header;
    private final byte[] signedBytes;
    private final Base64URL signature;
    private final JsonObject claims;

    private IdToken(JWSHeader header, byte[] signedBytes, Base64URL signature, JsonObject claims) {
        this.header = header;
        this.signedBytes = signedBytes;
        this.signature = signature;
        this.claims = claims;
    }

    /**
     * The token in this text; null if it is none, or is signed in a way that proves nothing ({@code
     * none}, HMAC). Strict: no name twice, no padding, no header that must be understood ({@code
     * crit}). Keys that the header brings along are not even read.
     */
    public static @Nullable IdToken parse(String text) {
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        if (text.length() > MAX_LENGTH || second < 0 || text.indexOf('.', second + 1) >= 0) {
            return null;
        }
        JsonObject head = object(text.substring(0, first));
        JsonObject claims = object(text.substring(first + 1, second));
        JWSHeader header = head == null ? null : header(head);
        String signature = text.substring(second + 1);
        if (header == null || claims == null || decoded(signature) == null) {
            return null;
        }
        byte[] signedBytes = text.substring(0, second).getBytes(StandardCharsets.US_ASCII);
        return new IdToken(header, signedBytes, new Base64URL(signature), claims);
    }

    private static @Nullable JWSHeader header(JsonObject head) {
        if (!(head.get("alg") instanceof JsonString name)
                || head.member("crit") != null
                || head.member("enc") != null
                || head.member("b64") != null) {
            return null;
        }
        JWSAlgorithm algorithm = new JWSAlgorithm(name.value());
        Json keyId = head.get("kid");
        if (!ALGORITHMS.contains(algorithm)
                || keyId != null && !(keyId instanceof JsonString id && isPlausible(id.value()))) {
            return null;
        }
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.parse(name.value()));
        return (keyId instanceof JsonString id ? header.keyID(id.value()) : header).build();
    }

    private static boolean isPlausible(String keyId) {
        return keyId.length() <= MAX_KEY_ID_LENGTH;
    }

    private static @Nullable JsonObject object(String part) {
        byte[] bytes = decoded(part);
        if (bytes == null) {
            return null;
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Json.read(text) instanceof JsonObject object ? object : null;
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }

    private static byte @Nullable [] decoded(String part) {
        try {
            return part.isEmpty() || part.indexOf('=') >= 0
                    ? null
                    : Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    /** The issuer that the token claims; null if it claims none. */
    public @Nullable String claimedIssuer() {
        return claims.get("iss") instanceof JsonString issuer ? issuer.value() : null;
    }

    @Nullable String keyId() {
        return header.getKeyID();
    }

    boolean isSignedByOneOf(VerificationKeys keys) {
        return keys.made(signature, header, signedBytes);
    }

    JsonObject claims() {
        return claims;
    }
}
