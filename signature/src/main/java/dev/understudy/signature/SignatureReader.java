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
        boolean inQuery = query.isSigned();
        int headers = count(message.headers(), "Authorization");
        if (headers == 0 && !inQuery) {
            return count(message.headers(), "X-Amz-Security-Token") == 0 && query.token() == null
                    ? new Reading.Unsigned()
                    : refused("A security token is given without a signature.");
        }
        if (headers > 1 || headers == 1 && inQuery) {
            return refused(
                    "Only one authentication mechanism is allowed: one Authorization header, or"
                            + " X-Amz- parameters.");
        }
        for (String once :
                List.of("X-Amz-Date", "X-Amz-Security-Token", "X-Amz-Content-SHA256", "Host")) {
            if (count(message.headers(), once) > 1) {
                return refused("The header " + once + " is given more than once.");
            }
        }
        String token = header(message.headers(), "X-Amz-Security-Token");
        if (inQuery) {
            return token == null
                    ? PresignedReader.read(query)
                    : refused(
                            "The security token of a presigned request belongs into its query"
                                    + " string.");
        }
        return query.token() == null
                ? HeaderReader.read(message, token)
                : refused(
                        "The security token is given in the query string, the signature in a"
                                + " header.");
    }

    static Reading refused(String message) {
        return new Reading.Refused(SignatureFault.incomplete(message));
    }

    static int count(List<HttpHeader> headers, String name) {
        int count = 0;
        for (HttpHeader header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                count++;
            }
        }
        return count;
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
