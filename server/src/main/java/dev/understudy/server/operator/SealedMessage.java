package dev.understudy.server.operator;

import dev.understudy.directory.Keyring;
import dev.understudy.directory.SealBroken;
import dev.understudy.directory.Sealed;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * JSON sealed under the master key, as one line of text. Nobody without the key can read it, change
 * it, or make one.
 */
final class SealedMessage {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String REQUEST = "operator-request";
    private static final String ANSWER = "operator-answer";
    private static final byte[] NO_BINDING = new byte[0];

    private SealedMessage() {}

    static byte[] request(Keyring keyring, JsonNode content) {
        return seal(keyring, REQUEST, content, NO_BINDING);
    }

    /** Null if it was not sealed by us as a request. */
    static @Nullable JsonNode openRequest(Keyring keyring, byte[] message) {
        return open(keyring, REQUEST, message, NO_BINDING);
    }

    /** An answer to that request and to no other. */
    static byte[] answer(Keyring keyring, JsonNode content, byte[] request) {
        return seal(keyring, ANSWER, content, request);
    }

    /** Null if it was not sealed by us as the answer to that request. */
    static @Nullable JsonNode openAnswer(Keyring keyring, byte[] message, byte[] request) {
        return open(keyring, ANSWER, message, request);
    }

    private static byte[] seal(Keyring keyring, String purpose, JsonNode content, byte[] binding) {
        Sealed sealed = keyring.seal(purpose, JSON.writeValueAsBytes(content), binding);
        String text = sealed.keyId() + "." + Base64.getEncoder().encodeToString(sealed.bytes());
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static @Nullable JsonNode open(
            Keyring keyring, String purpose, byte[] message, byte[] binding) {
        String text = new String(message, StandardCharsets.US_ASCII);
        int dot = text.indexOf('.');
        if (dot < 0) {
            return null;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text.substring(dot + 1));
            Sealed sealed = new Sealed(text.substring(0, dot), bytes);
            return JSON.readTree(keyring.open(purpose, sealed, binding));
        } catch (IllegalArgumentException | SealBroken | JacksonException notOurs) {
            return null;
        }
    }
}
