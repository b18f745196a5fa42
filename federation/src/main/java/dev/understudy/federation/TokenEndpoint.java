package dev.understudy.federation;

/** Where a provider of access tokens says what it knows of one. */
@FunctionalInterface
public interface TokenEndpoint {
    /** Asks the provider about a token of a caller whom nobody knows yet. */
    Reply ask(OAuthProvider provider, String token);

    /** What came of asking. Texts in it go into no log and no message: they may hold the token. */
    sealed interface Reply {
        /** The provider answered with this JSON, or what should be JSON. */
        record Answered(String body) implements Reply {
            @Override
            public String toString() {
                return "Answered";
            }
        }

        /**
         * The provider does not take the token.
         *
         * @param status its HTTP status, 400 to 499
         */
        record Refused(int status) implements Reply {}

        /** The provider does not answer, or somebody else does in its place. */
        record Unreachable() implements Reply {}

        /** No application is configured in whose name the provider could be asked. */
        record Unconfigured() implements Reply {}
    }

    /** Nobody is asked, so that no token is good. */
    static TokenEndpoint none() {
        return (provider, token) -> new Reply.Unconfigured();
    }
}
