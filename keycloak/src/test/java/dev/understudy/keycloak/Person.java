package dev.understudy.keycloak;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;

/** Who logs in at a realm's pages, each time in a new browser, and brings away what proves it. */
record Person(Keycloak keycloak, String realm, String password) {
    private static final String CALLBACK = "http://127.0.0.1/callback";

    /** Any: the code is redeemed at once, by whom asked for it. */
    private static final String VERIFIER = "0123456789".repeat(5);

    /** An ID token, by the authorization code flow with PKCE. */
    String idToken(String client)
            throws IOException, InterruptedException, GeneralSecurityException {
        Browser browser = keycloak.browser();
        String endpoint = Keycloak.issuer(realm) + "/protocol/openid-connect/";
        String page =
                endpoint
                        + "auth?"
                        + Browser.encoded(
                                Map.of(
                                        "client_id",
                                        client,
                                        "response_type",
                                        "code",
                                        "scope",
                                        "openid",
                                        "redirect_uri",
                                        CALLBACK,
                                        "code_challenge",
                                        challenge(),
                                        "code_challenge_method",
                                        "S256"));
        var back = browser.logIn(page, Realms.USER, password);
        String location = back.headers().firstValue("Location").orElse("");
        if (!location.startsWith(CALLBACK)) {
            throw new AssertionError("no way back from the login:\n" + back.body());
        }
        String tokens =
                browser.post(
                                endpoint + "token",
                                Map.of(
                                        "grant_type", "authorization_code",
                                        "client_id", client,
                                        "code", code(location),
                                        "redirect_uri", CALLBACK,
                                        "code_verifier", VERIFIER))
                        .body();
        return Members.text(tokens, "id_token");
    }

    private static String challenge() throws GeneralSecurityException {
        byte[] digest =
                MessageDigest.getInstance("SHA-256")
                        .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private static String code(String location) {
        for (String parameter : URI.create(location).getRawQuery().split("&", -1)) {
            if (parameter.startsWith("code=")) {
                return parameter.substring("code=".length());
            }
        }
        throw new AssertionError("no code came back");
    }

    /** Logs in where a command or a page sent somebody, and goes back to it. */
    void logInAt(String page) throws IOException, InterruptedException {
        Browser browser = keycloak.browser();
        String back =
                browser.logIn(page, Realms.USER, password)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        browser.get(back);
    }

    /** A SAML response in base64, by the login that begins at the identity provider. */
    String samlResponse(String client) throws IOException, InterruptedException {
        String page = Keycloak.issuer(realm) + "/protocol/saml/clients/" + client;
        return Browser.field(
                keycloak.browser().logIn(page, Realms.USER, password).body(), "SAMLResponse");
    }

    /** What the realm says of itself to those who trust its SAML responses. */
    String metadata() throws IOException, InterruptedException {
        return keycloak.browser().get(Keycloak.issuer(realm) + "/protocol/saml/descriptor").body();
    }
}
