package dev.understudy.operation;

import java.nio.charset.StandardCharsets;

/** Writes elements and text, indented by two blanks as AWS does, into one growing buffer. */
final class XmlWriter {
    /** The ASCII characters that stand for themselves, which nearly all are. */
    private static final boolean[] PLAIN = plain();

    private final StringBuilder out = new StringBuilder(1024);
    private int depth;

    XmlWriter open(String name) {
        return open(name, null);
    }

    XmlWriter open(String name, @org.jspecify.annotations.Nullable String namespace) {
        indent().append('<').append(name);
        if (namespace != null) {
            out.append(" xmlns=\"").append(namespace).append('"');
        }
        out.append(">\n");
        depth++;
        return this;
    }

    XmlWriter close(String name) {
        depth--;
        indent().append("</").append(name).append(">\n");
        return this;
    }

    XmlWriter element(String name, String text) {
        indent().append('<').append(name).append('>');
        escape(text);
        out.append("</").append(name).append(">\n");
        return this;
    }

    XmlWriter empty(String name) {
        indent().append('<').append(name).append("/>\n");
        return this;
    }

    byte[] toBytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private StringBuilder indent() {
        return out.repeat(' ', 2 * depth);
    }

    private static boolean[] plain() {
        boolean[] plain = new boolean[128];
        for (char c = 0; c < plain.length; c++) {
            plain[c] = escaped(c) == null;
        }
        return plain;
    }

    private void escape(String text) {
        int clean = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < PLAIN.length && PLAIN[c]) {
                continue;
            }
            String escaped = escaped(c);
            if (escaped != null) {
                out.append(text, clean, i).append(escaped);
                clean = i + 1;
            }
        }
        if (clean == 0) {
            out.append(text);
        } else {
            out.append(text, clean, text.length());
        }
    }

    private static @org.jspecify.annotations.Nullable String escaped(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            // A parser would turn a bare carriage return into a line feed.
            case '\r' -> "&#xD;";
            case '\t', '\n' -> null;
            // XML 1.0 has no way to write these, so an echoed one is shown as the replacement
            // character.
            default -> c < ' ' || c == '\uFFFE' || c == '\uFFFF' ? "\uFFFD" : null;
        };
    }
}
