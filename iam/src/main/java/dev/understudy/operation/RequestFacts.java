package dev.understudy.operation;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What the server itself knows of a request, apart from its caller and parameters.
 *
 * @param now second precision
 * @param source for what a service acts; null of all other callers
 */
record RequestFacts(
        Service service,
        Instant now,
        String requestId,
        String region,
        String remoteAddress,
        boolean secure,
        @Nullable String userAgent,
        @Nullable String referer,
        @Nullable ServiceSource source) {

    static RequestFacts of(
            WireRequest request, Service service, Instant now, String requestId, String region) {
        return new RequestFacts(
                service,
                now,
                requestId,
                region,
                request.remoteAddress(),
                request.secure(),
                request.header("User-Agent"),
                request.header("Referer"),
                null);
    }

    /** The same, of a service that acts for this source. */
    RequestFacts actingFor(ServiceSource actsFor) {
        return new RequestFacts(
                service,
                now,
                requestId,
                region,
                remoteAddress,
                secure,
                userAgent,
                referer,
                actsFor);
    }
}
