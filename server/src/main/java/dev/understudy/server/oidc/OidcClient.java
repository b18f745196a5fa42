package dev.understudy.server.oidc;

import org.jspecify.annotations.Nullable;

/**
 * Who asks an OpenID Connect provider to sign somebody in.
 *
 * @param issuer the provider, an https URL
 * @param id the client id there
 * @param secret what the client proves itself by, which no text shows; null for one without
 * @param scope what is asked for, separated by spaces; {@code openid} among it
 */
public record OidcClient(String issuer, String id, @Nullable String secret, String scope) {
    /** What is asked for where nobody says. */
    public static final String SCOPE = "openid";

    @Override
    public String toString() {
        return "OidcClient[" + issuer + ", " + id + "]";
    }
}
