package dev.understudy.policy;

/**
 * How a text for a terminal is set off. Whoever prints knows whether it is a terminal; this module
 * never looks.
 */
public enum TextStyle {
    /** Characters only: for files, pipes and logs. */
    PLAIN,
    /** With the escape sequences for colour that every terminal knows. */
    COLOUR;

    private static final String ESCAPE = "\u001b[";
    private static final String END = ESCAPE + "0m";

    /** The answer: good, or not. */
    public String verdict(boolean allowed, String text) {
        return with(allowed ? "1;32m" : "1;31m", text);
    }

    /** What begins a part. */
    public String heading(String text) {
        return with("1m", text);
    }

    /** What matters less. */
    public String quiet(String text) {
        return with("2m", text);
    }

    /** What is not as wanted. */
    public String wrong(String text) {
        return with("33m", text);
    }

    private String with(String code, String text) {
        return this == PLAIN ? text : ESCAPE + code + text + END;
    }
}
