package dev.understudy.server.cli;

import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** One line for each event, on standard error. */
final class Logging {
    /** Held, because the JDK forgets a logger, and the level it was given, that nobody holds. */
    private static final Logger OWN = Logger.getLogger("understudy");

    private Logging() {}

    static void configure() {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        Handler console = new ConsoleHandler();
        console.setFormatter(new OneLine());
        console.setLevel(Level.ALL);
        root.addHandler(console);
        root.setLevel(Level.WARNING);
        OWN.setLevel(Level.INFO);
    }

    /** Tells of failures only: the demo tells of refusals itself. */
    static void quiet() {
        OWN.setLevel(Level.SEVERE);
    }

    /** Also tells of every request. */
    static void verbose() {
        OWN.setLevel(Level.FINE);
    }

    /** Time, level, text; a failure's stack on lines of its own. */
    private static final class OneLine extends Formatter {
        @Override
        public String format(LogRecord event) {
            String line =
                    event.getInstant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS)
                            + " "
                            + event.getLevel().getName().toLowerCase(java.util.Locale.ROOT)
                            + " "
                            + formatMessage(event)
                            + "\n";
            if (event.getThrown() == null) {
                return line;
            }
            java.io.StringWriter stack = new java.io.StringWriter();
            event.getThrown().printStackTrace(new java.io.PrintWriter(stack));
            return line + stack;
        }
    }
}
