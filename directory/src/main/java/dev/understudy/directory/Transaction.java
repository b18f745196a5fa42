package dev.understudy.directory;

import java.util.List;

/** A reading and writing of one account, alone. */
public final class Transaction {
    private Transaction() {}

    /**
     * What a transaction's body comes to.
     *
     * @param answer for the caller
     * @param changes to be made durable together; may be none
     */
    public record Result<R>(R answer, List<Change> changes) {
        public Result {
            changes = List.copyOf(changes);
        }
    }
}
