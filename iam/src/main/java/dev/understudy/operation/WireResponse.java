package dev.understudy.operation;

import dev.understudy.signature.HttpHeader;

import java.util.List;

/**
 * One HTTP answer, ready to be sent.
 *
 * @param status the HTTP status code
 * @param headers without Content-Length, which the HTTP face adds
 * @param body the whole body; not copied
 */
public record WireResponse(int status, List<HttpHeader> headers, byte[] body) {}
