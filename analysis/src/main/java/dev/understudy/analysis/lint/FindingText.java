package dev.understudy.analysis.lint;

import dev.understudy.policy.PolicyText;

/** Findings as lines for a terminal. */
public final class FindingText {
    private static final int WIDEST = 150;
    private static final int BEFORE = 60;
    private static final String BOLD = "1";
    private static final String DIM = "2";

    private final String name;
    private final PolicyText text;
    private final boolean colour;

    /**
     * Prints what was found in one text.
     *
     * @param name how to call the text, such as its file's name
     * @param colour whether to colour by ANSI sequences
     */
    public FindingText(String name, String text, boolean colour) {
        this.name = Words.plain(name);
        this.text = PolicyText.read(text);
        this.colour = colour;
    }

    /**
     * A finding: where, how bad, what; the line it is in with the place marked; what to do. Each
     * line ends with a line feed.
     */
    public String of(Finding finding) {
        StringBuilder lines = new StringBuilder();
        String severity =
                finding.severity().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        lines.append(paint(name + ':' + finding.start() + ": ", BOLD));
        lines.append(paint(severity, code(finding.severity()))).append(' ');
        lines.append(paint(finding.code(), BOLD))
                .append(": ")
                .append(finding.message())
                .append('\n');
        source(finding, lines);
        lines.append("      fix: ").append(finding.fix()).append('\n');
        lines.append(paint("      see: " + finding.issue().learnMore(), DIM)).append('\n');
        return lines.toString();
    }

    /** Of a long line only what is around the place. */
    private void source(Finding finding, StringBuilder lines) {
        String line = text.line(finding.start().line());
        int column = finding.start().column() - 1;
        boolean oneLine = finding.end().line() == finding.start().line();
        int until = oneLine ? finding.end().column() - 1 : line.length();
        int from = line.length() <= WIDEST ? 0 : Math.max(0, column - BEFORE);
        int to = Math.min(line.length(), from + WIDEST);
        String number = String.format("%5d | ", finding.start().line());
        String cut = from > 0 ? "..." : "";
        lines.append(paint(number, DIM)).append(cut).append(visible(line.substring(from, to)));
        lines.append(to < line.length() ? "..." : "").append('\n');
        int width = Math.max(1, Math.min(until, to) - column);
        lines.append(paint("      | ", DIM)).append(" ".repeat(cut.length() + column - from));
        lines.append(paint("^".repeat(width), code(finding.severity()))).append('\n');
    }

    /** Each character takes one place, and none is obeyed. */
    private static String visible(String line) {
        StringBuilder visible = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean hidden = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
            visible.append(c == '\t' ? ' ' : hidden ? '?' : c);
        }
        return visible.toString();
    }

    private static String code(Severity severity) {
        return switch (severity) {
            case ERROR -> "1;31";
            case SECURITY_WARNING -> "1;35";
            case WARNING -> "1;33";
            case SUGGESTION -> "1;36";
        };
    }

    private String paint(String part, String sequence) {
        return colour ? "\u001b[" + sequence + 'm' + part + "\u001b[0m" : part;
    }
}
