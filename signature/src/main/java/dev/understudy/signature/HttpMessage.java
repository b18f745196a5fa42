package dev.understudy.signature;

import java.util.List;

/**
 * A request as it came over the wire.
 *
 * @param method upper case
 * @param rawPath undecoded, without the query
 * @param rawQuery undecoded, without the question mark; empty if there is none
 * @param headers in received order, repeated names repeated
 * @param body not copied, and not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record HttpMessage(
        String method, String rawPath, String rawQuery, List<HttpHeader> headers, byte[] body) {}
