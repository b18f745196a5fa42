package dev.understudy.operation;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/**
 * Tells whether an outside identity would be admitted, before it asks, by the decision that its
 * request would meet. Nothing is granted, and nothing is logged or kept of it.
 */
public final class OutsideDecisions {
    private static final String REGION = "us-east-1";

    private final Accounts accounts;
    private final InstantSource clock;

    /** Decides on these accounts. */
    public OutsideDecisions(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Gives the work what it reads and decides on, as of this request. */
    public <T> T on(WireRequest from, Function<AuthenticatedCall, T> work) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        RequestFacts facts = RequestFacts.of(from, Service.STS, now, "", REGION);
        return work.apply(new AuthenticatedCall(facts, null, null, accounts));
    }

    /** Whether a request with this access would be let through. */
    public static boolean wouldAdmit(Access access, AuthenticatedCall call) {
        return access instanceof Access.OutsideIdentity outside
                && Authorizer.wouldAdmit(outside, call);
    }
}
