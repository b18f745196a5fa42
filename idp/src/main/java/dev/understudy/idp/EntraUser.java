package dev.understudy.idp;

import java.time.Duration;

/**
 * A user of a tenant of Microsoft Entra ID who signed in to an application, by version 2.0.
 *
 * @param subject whom the application knows the user as: other applications know another
 * @param userName the address of the account
 * @param tenant the tenant, a UUID
 * @param applicationId the application, a UUID
 * @see <a
 *     href="https://learn.microsoft.com/en-us/entra/identity-platform/id-token-claims-reference">ID
 *     token claims reference</a>
 */
public record EntraUser(String subject, String userName, String tenant, String applicationId) {
    /** A tenant for examples. */
    public static final String TENANT = "9122040d-6c67-4c5b-b112-36a304b66dad";

    /** Its issuer; each tenant has its own. */
    public static final String ISSUER =
            "https://login.microsoftonline.com/" + EntraUser.TENANT + "/v2.0";

    /** An application for examples. */
    public static final String APPLICATION_ID = "6cb04018-a3f5-46a7-b995-940c78f5aef3";

    /** A user of the tenant for examples. */
    public static EntraUser ofSubject(String subject) {
        return new EntraUser(subject, "abeli@example.com", TENANT, APPLICATION_ID);
    }

    /** The id token. */
    public Token token() {
        return Token.of(subject, applicationId)
                .claim("nbf", Duration.ZERO)
                .claim("name", userName.substring(0, userName.indexOf('@')))
                .claim("preferred_username", userName)
                .claim("oid", "00000000-0000-0000-66f3-3332eca7ea81")
                .claim("tid", tenant)
                .claim("uti", "K5km8v9QbUSn5lJ0ZJ8XAA")
                .claim("rh", "0.AAAADQQikWdsW0yxEjajBLZtrRhAsGz1o6dGuZWUDHj1rvM")
                .claim("ver", "2.0")
                .validFor(Duration.ofMinutes(65));
    }
}
