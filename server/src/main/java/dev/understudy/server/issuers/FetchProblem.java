package dev.understudy.server.issuers;

import dev.understudy.federation.KeySource.Keys;

/** Why nothing came of asking an issuer. The message is for whoever runs the server. */
public final class FetchProblem extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Keys outcome;
    private final int status;

    private FetchProblem(Keys outcome, int status, String message) {
        super(message, null, false, false);
        this.outcome = outcome;
        this.status = status;
    }

    /** It answers, with a status other than 200. */
    static FetchProblem status(int status) {
        return new FetchProblem(
                status >= 500 || status == 429 ? new Keys.Unreachable() : new Keys.Unusable(),
                status,
                "it answers with status " + status);
    }

    /** It did not answer, and may later. */
    static FetchProblem unreachable(String message) {
        return new FetchProblem(new Keys.Unreachable(), 0, message);
    }

    /** What it says is no use. */
    static FetchProblem unusable(String message) {
        return new FetchProblem(new Keys.Unusable(), 0, message);
    }

    /** It may be somebody else. */
    static FetchProblem untrusted(String message) {
        return new FetchProblem(new Keys.Untrusted(), 0, message);
    }

    Keys outcome() {
        return outcome;
    }

    /** The HTTP status, if that is the problem; else 0. */
    int status() {
        return status;
    }
}
