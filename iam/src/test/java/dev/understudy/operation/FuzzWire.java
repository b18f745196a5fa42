package dev.understudy.operation;

import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Writes input trees as forms and as JSON, and spoils what is written. */
final class FuzzWire {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int DEEP = 1_000;

    private final RandomGenerator random;
    private final FuzzTexts texts;

    FuzzWire(RandomGenerator random, FuzzTexts texts) {
        this.random = random;
        this.texts = texts;
    }

    static byte[] json(Map<String, Object> input) {
        return JSON.writeValueAsBytes(input);
    }

    static byte[] form(Service service, String operation, Map<String, Object> input) {
        List<String> pairs = pairs(service, operation, input);
        return String.join("&", pairs).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> pairs(
            Service service, String operation, Map<String, Object> input) {
        List<String> pairs = new ArrayList<>();
        pairs.add("Action=" + operation);
        pairs.add("Version=" + service.version());
        String below = service.speaksEc2Query() ? "." : ".member.";
        input.forEach((name, value) -> flatten(name, value, below, pairs));
        return pairs;
    }

    private static void flatten(String name, Object value, String below, List<String> pairs) {
        switch (value) {
            case Map<?, ?> members ->
                    members.forEach((key, item) -> flatten(name + "." + key, item, below, pairs));
            case List<?> items -> {
                for (int i = 0; i < items.size(); i++) {
                    flatten(name + below + (i + 1), items.get(i), below, pairs);
                }
            }
            default -> pairs.add(encode(name) + "=" + encode(value.toString()));
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The form, with one or two of its pairs made to mean something else, or nothing. */
    byte[] spoiledForm(Service service, String operation, Map<String, Object> input) {
        List<String> pairs = pairs(service, operation, input);
        for (int i = random.nextInt(2); i >= 0; i--) {
            int at = random.nextInt(pairs.size());
            pairs.add(random.nextInt(pairs.size() + 1), spoiledPair(pairs.get(at)));
        }
        if (random.nextInt(3) == 0) {
            pairs.remove(random.nextInt(pairs.size()));
        }
        return spoiledBytes(String.join("&", pairs).getBytes(StandardCharsets.UTF_8));
    }

    private String spoiledPair(String pair) {
        String name = pair.substring(0, pair.indexOf('=') < 0 ? pair.length() : pair.indexOf('='));
        return switch (random.nextInt(14)) {
            case 0 -> pair;
            case 1 -> name;
            case 2 -> name + "=%";
            case 3 -> name + ".member.999999999=a";
            case 4 -> name + ".member.999999=a";
            case 5 -> name + ".member.0=a";
            case 6 -> name + ".member.-1.Key=a";
            case 7 -> name + ".entry.1.key=a&" + name + ".entry.1.value.member.1=b";
            case 8 -> name + ".member.1=a&" + name + ".member.1.Key=a";
            case 9 -> name + ".a".repeat(1 + random.nextInt(DEEP)) + "=a";
            case 10 -> "%FF%FE=%C3%28";
            case 11 -> name.toLowerCase(Locale.ROOT) + "=" + encode(texts.hostile());
            case 12 -> name + "..=.&.=.&=&==&&";
            default -> encode(texts.hostile()) + "=" + encode(texts.hostile());
        };
    }

    /** The JSON, with one of its values put into another's form, or its text broken. */
    byte[] spoiledJson(Map<String, Object> input) {
        String text = new String(json(input), StandardCharsets.UTF_8);
        int colon = text.indexOf(':', text.isEmpty() ? 0 : random.nextInt(text.length()));
        if (colon > 0 && random.nextInt(4) > 0) {
            int end = Math.max(text.indexOf(',', colon), colon + 1);
            String head = text.substring(0, colon + 1) + spoiledValue();
            text = random.nextBoolean() ? head + text.substring(end) : head + "}";
        } else if (random.nextBoolean()) {
            text = "{\"Name\":1,\"Name\":\"a\"," + text.substring(1);
        }
        return spoiledBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private String spoiledValue() {
        return switch (random.nextInt(12)) {
            case 0 -> "null";
            case 1 -> "[null]";
            case 2 -> "{}";
            case 3 -> "[[[]]]";
            case 4 -> "true";
            case 5 -> "1e999999999";
            case 6 -> "-9" + "9".repeat(1 + random.nextInt(400));
            case 7 -> "\"\\ud800\"";
            case 8 -> "\"\\u0000\"";
            case 9 -> "[".repeat(DEEP) + "]".repeat(DEEP);
            case 10 -> "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP);
            default -> "[{\"Key\":null,\"Value\":[]},{}]";
        };
    }

    /** The bytes, at times with one changed, cut, or doubled. */
    private byte[] spoiledBytes(byte[] bytes) {
        if (bytes.length == 0 || random.nextInt(3) > 0) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 1);
        out.write(bytes, 0, at);
        switch (random.nextInt(4)) {
            case 0 -> out.write(random.nextInt(256));
            case 1 -> out.write(bytes, at, bytes.length - at);
            case 2 -> {
                out.write(random.nextInt(256));
                out.write(bytes, at, bytes.length - at);
            }
            default -> {
                // Cut off here.
            }
        }
        return out.toByteArray();
    }
}
