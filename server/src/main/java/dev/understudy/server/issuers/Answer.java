package dev.understudy.server.issuers;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the answer to a request of HTTP/1.1 within bounds. What breaks them is an IOException. */
final class Answer {
    private static final int MOST_HEAD_BYTES = 16 * 1024;

    private final InputStream in;
    private final int mostBytes;
    private int headBytes;

    private Answer(InputStream in, int mostBytes) {
        this.in = in;
        this.mostBytes = mostBytes;
    }

    /** The body of an answer with status 200. */
    static byte[] body(InputStream in, int mostBytes) throws IOException, FetchProblem {
        Answer answer = new Answer(in, mostBytes);
        int status = answer.status();
        if (status != 200) {
            throw FetchProblem.status(status);
        }
        return answer.read();
    }

    /** The answer, whatever its status. */
    static Answered whole(InputStream in, int mostBytes) throws IOException, FetchProblem {
        Answer answer = new Answer(in, mostBytes);
        int status = answer.status();
        return new Answered(status, answer.read());
    }

    /** What came back. */
    @SuppressWarnings("ArrayRecordComponent")
    record Answered(int status, byte[] body) {
        @Override
        public String toString() {
            return "Answered[" + status + "]";
        }
    }

    private byte[] read() throws IOException, FetchProblem {
        Map<String, String> headers = headers();
        String coding = headers.get("transfer-encoding");
        if (coding != null) {
            if (!coding.equalsIgnoreCase("chunked")) {
                throw FetchProblem.unusable("it answers in transfer coding that was not asked for");
            }
            return chunks();
        }
        String length = headers.get("content-length");
        return length == null ? toTheEnd() : exactly(number(length, 10));
    }

    private int status() throws IOException, FetchProblem {
        String line = line();
        if (!line.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) {
            throw FetchProblem.unusable("it does not answer in HTTP/1.1");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private Map<String, String> headers() throws IOException, FetchProblem {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw FetchProblem.unusable("it answers with a header that is none");
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.merge(name, line.substring(colon + 1).strip(), (a, b) -> a + ", " + b);
        }
        return headers;
    }

    private String line() throws IOException, FetchProblem {
        StringBuilder line = new StringBuilder();
        for (int c = next(); c != '\n'; c = next()) {
            if (++headBytes > MOST_HEAD_BYTES) {
                throw FetchProblem.unusable("its headers are too long");
            }
            line.append((char) c);
        }
        int end = line.length() - 1;
        return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
    }

    private int next() throws IOException {
        int c = in.read();
        if (c < 0) {
            throw new EOFException("the answer ends early");
        }
        return c;
    }

    private byte[] chunks() throws IOException, FetchProblem {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String size = line();
            int extension = size.indexOf(';');
            int length = number(extension < 0 ? size : size.substring(0, extension).strip(), 16);
            if (length == 0) {
                return body.toByteArray();
            }
            requireSmall((long) body.size() + length);
            body.writeBytes(exactly(length));
            line();
        }
    }

    private byte[] exactly(int length) throws IOException, FetchProblem {
        requireSmall(length);
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer ends early");
        }
        return bytes;
    }

    private byte[] toTheEnd() throws IOException, FetchProblem {
        byte[] bytes = in.readNBytes(mostBytes + 1);
        requireSmall(bytes.length);
        return bytes;
    }

    private void requireSmall(long length) throws FetchProblem {
        if (length > mostBytes) {
            throw FetchProblem.unusable("it answers with more than " + mostBytes + " bytes");
        }
    }

    private static int number(String text, int radix) throws FetchProblem {
        try {
            int number = Integer.parseUnsignedInt(text, radix);
            if (number >= 0 && !text.startsWith("+")) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // falls through to the message for all that is no length
        }
        throw FetchProblem.unusable("it answers with a length that is none");
    }
}
