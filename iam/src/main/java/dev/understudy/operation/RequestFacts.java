package dev.understudy.operation;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What the server itself knows of a request, apart from its caller and parameters.
 *
 * @param now second precision
 */
record RequestFacts(
        Service service,
        Instant now,
        String requestId,
        String region,
        String remoteAddress,
        boolean secure,
        @Nullable String userAgent,
        @Nullable String referer) {

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
                request.header("Referer"));
    }
}
