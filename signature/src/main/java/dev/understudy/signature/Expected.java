package dev.understudy.signature;

import java.time.Duration;
import java.util.Set;

/**
 * What a signature must be for.
 *
 * @param service the scope's
 * @param regions those that the scope may name; empty for any
 * @param past how old a signature may be
 * @param future how far ahead of time it may be
 * @param unsignedPayload whether {@code UNSIGNED-PAYLOAD} is enough
 */
public record Expected(
        String service,
        Set<String> regions,
        Duration past,
        Duration future,
        boolean unsignedPayload) {
    private static final Duration FIFTEEN_MINUTES = Duration.ofMinutes(15);

    public Expected {
        regions = Set.copyOf(regions);
    }

    /** For a service in any region, within a quarter of an hour, with a signed payload. */
    public static Expected service(String service) {
        return new Expected(service, Set.of(), FIFTEEN_MINUTES, FIFTEEN_MINUTES, false);
    }
}
