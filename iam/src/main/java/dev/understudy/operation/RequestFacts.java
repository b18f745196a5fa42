package dev.understudy.operation;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the server itself knows of a request, apart from its caller and parameters.
 *
 * @param now second precision
 * @param source for what a service acts; null of all other callers
 * @param sessionKeys what this server, as a service, says of the session it asks for; empty for
 *     whoever calls from outside
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
        @Nullable ServiceSource source,
        Map<String, List<String>> sessionKeys) {

    /** What the server does by itself has no other address. */
    private static final String HERE = "127.0.0.1";

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
                null,
                Map.of());
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
                actsFor,
                sessionKeys);
    }

    /** Of what this server does as a service. */
    static RequestFacts of(ServiceCaller service, Service asked, Instant now, String requestId) {
        return new RequestFacts(
                asked,
                now,
                requestId,
                service.region(),
                HERE,
                true,
                null,
                null,
                ServiceSource.of(service.sourceArn(), service.sourceAccount().digits()),
                service.sessionKeys());
    }
}
