package dev.understudy.operation;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkPojo;

/** What a request asks for, taken apart by its protocol, before anyone looked at who asks. */
sealed interface Asked permits QueryRequest, JsonRequest {
    /** The header in which the JSON protocol names the operation. */
    String TARGET = "X-Amz-Target";

    /** The operation's name; null if the request names none. */
    @Nullable String action();

    /** The version of the API; null if the request names none. */
    @Nullable String version();

    /** Whether the request asks for nothing at all, as a browser's does. */
    boolean isEmpty();

    /**
     * The shape that the builder builds, with the request's parameters as the service reads them.
     */
    SdkPojo input(SdkPojo builder, Service service);

    /** Reads a request of whichever protocol it is. */
    static Asked read(WireRequest request) {
        String target = request.header(TARGET);
        return target == null ? QueryReader.read(request) : JsonRequest.read(target, request);
    }
}
