package dev.understudy.directory;

/**
 * The store does not take writes or cannot be read at the moment: a full disk, a locked file, a
 * lost connection.
 */
public final class JournalUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JournalUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
