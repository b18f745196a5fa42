package dev.understudy.server.issuers;

import dev.understudy.federation.KeySource.Keys;

/** Why nothing came of asking an issuer. The message is for whoever runs the server. */
final class FetchProblem extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Keys outcome;

    private FetchProblem(Keys outcome, String message) {
        super(message, null, false, false);
        this.outcome = outcome;
    }

    /** It did not answer, and may later. */
    static FetchProblem unreachable(String message) {
        return new FetchProblem(new Keys.Unreachable(), message);
    }

    /** What it says is no use. */
    static FetchProblem unusable(String message) {
        return new FetchProblem(new Keys.Unusable(), message);
    }

    /** It may be somebody else. */
    static FetchProblem untrusted(String message) {
        return new FetchProblem(new Keys.Untrusted(), message);
    }

    Keys outcome() {
        return outcome;
    }
}
