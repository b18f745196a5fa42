package dev.understudy.operation;

/** Whose fault an error is, as the {@code Type} element says. */
public enum Fault {
    /** The caller's: statuses below 500. */
    SENDER("Sender"),
    /** The service's: statuses from 500. */
    RECEIVER("Receiver");

    private final String wire;

    Fault(String wire) {
        this.wire = wire;
    }

    String wire() {
        return wire;
    }
}
