package dev.understudy.operation;

import dev.understudy.signature.HttpHeader;

import java.util.List;

/**
 * One HTTP request exactly as it came over the wire.
 *
 * @param method the HTTP method, upper case
 * @param rawPath the path of the request target, undecoded, without the query
 * @param rawQuery the query of the request target, undecoded, without the question mark; empty if
 *     there is none
 * @param headers in received order, repeated names repeated
 * @param body the whole body; not copied, and not to be changed by anyone
 * @param remoteAddress the textual IP address of the peer, never taken from a header
 * @param secure whether the connection is encrypted
 */
public record WireRequest(
        String method,
        String rawPath,
        String rawQuery,
        List<HttpHeader> headers,
        byte[] body,
        String remoteAddress,
        boolean secure) {

    /** The first value of the header of this name, ignoring case; null if absent. */
    public @org.jspecify.annotations.Nullable String header(String name) {
        for (HttpHeader header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                return header.value();
            }
        }
        return null;
    }
}
