package dev.understudy.federation;

import java.time.Instant;

/** Remembers which assertions were used, so that none is used twice. Safe for many threads. */
@FunctionalInterface
public interface UsedAssertions {
    /**
     * Notes the use of an assertion.
     *
     * @param providerArn the provider in whose name it was verified
     * @param assertion the assertion's issuer and id
     * @param until when it stops being good by itself and may be forgotten
     * @return whether it is the first use; false as well if it cannot be remembered
     */
    boolean use(String providerArn, String assertion, Instant until, Instant now);
}
