package dev.understudy.signature;

import java.util.List;

/** The signed headers in the canonical request. */
final class CanonicalHeaders {
    private CanonicalHeaders() {}

    static void write(List<HttpHeader> headers, List<String> signed, Bytes out) {
        for (String name : signed) {
            out.add(name).add(':');
            boolean first = true;
            for (int i = 0; i < headers.size(); i++) {
                HttpHeader header = headers.get(i);
                if (header.name().equalsIgnoreCase(name)) {
                    if (!first) {
                        out.add(',');
                    }
                    first = false;
                    out.addFolded(header.value());
                }
            }
            out.add('\n');
        }
    }
}
