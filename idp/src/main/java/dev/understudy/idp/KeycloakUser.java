package dev.understudy.idp;

import java.time.Duration;

/**
 * A user of a Keycloak realm who signed in to a client.
 *
 * @param subject the user's id, a UUID
 * @param name what the user types to sign in
 * @param clientId the client
 * @see <a
 *     href="https://www.keycloak.org/docs-api/latest/javadocs/org/keycloak/representations/IDToken.html">IDToken</a>
 */
public record KeycloakUser(String subject, String name, String clientId) {
    /** An issuer as Keycloak makes them; each realm has its own. */
    public static final String ISSUER = "https://keycloak.example.com/realms/demo";

    /** A user with a name made of the id, of the client {@code understudy}. */
    public static KeycloakUser ofSubject(String subject) {
        int end = subject.indexOf('-');
        return new KeycloakUser(
                subject, "user-" + (end < 0 ? subject : subject.substring(0, end)), "understudy");
    }

    /** The id token: Keycloak names the client in {@code aud} and {@code azp}. */
    public Token token() {
        return Token.of(subject, clientId)
                .claim("auth_time", Duration.ofSeconds(-1))
                .claim("jti", Token.FRESH)
                .claim("typ", "ID")
                .claim("azp", clientId)
                .claim("sid", Token.FRESH)
                .claim("at_hash", "0p2JZ_zG3CCtWnVdHLVgsQ")
                .claim("acr", "1")
                .claim("email_verified", true)
                .claim("name", name)
                .claim("preferred_username", name)
                .claim("email", name + "@example.com")
                .validFor(Duration.ofMinutes(5));
    }
}
