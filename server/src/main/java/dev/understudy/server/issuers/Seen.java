package dev.understudy.server.issuers;

import dev.understudy.federation.KeySource.Keys;
import dev.understudy.federation.VerificationKeys;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * What was seen of an issuer's keys, and how long that holds: keys an hour; a failure ten seconds,
 * or a minute where there are older keys. Keys of up to six hours serve while the issuer does not
 * answer, but not where it answers something else, or may be somebody else.
 *
 * @param keys the latest; null if there were none yet
 * @param fetchedAt when they were fetched
 * @param failure what came of the latest attempt, if not keys; null if it brought them
 * @param triedAt when that was
 */
record Seen(
        @Nullable VerificationKeys keys,
        Instant fetchedAt,
        @Nullable Keys failure,
        Instant triedAt) {
    static final Seen NOTHING = new Seen(null, Instant.MIN, null, Instant.MIN);

    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final Duration MOST_STALE = Duration.ofHours(6);
    private static final Duration FAILURE = Duration.ofSeconds(10);

    /** The least between two fetches that tokens can cause by naming a key that nobody knows. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** Whether no fetch is needed to answer. */
    boolean answers(@Nullable String keyId, Instant now) {
        if (failure != null) {
            return isWithin(triedAt, keys == null ? FAILURE : PAUSE, now);
        }
        return keys != null
                && isWithin(fetchedAt, LIFETIME, now)
                && (keys.has(keyId) || isWithin(triedAt, PAUSE, now));
    }

    /** The answer as of now. */
    Keys keys(Instant now) {
        boolean usable =
                failure == null
                        || failure instanceof Keys.Unreachable
                                && isWithin(fetchedAt, MOST_STALE, now);
        if (keys != null && usable) {
            return new Keys.Known(keys);
        }
        return failure == null ? new Keys.Unreachable() : failure;
    }

    Seen after(Keys result, Instant at) {
        return result instanceof Keys.Known known
                ? new Seen(known.keys(), at, null, at)
                : new Seen(keys, fetchedAt, result, at);
    }

    private static boolean isWithin(Instant start, Duration time, Instant now) {
        return !start.equals(Instant.MIN) && now.isBefore(start.plus(time));
    }
}
