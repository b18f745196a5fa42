package dev.understudy.operation;

/**
 * Who asked for what, and what came of it: one event a request, whatever the answer. Safe for many
 * threads.
 */
public interface AuditLog {
    /** Keeps nothing. */
    AuditLog NONE =
            new AuditLog() {
                @Override
                public boolean open() {
                    return true;
                }

                @Override
                public void record(AuditEvent event) {
                    // Nobody reads it.
                }
            };

    /**
     * Whether events can be kept. Asked before a request is looked at: what nobody could tell of is
     * not done.
     */
    boolean open();

    /** Keeps an event; may wait until there is room, and never throws. */
    void record(AuditEvent event);
}
