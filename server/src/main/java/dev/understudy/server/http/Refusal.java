package dev.understudy.server.http;

import dev.understudy.operation.WireResponse;
import dev.understudy.signature.HttpHeader;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * The answer to what is no request that an endpoint could read, in the form of AWS's errors. AWS's
 * own front servers answer such with words of their own, so these are ours.
 */
final class Refusal {
    private static final int BAD_REQUEST = 400;
    private static final int TIMED_OUT = 408;
    private static final int TOO_LARGE = 413;
    private static final int TOO_LONG = 414;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int OTHER_VERSION = 505;

    private Refusal() {}

    /** The body was not all there when the client stopped. */
    static WireResponse truncated() {
        return error(
                BAD_REQUEST, "IncompleteBody", "the body ends before the length that was given");
    }

    /** The rest of the request did not come in time. */
    static WireResponse late() {
        return error(TIMED_OUT, "RequestTimeout", "the rest of the request did not come in time");
    }

    /** What the web server refused with this status. */
    static WireResponse of(int status) {
        return switch (status) {
            case TOO_LARGE ->
                    error(
                            status,
                            "RequestEntityTooLarge",
                            "the body is larger than " + HttpFace.MOST_BODY_BYTES + " bytes");
            case TOO_LONG ->
                    error(
                            status,
                            "RequestUriTooLong",
                            "the first line is longer than "
                                    + HttpFace.MOST_PROLOGUE_BYTES
                                    + " bytes");
            case BAD_REQUEST ->
                    error(
                            status,
                            "BadRequest",
                            "this is no well-formed HTTP/1.1 request, or its headers are larger"
                                    + " than "
                                    + HttpFace.MOST_HEADER_BYTES
                                    + " bytes");
            case NOT_IMPLEMENTED ->
                    error(
                            status,
                            "NotImplemented",
                            "the only transfer coding that this server understands is chunked");
            case OTHER_VERSION ->
                    error(status, "HttpVersionNotSupported", "this server speaks HTTP/1.1");
            default -> error(status, status >= 500 ? "InternalFailure" : "BadRequest", "refused");
        };
    }

    private static WireResponse error(int status, String code, String message) {
        String id = UUID.randomUUID().toString();
        String xml =
                "<ErrorResponse xmlns=\"http://webservices.amazon.com/AWSFault/2005-15-09\"><Error><Type>"
                        + (status >= 500 ? "Receiver" : "Sender")
                        + "</Type><Code>"
                        + code
                        + "</Code><Message>"
                        + message
                        + "</Message></Error><RequestId>"
                        + id
                        + "</RequestId></ErrorResponse>";
        return new WireResponse(
                status,
                List.of(
                        new HttpHeader("x-amzn-RequestId", id),
                        new HttpHeader("Content-Type", "text/xml")),
                xml.getBytes(StandardCharsets.UTF_8));
    }
}
