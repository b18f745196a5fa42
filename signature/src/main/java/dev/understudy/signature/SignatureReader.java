package dev.understudy.signature;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Finds the one identity that a request presents: in the Authorization header, or in the query
 * string. Two of them, or anything that two readers could understand differently, is refused.
 */
public final class SignatureReader {
    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private SignatureReader() {}

    /** What the request presents. */
    public static Reading read(HttpMessage message) {
        QueryParameters query = QueryParameters.of(message.rawQuery());
        if (query == null) {
            return refused("X-Amz- parameters must be given once, in their usual spelling.");
        }
        SigningHeaders headers = SigningHeaders.of(message.headers());
        boolean inQuery = query.isSigned();
        if (headers.authorizations() == 0 && !inQuery) {
            return headers.token() == null && query.token() == null
                    ? new Reading.Unsigned()
                    : refused("A security token is given without a signature.");
        }
        if (headers.authorizations() > 1 || headers.authorizations() == 1 && inQuery) {
            return refused(
                    "Only one authentication mechanism is allowed: one Authorization header, or"
                            + " X-Amz- parameters.");
        }
        if (headers.repeated() != null) {
            return refused("The header " + headers.repeated() + " is given more than once.");
        }
        if (inQuery) {
            return headers.token() == null
                    ? PresignedReader.read(query)
                    : refused(
                            "The security token of a presigned request belongs into its query"
                                    + " string.");
        }
        return query.token() == null
                ? HeaderReader.read(headers)
                : refused(
                        "The security token is given in the query string, the signature in a"
                                + " header.");
    }

    static Reading refused(String message) {
        return new Reading.Refused(SignatureFault.incomplete(message));
    }

    static @Nullable String header(List<HttpHeader> headers, String name) {
        for (HttpHeader header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                return header.value().strip();
            }
        }
        return null;
    }
}
