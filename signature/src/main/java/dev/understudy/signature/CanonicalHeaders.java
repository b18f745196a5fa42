package dev.understudy.signature;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The signed headers in the canonical request. */
final class CanonicalHeaders {
    private CanonicalHeaders() {}

    static void write(List<HttpHeader> headers, List<String> signed, Bytes out) {
        for (String name : signed) {
            out.add(name).add(':');
            boolean first = true;
            for (HttpHeader header : headers) {
                if (header.name().equalsIgnoreCase(name)) {
                    if (!first) {
                        out.add(',');
                    }
                    first = false;
                    folded(header.value(), out);
                }
            }
            out.add('\n');
        }
    }

    /** The value without blanks at its ends, and with one for every run of them inside. */
    private static void folded(String value, Bytes out) {
        boolean blank = false;
        boolean any = false;
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            if (b == ' ' || b == '\t' || b == '\r' || b == '\n') {
                blank = any;
            } else {
                if (blank) {
                    out.add(' ');
                    blank = false;
                }
                any = true;
                out.add((char) (b & 0xFF));
            }
        }
    }
}
