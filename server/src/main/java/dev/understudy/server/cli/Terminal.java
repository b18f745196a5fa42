package dev.understudy.server.cli;

import dev.understudy.policy.TextStyle;

import java.io.Console;

/** Whether the output goes to a terminal that wants colour. */
final class Terminal {
    private Terminal() {}

    /** Colour on a terminal, unless {@code NO_COLOR} is set or the terminal is a dumb one. */
    static TextStyle style() {
        String refused = System.getenv("NO_COLOR");
        boolean colour =
                isTerminal()
                        && (refused == null || refused.isEmpty())
                        && !"dumb".equals(System.getenv("TERM"));
        return colour ? TextStyle.COLOUR : TextStyle.PLAIN;
    }

    /** Whether a person reads what is printed. */
    static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
