package dev.understudy.server.oidc;

import dev.understudy.server.issuers.ProviderMetadata;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What ties an answer to the request for it. No text shows any of it.
 *
 * @param state comes back with the answer
 * @param nonce comes back in the id token
 * @param verifier is shown with the code; the provider knows its hash from the request (RFC 7636)
 */
public record CodeRequest(String state, String nonce, String verifier) {
    private static final int RANDOM_BYTES = 32;

    /** A new one, each part of it 256 random bits. */
    public static CodeRequest of(RandomGenerator random) {
        return new CodeRequest(random(random), random(random), random(random));
    }

    /** Where the browser goes. */
    public URI url(ProviderMetadata provider, OidcClient client, String redirectUri) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("response_type", "code");
        fields.put("client_id", client.id());
        fields.put("redirect_uri", redirectUri);
        fields.put("scope", client.scope());
        fields.put("state", state);
        fields.put("nonce", nonce);
        fields.put("code_challenge", challenge());
        fields.put("code_challenge_method", "S256");
        String base = provider.authorizationEndpoint().toString();
        return URI.create(base + (base.indexOf('?') < 0 ? "?" : "&") + form(fields));
    }

    /** Fields as a form. */
    static String form(Map<String, String> fields) {
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) ->
                form.append(form.isEmpty() ? "" : "&")
                        .append(name)
                        .append('=')
                        .append(encoded(value)));
        return form.toString();
    }

    /** A text as a part of a form or a query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String challenge() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return text(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String random(RandomGenerator random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return text(bytes);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "CodeRequest";
    }
}
