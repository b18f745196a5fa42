package dev.understudy.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.policy.AccountId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What every journal does. Each journal's test extends this. */
public abstract class JournalContract {
    private static final AccountId ONE = AccountId.of("111122223333");
    private static final AccountId TWO = AccountId.of("444455556666");

    private Journal journal;

    /** A fresh, empty journal. */
    protected abstract Journal create() throws Exception;

    /**
     * The same journal after it was closed and opened again; the same object where nothing outlives
     * the process.
     */
    protected abstract Journal reopen(Journal open) throws Exception;

    @BeforeEach
    void open() throws Exception {
        journal = create();
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private static List<Change> puts(Entity... entities) {
        List<Change> changes = new ArrayList<>();
        for (Entity entity : entities) {
            changes.add(new Change.Put(entity));
        }
        return changes;
    }

    @Test
    void anEmptyJournalHoldsNothing() {
        assertThat(journal.accounts()).isEmpty();
        assertThat(journal.load(ONE)).isNull();
        assertThat(journal.locate("AIDA1")).isNull();
        assertThat(journal.history(ONE, 0, 10)).isEmpty();
    }

    @Test
    void whatWasAppendedIsThereAndStays() throws Exception {
        List<Entity> all = Entities.all();
        assertThat(journal.append(ONE, 0, Entities.AT, puts(all.toArray(Entity[]::new))).await())
                .isEqualTo(new Journal.Outcome.Appended(1));
        for (int round = 0; round < 2; round++) {
            Account account = journal.load(ONE);
            assertThat(account.version()).isEqualTo(1);
            assertThat(account.entities()).hasSameSizeAs(all);
            assertThat(account.user("WHOLE").path()).isEqualTo("/a/b/");
            assertThat(journal.accounts()).containsExactly(ONE);
            assertThat(journal.locate("AIDA2")).isEqualTo(ONE);
            assertThat(journal.locate("AKIA1")).isEqualTo(ONE);
            assertThat(journal.locate("alias:alias")).isEqualTo(ONE);
            journal = reopen(journal);
        }
    }

    @Test
    void versionsAreComparedAndSet() {
        journal.append(ONE, 0, Entities.AT, puts(Entities.role("a"))).await();
        assertThat(journal.append(ONE, 0, Entities.AT, puts(Entities.role("b"))).await())
                .isEqualTo(new Journal.Outcome.Conflict(1));
        assertThat(journal.append(ONE, 5, Entities.AT, puts(Entities.role("b"))).await())
                .isEqualTo(new Journal.Outcome.Conflict(1));
        assertThat(journal.append(TWO, 0, Entities.AT, puts(Entities.role("c"))).await())
                .isEqualTo(new Journal.Outcome.Appended(1));
        assertThat(journal.load(ONE).roles()).extracting(Role::name).containsExactly("a");
    }

    @Test
    void versionsQueuedInOrderBecomeDurableInOrder() {
        List<Journal.Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            tickets.add(journal.append(ONE, i, Entities.AT, puts(Entities.role("r" + i))));
        }
        for (int i = 0; i < 200; i++) {
            assertThat(tickets.get(i).await()).isEqualTo(new Journal.Outcome.Appended(i + 1));
        }
        assertThat(journal.load(ONE).roles()).hasSize(200);
    }

    @Test
    void removedEntitiesAreGoneAndTheirHistoryIsNot() {
        journal.append(ONE, 0, Entities.AT, puts(Entities.user("AIDA1", "u"))).await();
        List<Change> removal = List.of(new Change.Remove(new EntityKey(EntityKind.USER, "AIDA1")));
        journal.append(ONE, 1, Entities.AT.plusSeconds(1), removal).await();
        assertThat(journal.load(ONE).users()).isEmpty();
        assertThat(journal.locate("AIDA1")).isNull();
        List<Journal.HistoryEntry> history = journal.history(ONE, 0, 10);
        assertThat(history).extracting(Journal.HistoryEntry::version).containsExactly(1L, 2L);
        assertThat(history.get(1).changes()).isEqualTo(removal);
        assertThat(history.get(1).at()).isEqualTo(Entities.AT.plusSeconds(1));
        assertThat(journal.history(ONE, 1, 10)).hasSize(1);
        assertThat(journal.history(ONE, 0, 1)).hasSize(1);
    }

    @Test
    void anAliasMoves() {
        journal.append(ONE, 0, Entities.AT, puts(new AccountSettings("old"))).await();
        journal.append(ONE, 1, Entities.AT, puts(new AccountSettings("new"))).await();
        assertThat(journal.locate("alias:old")).isNull();
        assertThat(journal.locate("alias:new")).isEqualTo(ONE);
    }

    @Test
    void anAliasHasOneAccount() {
        journal.append(ONE, 0, Entities.AT, puts(new AccountSettings("same"))).await();
        assertThat(journal.append(TWO, 0, Entities.AT, puts(new AccountSettings("same"))).await())
                .isEqualTo(new Journal.Outcome.Conflict(0));
        assertThat(journal.locate("alias:same")).isEqualTo(ONE);
    }

    @Test
    void manyWritersOfOneAccountLoseNothing() throws Exception {
        Directory directory = new Directory(journal);
        directory.create(ONE, Entities.AT);
        int writers = 64;
        int each = 10;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> futures = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                int writer = w;
                futures.add(
                        threads.submit(() -> {
                            for (int i = 0; i < each; i++) {
                                Role role = Entities.role("w" + writer + "i" + i);
                                directory.transact(
                                        ONE,
                                        Entities.AT,
                                        account ->
                                                new Transaction.Result<>(
                                                        "", List.of(new Change.Put(role))));
                                // What was acknowledged is there for every reader of this node.
                                assertThat(directory.account(ONE).role(role.name())).isNotNull();
                            }
                        }));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        }
        assertThat(directory.account(ONE).roles()).hasSize(writers * each);
        assertThat(journal.load(ONE).version()).isEqualTo(1 + writers * each);
    }

    @Test
    void anotherNodesVersionIsBuiltOn() throws ExecutionException, InterruptedException {
        Directory directory = new Directory(journal);
        directory.create(ONE, Entities.AT);
        journal.append(ONE, 1, Entities.AT, puts(Entities.role("theirs"))).await();
        directory.transact(
                ONE,
                Entities.AT,
                a -> new Transaction.Result<>("", puts(Entities.role("ours" + a.version()))));
        assertThat(directory.account(ONE).roles())
                .extracting(Role::name)
                .containsExactly("ours2", "theirs");
    }

    @Test
    void aBodyThatThrowsWritesNothing() {
        Directory directory = new Directory(journal);
        directory.create(ONE, Entities.AT);
        assertThatThrownBy(() ->
                        directory.transact(
                                ONE,
                                Entities.AT,
                                account -> {
                                    throw new IllegalStateException("no");
                                }))
                .hasMessage("no");
        assertThat(journal.load(ONE).version()).isEqualTo(1);
        assertThatThrownBy(() -> directory.create(ONE, Entities.AT))
                .isInstanceOf(IllegalStateException.class);
    }
}
