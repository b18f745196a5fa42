package dev.understudy.idp;

/** A way in which a token is broken on purpose. */
public enum Flaw {
    /** Expired a minute ago. */
    EXPIRED,
    /** Good from an hour from now ({@code nbf}). */
    NOT_YET_VALID,
    /** Made 25 hours ago, and not expired. */
    ISSUED_TOO_LONG_AGO,
    /** Made an hour from now. */
    ISSUED_IN_THE_FUTURE,
    /** For somebody else. */
    WRONG_AUDIENCE,
    /** Claims another issuer. */
    WRONG_ISSUER,
    /** Signed by a key that is not published, under the id of one that is. */
    WRONG_KEY,
    /** Signed by a published key, under an id that none has. */
    UNKNOWN_KEY_ID,
    /** Not signed: {@code alg} is {@code none}. */
    ALG_NONE,
    /** Signed by HMAC, with the public key for a secret. */
    HMAC_WITH_PUBLIC_KEY,
    /** Signed by a key that it brings along ({@code jwk}). */
    EMBEDDED_KEY,
    /** Signed by a key that it says where to fetch ({@code jku}). */
    EMBEDDED_KEY_URL,
    /** Without {@code iss}. */
    MISSING_ISSUER,
    /** Without {@code sub}. */
    MISSING_SUBJECT,
    /** Without {@code aud} and {@code azp}. */
    MISSING_AUDIENCE,
    /** Without {@code exp}. */
    MISSING_EXPIRY,
    /** Without {@code iat}. */
    MISSING_ISSUE_TIME,
    /** {@code exp} is no whole number. */
    FRACTIONAL_EXPIRY,
    /** {@code exp} is text. */
    TEXT_EXPIRY,
    /** {@code sub} twice, first another's: readers disagree which of them counts. */
    DUPLICATE_CLAIM,
    /** About somebody else since it was signed. */
    TAMPERED_PAYLOAD,
    /** One bit of the signature changed. */
    TAMPERED_SIGNATURE,
    /** Nothing but zeroes for a signature by an elliptic curve: good in a careless verifier. */
    ZERO_SIGNATURE,
    /** With an empty signature, and a header that promises one. */
    EMPTY_SIGNATURE,
    /** Cut off in the middle of the payload. */
    TRUNCATED,
    /** The last bytes of its signature are missing. */
    TRUNCATED_SIGNATURE,
    /** With a part too many. */
    EXTRA_PART,
    /** With a header that whoever does not know it must refuse ({@code crit}). */
    UNKNOWN_CRITICAL_HEADER,
    /** Its payload is no JSON, though well signed. */
    NOT_JSON,
    /** Longer than the 20,000 characters that AWS reads. */
    TOO_LONG
}
