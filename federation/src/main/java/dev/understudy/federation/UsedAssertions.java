package dev.understudy.federation;

import java.time.Instant;

/** Remembers which assertions were used, so that none is used twice. Safe for many threads. */
@FunctionalInterface
public interface UsedAssertions {
    /**
     * Notes the use of an assertion.
     *
     * @param account the digits of the account that registered the provider
     * @param assertion 43 characters: a digest of provider, issuer and the assertion's id
     * @param until when it stops being good by itself and may be forgotten
     * @return whether it is the first use; false as well if it cannot be remembered
     */
    boolean use(String account, String assertion, Instant until, Instant now);
}
