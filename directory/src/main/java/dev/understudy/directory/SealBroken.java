package dev.understudy.directory;

/**
 * What was sealed cannot be opened: another key, another binding, or changed bytes. It does not say
 * which.
 */
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SealBroken() {
        super("the seal is broken", null, false, false);
    }
}
