package dev.understudy.signature;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** A signature that a request presents; what it says is not proven. */
public final class PresentedSignature {
    private final String accessKeyId;
    private final CredentialScope scope;
    private final String signedHeaders;
    private final List<String> signedNames;
    private final String signature;
    private final String timestamp;
    private final Instant requestTime;
    private final @Nullable String sessionToken;
    private final boolean presigned;

    PresentedSignature(
            String accessKeyId,
            CredentialScope scope,
            String signedHeaders,
            String signature,
            String timestamp,
            Instant requestTime,
            @Nullable String sessionToken,
            boolean presigned) {
        this.accessKeyId = accessKeyId;
        this.scope = scope;
        this.signedHeaders = signedHeaders;
        this.signedNames = List.of(signedHeaders.split(";", -1));
        this.signature = signature;
        this.timestamp = timestamp;
        this.requestTime = requestTime;
        this.sessionToken = sessionToken;
        this.presigned = presigned;
    }

    /** 16 to 128 capital letters and digits. */
    public String accessKeyId() {
        return accessKeyId;
    }

    /** The scope that the client says it signed for. */
    public CredentialScope scope() {
        return scope;
    }

    /** When the client says it signed. */
    public Instant requestTime() {
        return requestTime;
    }

    /** The session token; null for long-term credentials. */
    public @Nullable String sessionToken() {
        return sessionToken;
    }

    /** Whether the signature is in the query string. */
    public boolean presigned() {
        return presigned;
    }

    /** The names of the signed headers as they were sent, with semicolons between. */
    String signedHeaders() {
        return signedHeaders;
    }

    List<String> signedNames() {
        return signedNames;
    }

    String signature() {
        return signature;
    }

    /** The request's time as it goes into the string to sign. */
    String timestamp() {
        return timestamp;
    }

    @Override
    public String toString() {
        return "PresentedSignature[" + accessKeyId + " " + scope + "]";
    }
}
