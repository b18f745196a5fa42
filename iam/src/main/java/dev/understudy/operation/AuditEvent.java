package dev.understudy.operation;

import dev.understudy.federation.VerifiedIdentity;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One request and what came of it, for an audit. It tells no secret: of the parameters it tells
 * those that name something, and never a document, a token, a password or a code.
 */
public final class AuditEvent {
    /** What the names of parameters end in that name something. */
    private static final Set<String> NAMING = Set.of("Name", "Arn", "ARN", "Path", "Id", "Prefix");

    private final Trail trail;
    private final Map<String, String> parameters;

    AuditEvent(Trail trail, @Nullable SdkPojo input) {
        this.trail = trail;
        this.parameters = input == null ? Map.of() : naming(input);
    }

    /** When the request came, in seconds. */
    public Instant at() {
        return trail.at();
    }

    /** The id of the request, which its answer told. */
    public String requestId() {
        return trail.requestId();
    }

    /** The service that was meant, as far as one could tell. */
    public Service service() {
        return trail.service;
    }

    /** AWS's name of the operation; null if the request got no further than naming none. */
    public @Nullable String operation() {
        return trail.operation;
    }

    /** The region of the credential scope. */
    public String region() {
        return trail.region;
    }

    /** Where the request came from. */
    public String remoteAddress() {
        return trail.remoteAddress;
    }

    /** What the client calls itself; null if it says nothing. */
    public @Nullable String userAgent() {
        return trail.userAgent;
    }

    /** Who signed; null if nobody did, or the signature does not hold. */
    public @Nullable Caller caller() {
        return trail.caller;
    }

    /** The access key id that an unproven signature claims; null if there is none. */
    public @Nullable String claimedKeyId() {
        return trail.claimedKeyId;
    }

    /** The outside identity that was proven and let in; null if none was. */
    public @Nullable VerifiedIdentity identity() {
        return trail.identity;
    }

    /** Why it was refused; null if it was not. */
    public @Nullable AwsError error() {
        return trail.error;
    }

    /** Whether the operation only looks; true as well where there was none. */
    public boolean readOnly() {
        return trail.readOnly;
    }

    /** The parameters that name something, by their names; empty if none were read. */
    public Map<String, String> parameters() {
        return parameters;
    }

    /** Not the input itself: events wait to be written, and an input may be large. */
    private static Map<String, String> naming(SdkPojo input) {
        Map<String, String> naming = new TreeMap<>();
        for (SdkField<?> field : input.sdkFields()) {
            if (names(field.memberName())
                    && field.getValueOrDefault(input) instanceof String value) {
                naming.put(field.memberName(), value);
            }
        }
        return naming;
    }

    private static boolean names(String member) {
        return NAMING.stream().anyMatch(member::endsWith);
    }

    @Override
    public String toString() {
        return trail.requestId() + " " + trail.operation;
    }
}
