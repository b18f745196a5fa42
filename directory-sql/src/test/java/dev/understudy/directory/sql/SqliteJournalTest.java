package dev.understudy.directory.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.directory.Change;
import dev.understudy.directory.Entities;
import dev.understudy.directory.Journal;
import dev.understudy.directory.JournalContract;
import dev.understudy.directory.JournalUnavailable;
import dev.understudy.policy.AccountId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The journal on SQLite keeps the contract, and stays honest when the disk is full or somebody
 * holds a lock.
 */
class SqliteJournalTest extends JournalContract {
    private static final AccountId ACCOUNT = AccountId.of("777788889999");

    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("test.db");
    }

    @Override
    protected Journal create() {
        return new SqliteJournal(file());
    }

    @Override
    protected Journal reopen(Journal open) {
        open.close();
        return new SqliteJournal(file());
    }

    private static List<Change> role(String name) {
        return List.of(new Change.Put(Entities.role(name)));
    }

    @Test
    void aFullDiskAcknowledgesNothingAndPasses() {
        try (SqliteJournal journal = new SqliteJournal(folder.resolve("full.db"))) {
            journal.append(ACCOUNT, 0, Entities.AT, role("before")).await();
            journal.pragma("max_page_count = 10");
            int acknowledged = 1;
            JournalUnavailable refusal = null;
            while (refusal == null && acknowledged < 10_000) {
                try {
                    journal.append(
                                    ACCOUNT,
                                    acknowledged,
                                    Entities.AT,
                                    role("r".repeat(500) + acknowledged))
                            .await();
                    acknowledged++;
                } catch (JournalUnavailable unavailable) {
                    refusal = unavailable;
                }
            }
            assertThat(refusal).hasMessageContaining("full");
            assertThat(journal.load(ACCOUNT).version()).isEqualTo(acknowledged);
            journal.pragma("max_page_count = 100000");
            assertThat(journal.append(ACCOUNT, acknowledged, Entities.AT, role("after")).await())
                    .isEqualTo(new Journal.Outcome.Appended(acknowledged + 1));
        }
    }

    @Test
    void aLockedDatabaseAcknowledgesNothingAndPasses() throws SQLException {
        Path locked = folder.resolve("locked.db");
        try (SqliteJournal journal = new SqliteJournal(locked, 50)) {
            journal.append(ACCOUNT, 0, Entities.AT, role("before")).await();
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + locked);
                    Statement statement = other.createStatement()) {
                statement.execute("BEGIN EXCLUSIVE");
                Journal.Ticket ticket = journal.append(ACCOUNT, 1, Entities.AT, role("during"));
                assertThatThrownBy(ticket::await).isInstanceOf(JournalUnavailable.class);
                statement.execute("ROLLBACK");
            }
            assertThat(journal.load(ACCOUNT).version()).isEqualTo(1);
            assertThat(journal.append(ACCOUNT, 1, Entities.AT, role("after")).await())
                    .isEqualTo(new Journal.Outcome.Appended(2));
        }
    }

    @Test
    void aNewersProgramsFileIsLeftAlone() throws SQLException {
        Path newer = folder.resolve("newer.db");
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + newer);
                Statement statement = other.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        assertThatThrownBy(() -> new SqliteJournal(newer)).hasMessageContaining("newer version");
    }

    @Test
    void aClosedJournalTakesNothing() {
        SqliteJournal journal = new SqliteJournal(folder.resolve("closed.db"));
        journal.close();
        assertThatThrownBy(() -> journal.append(ACCOUNT, 0, Entities.AT, role("late")).await())
                .isInstanceOf(JournalUnavailable.class);
    }
}
