package dev.understudy.idp;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request for an authorization code, with PKCE (OpenID Connect Core 1.0, 3.1.2.1; RFC 7636).
 *
 * @param client that asks
 * @param redirectUri one of the client's
 * @param state empty if none was given
 * @param nonce empty if none was given
 * @param challenge SHA-256 of the verifier, base64url
 */
record CodeRequest(
        OidcClient client, String redirectUri, String state, String nonce, String challenge) {

    /** A request that the client must be told of by a redirect. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final String redirectUri;
        private final String state;
        private final String code;

        Refused(String redirectUri, String state, String code, String description) {
            super(description, null, false, false);
            this.redirectUri = redirectUri;
            this.state = state;
            this.code = code;
        }

        String redirectUri() {
            return redirectUri;
        }

        String state() {
            return state;
        }

        String code() {
            return code;
        }
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is not known who asks, or where the answer may go:
     *     then nobody is redirected
     */
    static CodeRequest read(Map<String, String> form, Map<String, OidcClient> clients)
            throws Refused {
        OidcClient client = clients.get(form.getOrDefault("client_id", ""));
        if (client == null) {
            throw new IllegalArgumentException("no client of this client_id");
        }
        String redirectUri = form.getOrDefault("redirect_uri", "");
        if (!client.mayReceiveAt(redirectUri)) {
            throw new IllegalArgumentException("redirect_uri is none of the client's");
        }
        String state = form.getOrDefault("state", "");
        if (!"code".equals(form.get("response_type"))) {
            throw new Refused(
                    redirectUri, state, "unsupported_response_type", "response_type must be code");
        }
        if (!Arrays.asList(form.getOrDefault("scope", "").split(" ")).contains("openid")) {
            throw new Refused(redirectUri, state, "invalid_scope", "scope must contain openid");
        }
        String challenge = form.getOrDefault("code_challenge", "");
        if (!"S256".equals(form.get("code_challenge_method"))
                || !challenge.matches("[A-Za-z0-9_-]{43}")) {
            throw new Refused(
                    redirectUri, state, "invalid_request", "a code_challenge by S256 is needed");
        }
        return new CodeRequest(
                client, redirectUri, state, form.getOrDefault("nonce", ""), challenge);
    }

    /** What a form must hold for {@link #read} to give the same. */
    Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", client.id());
        form.put("redirect_uri", redirectUri);
        form.put("response_type", "code");
        form.put("scope", "openid");
        form.put("state", state);
        form.put("nonce", nonce);
        form.put("code_challenge", challenge);
        form.put("code_challenge_method", "S256");
        return form;
    }
}
