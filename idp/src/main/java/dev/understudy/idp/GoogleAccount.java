package dev.understudy.idp;

import java.time.Duration;

/**
 * A Google account that signed in to an application.
 *
 * @param subject digits, which Google never uses again
 * @param email its address
 * @param clientId the application
 * @see <a
 *     href="https://developers.google.com/identity/openid-connect/openid-connect#an-id-tokens-payload">An
 *     ID token's payload</a>
 */
public record GoogleAccount(String subject, String email, String clientId) {
    /** Google's issuer. Tokens may also claim it without the scheme. */
    public static final String ISSUER = "https://accounts.google.com";

    /** A client id as Google makes them. */
    public static final String CLIENT_ID = "1234987819200.apps.googleusercontent.com";

    /** An account with an address made of its number. */
    public static GoogleAccount ofSubject(String subject) {
        return new GoogleAccount(subject, "user-" + subject + "@example.com", CLIENT_ID);
    }

    /** Its token. Google's {@code azp} is who asked, its {@code aud} whom it is for. */
    public Token token() {
        return Token.of(subject, clientId)
                .claim("azp", clientId)
                .claim("email", email)
                .claim("email_verified", true)
                .claim("at_hash", "HK6E_P6Dh8Y93mRNtsDB1Q")
                .claim("hd", email.substring(email.indexOf('@') + 1))
                .validFor(Duration.ofHours(1));
    }
}
