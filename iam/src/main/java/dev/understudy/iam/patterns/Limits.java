package dev.understudy.iam.patterns;

import dev.understudy.iam.errors.LimitExceeded;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Quota;

/** Holds what an account would have against its quotas. */
public final class Limits {
    private Limits() {}

    /** Passes if so many are within the caller's account's quota, else LimitExceeded. */
    public static void require(Quota quota, int wanted, AuthenticatedCall call) {
        int most = call.quota(quota);
        if (wanted > most) {
            throw LimitExceeded.quota(quota.wire(), most);
        }
    }
}
