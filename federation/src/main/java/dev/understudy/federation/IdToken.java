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
import java.util.List;
import java.util.Set;

/**
 * A token that looks like an OpenID Connect id token and was not verified: good for finding out
 * whose keys to ask for, and for nothing else.
 */
public final class IdToken {
    /** AWS's limit for the parameter. */
    private static final int MAX_LENGTH = 20_000;

    private static final int MAX_KEY_ID_LENGTH = 1024;

    static final Proof.Unproven MALFORMED =
            Proof.invalid(
                    "The ID Token provided is not a valid JWT. (You may see this error if you sent"
                            + " an Access Token)");

    /** Headers that change what the others mean. */
    private static final List<String> UNKNOWN = List.of("crit", "enc", "b64");

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.RS384,
                    JWSAlgorithm.RS512,
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.ES384,
                    JWSAlgorithm.ES512);

    /** Null if it says no way of signing that proves something. */
    private final @Nullable JWSHeader header;

    private final byte[] signedBytes;
    private final Base64URL signature;
    private final JsonObject claims;

    private IdToken(
            @Nullable JWSHeader header,
            byte[] signedBytes,
            Base64URL signature,
            JsonObject claims) {
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
        Findings findings = Findings.untilRefused();
        IdToken token = read(text, findings);
        return findings.refusal() == null ? token : null;
    }

    /** The token, as far as it can be read; null if not even its claims can. */
    static @Nullable IdToken read(String text, Findings findings) {
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        boolean three = second >= 0 && text.indexOf('.', second + 1) < 0;
        boolean readable =
                findings.check(
                                "length",
                                text.length() <= MAX_LENGTH,
                                () -> text.length() + " characters",
                                "at most " + MAX_LENGTH,
                                MALFORMED)
                        && findings.check(
                                "form",
                                three,
                                () -> (text.chars().filter(c -> c == '.').count() + 1) + " parts",
                                "three parts, with two dots between them",
                                MALFORMED);
        if (!readable) {
            return null;
        }
        JWSHeader header = header(object(text.substring(0, first)), findings);
        JsonObject claims = object(text.substring(first + 1, second));
        findings.check(
                "payload",
                claims != null,
                () -> claims == null ? "none" : claims.members().size() + " claims",
                "base64url of a JSON object in UTF-8 that has no name twice",
                MALFORMED);
        String signature = text.substring(second + 1);
        boolean signed =
                findings.check(
                        "signatureForm",
                        decoded(signature) != null,
                        () -> signature.isEmpty() ? "none" : signature.length() + " characters",
                        "base64url without padding",
                        MALFORMED);
        if (claims == null || findings.ended()) {
            return null;
        }
        byte[] signedBytes = text.substring(0, second).getBytes(StandardCharsets.US_ASCII);
        return new IdToken(signed ? header : null, signedBytes, new Base64URL(signature), claims);
    }

    private static @Nullable JWSHeader header(@Nullable JsonObject head, Findings findings) {
        if (!findings.check(
                        "header",
                        head != null,
                        () -> head == null ? "none" : "a JSON object",
                        "base64url of a JSON object in UTF-8 that has no name twice",
                        MALFORMED)
                || head == null) {
            return null;
        }
        String name = head.get("alg") instanceof JsonString text ? text.value() : "";
        Json keyId = head.get("kid");
        boolean known =
                findings.check(
                        "algorithm",
                        ALGORITHMS.contains(new JWSAlgorithm(name)),
                        () -> name.isEmpty() ? "none" : name,
                        "RS256, RS384, RS512, PS256, ES256, ES384 or ES512",
                        MALFORMED);
        List<String> understood =
                UNKNOWN.stream().filter(member -> head.member(member) != null).toList();
        boolean plain =
                findings.check(
                        "extensions",
                        understood.isEmpty(),
                        () -> understood.isEmpty() ? "none" : String.join(", ", understood),
                        "no header that must be understood (crit, enc, b64)",
                        MALFORMED);
        boolean named =
                findings.check(
                        "keyId",
                        keyId == null || keyId instanceof JsonString id && isPlausible(id.value()),
                        () -> keyId instanceof JsonString id ? id.value() : "none",
                        "none, or text of at most " + MAX_KEY_ID_LENGTH + " characters",
                        MALFORMED);
        if (!known || !plain || !named) {
            return null;
        }
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.parse(name));
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

    /** What the token claims by this name, unproven; null if it is no text. */
    public @Nullable String claimedText(String name) {
        return claims.get(name) instanceof JsonString text ? text.value() : null;
    }

    /** Whom the token claims to be for, unproven; empty if it does not say. */
    public List<String> claimedAudience() {
        List<String> audience = IdTokenClaims.texts(claims.get("aud"));
        return audience == null ? List.of() : audience;
    }

    @Nullable String keyId() {
        return header == null ? null : header.getKeyID();
    }

    /** Whether its header says how it is signed. */
    boolean isVerifiable() {
        return header != null;
    }

    boolean isSignedByOneOf(VerificationKeys keys) {
        return header != null && keys.made(signature, header, signedBytes);
    }

    JsonObject claims() {
        return claims;
    }
}
