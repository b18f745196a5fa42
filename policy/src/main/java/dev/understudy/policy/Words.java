package dev.understudy.policy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Turns values into words, of bounded length and without characters that could play tricks. */
final class Words {
    private static final int MOST_VALUES = 5;
    private static final int MOST_CHARACTERS = 400;

    private Words() {}

    /** The first of many values, and how many more there are. */
    static String join(List<String> texts) {
        if (texts.isEmpty()) {
            return "nothing";
        }
        List<String> first = texts.subList(0, Math.min(texts.size(), MOST_VALUES));
        String joined = String.join(", ", first.stream().map(Words::value).toList());
        int more = texts.size() - first.size();
        return more == 0 ? joined : joined + " and " + more + " more";
    }

    /** One value; quoted if without quotes it could not be told where it ends. */
    static String value(String text) {
        String shown = shortened(text);
        return shown.isEmpty() || shown.indexOf(' ') >= 0 || shown.indexOf(',') >= 0
                ? "\"" + shown + "\""
                : shown;
    }

    /** The text, cut where it becomes too long to read. */
    static String shortened(String text) {
        return text.length() <= MOST_CHARACTERS
                ? text
                : text.substring(0, MOST_CHARACTERS)
                        + "... ("
                        + (text.length() - MOST_CHARACTERS)
                        + " more characters)";
    }

    /** What an operator wants of a key. */
    static String wanted(String operator, List<String> values) {
        String base = base(operator);
        if (base.equals("Null")) {
            boolean absent = values.size() == 1 && Ascii.lower(values.get(0)).equals("true");
            return absent ? "it missing" : "it present";
        }
        return quantity(operator) + comparison(base) + join(values);
    }

    /** The operator without set operator and IfExists. */
    static String base(String operator) {
        String base = operator.substring(operator.indexOf(':') + 1);
        return base.endsWith("IfExists")
                ? base.substring(0, base.length() - "IfExists".length())
                : base;
    }

    private static String quantity(String operator) {
        if (operator.startsWith("ForAllValues:")) {
            return "every value to be ";
        }
        return operator.startsWith("ForAnyValue:") ? "some value to be " : "";
    }

    private static String comparison(String base) {
        boolean date = base.startsWith("Date");
        if (base.endsWith("LessThanEquals")) {
            return date ? "not after " : "at most ";
        }
        if (base.endsWith("LessThan")) {
            return date ? "before " : "less than ";
        }
        if (base.endsWith("GreaterThanEquals")) {
            return date ? "not before " : "at least ";
        }
        if (base.endsWith("GreaterThan")) {
            return date ? "after " : "more than ";
        }
        return base.contains("Not") ? "anything but " : "";
    }

    /** A JSON text without its line breaks, none of which can be inside of a string. */
    static String onOneLine(String json) {
        return json.lines().map(String::strip).collect(Collectors.joining(" "));
    }

    static String kind(PolicyKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * The text with control characters, line ends and changes of direction written as escapes, so
     * that no policy and no request can steer a terminal or begin a line of a log.
     */
    static String printable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPrintable(text.charAt(i))) {
                return escaped(text);
            }
        }
        return text;
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPrintable(c)) {
                out.append(c);
            } else {
                out.append(String.format("\\u%04x", (int) c));
            }
        }
        return out.toString();
    }

    private static boolean isPrintable(char c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
