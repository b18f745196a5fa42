package dev.understudy.iam;

import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.directory.Account;
import dev.understudy.directory.Change;
import dev.understudy.directory.InMemoryJournal;
import dev.understudy.directory.Journal;
import dev.understudy.directory.JournalUnavailable;
import dev.understudy.policy.AccountId;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * A store that takes no writes: they are refused as 503, nothing changes, reading goes on, and
 * writing comes back.
 */
class BrokenStoreTest {
    /** A journal whose disk can be full. */
    private static final class FullDisk implements Journal {
        private final Journal journal = new InMemoryJournal();
        private boolean full;

        @Override
        public Ticket append(AccountId id, long expectedVersion, Instant at, List<Change> changes) {
            if (full) {
                return () -> {
                    throw new JournalUnavailable("disk full", new IOException("disk full"));
                };
            }
            return journal.append(id, expectedVersion, at, changes);
        }

        @Override
        public Collection<AccountId> accounts() {
            return journal.accounts();
        }

        @Override
        public Account load(AccountId id) {
            return journal.load(id);
        }

        @Override
        public AccountId locate(String id) {
            return journal.locate(id);
        }

        @Override
        public List<HistoryEntry> history(AccountId id, long afterVersion, int limit) {
            return journal.history(id, afterVersion, limit);
        }

        @Override
        public void close() {
            journal.close();
        }
    }

    @Test
    void writesAreRefusedAndReadsGoOn() {
        FullDisk disk = new FullDisk();
        try (World world = new World(disk)) {
            Client admin = world.admin(TRUSTING);
            disk.full = true;
            Answer refused = admin.call("CreateUser", "UserName", "u");
            refused.refused(
                    503,
                    "ServiceFailure",
                    "The store does not take writes at the moment; nothing was changed.");
            assertThat(refused.text("Type")).isEqualTo("Receiver");
            admin.call("GetUser", "UserName", "u").refused("NoSuchEntity");
            admin.call("ListUsers").ok();
            disk.full = false;
            admin.call("CreateUser", "UserName", "u").ok();
            admin.call("GetUser", "UserName", "u").ok();
        }
    }
}
