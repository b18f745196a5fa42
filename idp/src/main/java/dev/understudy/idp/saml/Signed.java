package dev.understudy.idp.saml;

/** What of a response carries a signature. */
public enum Signed {
    /** The response alone, and with it what is in it. */
    RESPONSE,
    /** The assertion alone. */
    ASSERTION,
    /** Each for itself. */
    BOTH
}
