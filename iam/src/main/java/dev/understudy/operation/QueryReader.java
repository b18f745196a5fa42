package dev.understudy.operation;

import dev.understudy.signature.HttpHeader;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the parameters of a request, strictly: what another reader could understand differently is
 * refused, so that the bytes whose signature was verified have one meaning.
 */
final class QueryReader {
    /**
     * The largest request of the API, GetContextKeysForCustomPolicy aside, needs a tenth of this.
     */
    private static final int MAX_PARAMETERS = 2_000;

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Set<String> reserved = new HashSet<>();
    private int count;

    private QueryReader() {}

    static QueryRequest read(WireRequest request) {
        QueryReader reader = new QueryReader();
        reader.readQuery(request.rawQuery());
        if (isForm(request)) {
            reader.readForm(request.body());
        }
        return QueryRequest.of(reader.parameters);
    }

    private static boolean isForm(WireRequest request) {
        if (!request.method().equals("POST")) {
            return false;
        }
        String type = null;
        for (HttpHeader header : request.headers()) {
            if (header.name().equalsIgnoreCase("Content-Type")) {
                if (type != null) {
                    throw malformed("the header Content-Type is given more than once");
                }
                type = header.value();
            }
        }
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM);
    }

    private void readQuery(String query) {
        if (!query.isEmpty()) {
            readForm(query.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private void readForm(byte[] form) {
        int start = 0;
        while (start < form.length) {
            int end = indexOf(form, '&', start, form.length);
            if (end > start) {
                readPair(form, start, end);
            }
            start = end + 1;
        }
    }

    private void readPair(byte[] form, int start, int end) {
        if (++count > MAX_PARAMETERS) {
            throw malformed("more than " + MAX_PARAMETERS + " parameters");
        }
        int equals = indexOf(form, '=', start, end);
        String name = decode(form, start, equals);
        String value = equals < end ? decode(form, equals + 1, end) : "";
        String folded = name.toLowerCase(Locale.ROOT);
        if (folded.startsWith("x-amz-")) {
            return;
        }
        if (parameters.putIfAbsent(name, value) != null) {
            throw malformed("parameter `" + Texts.shorten(name) + "` is given twice");
        }
        if (isReserved(folded) && (!reserved.add(folded) || !name.equals(canonical(folded)))) {
            throw malformed(
                    "`" + Texts.shorten(name) + "` must be given once, as " + canonical(folded));
        }
    }

    private static boolean isReserved(String folded) {
        return folded.equals("action") || folded.equals("version");
    }

    private static String canonical(String folded) {
        return folded.equals("action") ? "Action" : "Version";
    }

    private static int indexOf(byte[] bytes, char wanted, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return end;
    }

    private static String decode(byte[] form, int start, int end) {
        byte[] out = new byte[end - start];
        int length = 0;
        boolean ascii = true;
        for (int i = start; i < end; i++) {
            byte b = form[i];
            if (b == '+') {
                b = ' ';
            } else if (b == '%') {
                b = hexByte(form, i + 1, end);
                i += 2;
            }
            ascii &= b >= 0;
            out[length++] = b;
        }
        return ascii ? new String(out, 0, length, StandardCharsets.ISO_8859_1) : utf8(out, length);
    }

    private static byte hexByte(byte[] form, int at, int end) {
        int high = at < end ? Character.digit(form[at], 16) : -1;
        int low = at + 1 < end ? Character.digit(form[at + 1], 16) : -1;
        if (high < 0 || low < 0) {
            throw malformed("a percent sign is not followed by two hexadecimal digits");
        }
        return (byte) (high << 4 | low);
    }

    private static String utf8(byte[] bytes, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException invalid) {
            throw malformed("a parameter is not valid UTF-8");
        }
    }

    private static AwsError malformed(@Nullable String message) {
        return new AwsError(ErrorCode.MALFORMED_INPUT, message == null ? "" : message);
    }
}
