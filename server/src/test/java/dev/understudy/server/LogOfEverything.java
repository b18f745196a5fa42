package dev.understudy.server;

import java.io.Writer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that is logged, at every level and by every library, for as long as it is open. */
final class LogOfEverything extends Handler implements AutoCloseable {
    private final Writer out;
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();

    LogOfEverything(Writer out) {
        this.out = out;
        setLevel(Level.ALL);
        setFormatter(new SimpleFormatter());
        root.setLevel(Level.ALL);
        root.addHandler(this);
    }

    @Override
    public synchronized void publish(LogRecord event) {
        try {
            out.write(getFormatter().format(event));
        } catch (java.io.IOException unwritable) {
            throw new java.io.UncheckedIOException(unwritable);
        }
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        root.removeHandler(this);
        root.setLevel(before);
    }
}
