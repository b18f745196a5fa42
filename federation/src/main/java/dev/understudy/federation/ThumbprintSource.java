package dev.understudy.federation;

/** Where the thumbprints of issuers' servers come from, for providers made without any. */
@FunctionalInterface
public interface ThumbprintSource {
    /** Looks at the issuer's server. */
    Seen look(String issuerUrl);

    /** What came of looking. */
    sealed interface Seen {
        /**
         * The server shows this certificate last, the top intermediate authority's, and somebody
         * whom the platform trusts vouches for it.
         *
         * @param thumbprint its SHA-1, 40 hexadecimal digits
         */
        record Thumbprint(String thumbprint) implements Seen {}

        /** The server needs none: nobody ever asks it. */
        record Needless() implements Seen {}

        /** The server does not answer, or nobody vouches for it. */
        record Unreachable() implements Seen {}
    }

    /** Looks at no server, and holds none to need a thumbprint. */
    static ThumbprintSource none() {
        return issuerUrl -> new Seen.Needless();
    }
}
