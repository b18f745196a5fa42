package dev.understudy.policy;

import dev.understudy.policy.Json.JsonArray;
import dev.understudy.policy.Json.JsonBoolean;
import dev.understudy.policy.Json.JsonNull;
import dev.understudy.policy.Json.JsonNumber;
import dev.understudy.policy.Json.JsonObject;
import dev.understudy.policy.Json.JsonString;
import dev.understudy.policy.Json.Member;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads JSON strictly, with the place of every value: nothing may follow the value, no name may
 * occur twice in an object, surrogates come in pairs, and nesting is bounded, so that hostile texts
 * cost no more than their length.
 */
final class JsonParser {
    /** A policy needs six levels. */
    private static final int MAX_DEPTH = 32;

    /** So many names are compared one by one; more would make that costly. */
    private static final int FEW_MEMBERS = 12;

    private final String text;
    private int at;

    private JsonParser(String text) {
        this.text = text;
    }

    /** The value in the text, or Malformed. */
    static Json parse(String text) throws Malformed {
        JsonParser parser = new JsonParser(text);
        parser.skipBlanks();
        Json value = parser.value(0);
        parser.skipBlanks();
        if (parser.at < text.length()) {
            throw parser.malformed("text after the end of the document");
        }
        return value;
    }

    /** The text is not JSON, or not strict enough. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
        private final int offset;

        Malformed(int offset, String message) {
            super(message, null, false, false);
            this.offset = offset;
        }

        int offset() {
            return offset;
        }
    }

    private Json value(int depth) throws Malformed {
        if (depth > MAX_DEPTH) {
            throw malformed("nested too deeply");
        }
        int start = at;
        char c = peek();
        switch (c) {
            case '{':
                return object(depth);
            case '[':
                return array(depth);
            case '"':
                String string = string();
                return new JsonString(start, at, string);
            case 't':
                word("true");
                return new JsonBoolean(start, at, true);
            case 'f':
                word("false");
                return new JsonBoolean(start, at, false);
            case 'n':
                word("null");
                return new JsonNull(start, at);
            default:
                return number();
        }
    }

    private JsonObject object(int depth) throws Malformed {
        int start = at++;
        List<Member> members = new ArrayList<>();
        Set<String> names = null;
        skipBlanks();
        while (peek() != '}') {
            int memberStart = at;
            if (peek() != '"') {
                throw malformed("a member name is missing");
            }
            String name = string();
            int nameEnd = at;
            names = names == null && members.size() == FEW_MEMBERS ? names(members) : names;
            if (names == null ? isGiven(members, name) : !names.add(name)) {
                throw new Malformed(memberStart, "`" + name + "` is given twice");
            }
            skipBlanks();
            expect(':');
            skipBlanks();
            members.add(new Member(memberStart, nameEnd, name, value(depth + 1)));
            separator('}');
        }
        at++;
        return new JsonObject(start, at, List.copyOf(members));
    }

    private static boolean isGiven(List<Member> members, String name) {
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> names(List<Member> members) {
        Set<String> names = new HashSet<>();
        members.forEach(member -> names.add(member.name()));
        return names;
    }

    private JsonArray array(int depth) throws Malformed {
        int start = at++;
        List<Json> items = new ArrayList<>();
        skipBlanks();
        while (peek() != ']') {
            items.add(value(depth + 1));
            separator(']');
        }
        at++;
        return new JsonArray(start, at, List.copyOf(items));
    }

    /** Passes a comma that another item follows, or stands before the end. */
    private void separator(char end) throws Malformed {
        skipBlanks();
        if (peek() == end) {
            return;
        }
        expect(',');
        skipBlanks();
        if (peek() == end) {
            throw malformed("a comma before the end");
        }
    }

    private String string() throws Malformed {
        at++;
        int start = at;
        boolean surrogates = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                String value = text.substring(start, at++);
                if (surrogates) {
                    requirePairs(value, start);
                }
                return value;
            }
            if (c == '\\') {
                return escapedString(start);
            }
            requirePrintable(c);
            surrogates |= Character.isSurrogate(c);
            at++;
        }
        throw malformed("a string does not end");
    }

    private String escapedString(int start) throws Malformed {
        StringBuilder value = new StringBuilder(text.substring(start, at));
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                requirePairs(value, start);
                return value.toString();
            }
            if (c == '\\') {
                value.append(escape());
            } else {
                requirePrintable(c);
                value.append(c);
            }
        }
        throw malformed("a string does not end");
    }

    private char escape() throws Malformed {
        char c = peek();
        at++;
        switch (c) {
            case '"':
            case '\\':
            case '/':
                return c;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                return unicode();
            default:
                throw malformed("an unknown escape");
        }
    }

    private char unicode() throws Malformed {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0 || peek() > 'f') {
                throw malformed("four hexadecimal digits must follow \\u");
            }
            code = code << 4 | digit;
            at++;
        }
        return (char) code;
    }

    private void requirePrintable(char c) throws Malformed {
        if (c < ' ') {
            throw malformed("a control character in a string");
        }
    }

    private void requirePairs(CharSequence value, int start) throws Malformed {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean pair =
                    Character.isHighSurrogate(c)
                            && i + 1 < value.length()
                            && Character.isLowSurrogate(value.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new Malformed(start, "half a character");
            }
        }
    }

    private JsonNumber number() throws Malformed {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        int first = at;
        digits();
        if (text.charAt(first) == '0' && at > first + 1) {
            throw malformed("a number begins with 0");
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
        return new JsonNumber(start, at, text.substring(start, at));
    }

    private void digits() throws Malformed {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw malformed("a value is missing");
        }
    }

    private void word(String word) throws Malformed {
        if (!text.startsWith(word, at)) {
            throw malformed("a value is missing");
        }
        at += word.length();
    }

    private void expect(char wanted) throws Malformed {
        if (peek() != wanted) {
            throw malformed("`" + wanted + "` is missing");
        }
        at++;
    }

    private char peek() throws Malformed {
        if (at >= text.length()) {
            throw malformed("the document ends early");
        }
        return text.charAt(at);
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private Malformed malformed(String message) {
        return new Malformed(at, message);
    }
}
