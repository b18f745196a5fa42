package dev.understudy.server.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads one answer off a connection, as cheaply as can be. */
final class HttpAnswer {
    private HttpAnswer() {}

    /** The status; the rest is passed over. */
    static int status(InputStream in) throws IOException {
        byte[] line = new byte[4_096];
        int status = Integer.parseInt(line(in, line).substring(9, 12));
        int length = 0;
        for (String header = line(in, line); !header.isEmpty(); header = line(in, line)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        in.skipNBytes(length);
        return status;
    }

    private static String line(InputStream in, byte[] buffer) throws IOException {
        int length = 0;
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the server hung up");
            }
            if (b != '\r') {
                buffer[length++] = (byte) b;
            }
        }
        return new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
    }
}
