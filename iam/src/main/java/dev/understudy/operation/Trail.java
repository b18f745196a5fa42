package dev.understudy.operation;

import dev.understudy.federation.VerifiedIdentity;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkPojo;

import java.time.Instant;

/**
 * What becomes known of one request on its way, for the audit alone: nothing is decided by it. One
 * thread fills it, before the event is handed on.
 */
final class Trail {
    private static final String UNKNOWN_REGION = "us-east-1";

    private final Instant at;
    private final String requestId;
    final String remoteAddress;
    final @Nullable String userAgent;
    Service service = Service.STS;
    String region = UNKNOWN_REGION;
    @Nullable String operation;
    @Nullable String claimedKeyId;
    @Nullable Caller caller;
    @Nullable VerifiedIdentity identity;
    private @Nullable SdkPojo input;
    @Nullable AwsError error;
    boolean readOnly = true;

    Trail(Instant at, String requestId, String remoteAddress, @Nullable String userAgent) {
        this.at = at;
        this.requestId = requestId;
        this.remoteAddress = remoteAddress;
        this.userAgent = userAgent;
    }

    Instant at() {
        return at;
    }

    String requestId() {
        return requestId;
    }

    /** Notes what is asked for, as soon as it was read. */
    void asks(Registry.Entry entry, SdkPojo read) {
        operation = entry.name();
        readOnly = entry.operation() instanceof ReadOperation<?, ?>;
        input = read;
    }

    /** What the audit is told, once the request is answered. */
    AuditEvent event() {
        AuditEvent event = new AuditEvent(this, input);
        input = null;
        return event;
    }
}
