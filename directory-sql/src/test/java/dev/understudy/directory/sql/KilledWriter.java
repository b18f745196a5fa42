package dev.understudy.directory.sql;

import dev.understudy.directory.Change;
import dev.understudy.directory.Directory;
import dev.understudy.directory.Entities;
import dev.understudy.directory.Transaction;
import dev.understudy.policy.AccountId;

import java.nio.file.Path;
import java.util.List;

/**
 * A process that writes from many threads, tells of each write that was acknowledged, and is killed
 * at some point.
 */
final class KilledWriter {
    static final AccountId ACCOUNT = AccountId.of("111122223333");
    private static final int THREADS = 16;

    private KilledWriter() {}

    public static void main(String[] arguments) {
        Directory directory = new Directory(new SqliteJournal(Path.of(arguments[0])));
        if (directory.account(ACCOUNT) == null) {
            directory.create(ACCOUNT, Entities.AT);
        }
        String run = arguments[1];
        for (int t = 0; t < THREADS; t++) {
            int thread = t;
            Thread.ofPlatform()
                    .start(() -> {
                        for (int i = 0; ; i++) {
                            String name = "run" + run + "t" + thread + "n" + i;
                            // Two entities in one version: both or neither must be found.
                            directory.transact(
                                    ACCOUNT,
                                    Entities.AT,
                                    account ->
                                            new Transaction.Result<>(
                                                    name,
                                                    List.of(
                                                            new Change.Put(Entities.role(name)),
                                                            new Change.Put(
                                                                    Entities.user(
                                                                            "AIDA" + name,
                                                                            name)))));
                            System.out.println(name);
                        }
                    });
        }
    }
}
