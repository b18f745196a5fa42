package dev.understudy.server;

import dev.understudy.directory.Change;
import dev.understudy.directory.Permissions;
import dev.understudy.directory.Transaction;
import dev.understudy.directory.UniqueIds;
import dev.understudy.directory.User;
import dev.understudy.iam.accesskeys.NewAccessKey;
import dev.understudy.policy.AccountId;
import dev.understudy.server.config.ConfigProblem;
import dev.understudy.server.world.DeclaredValue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * An account with an administrator, made when there was none. Nothing is built in: id and key are
 * random, and the key's secret stands in a file that its owner alone can read.
 *
 * @param credentials in the form that the AWS CLI reads
 */
public record FirstStart(AccountId account, String userName, Path credentials) {
    private static final String ADMINISTRATOR = "admin";
    private static final String ADMINISTRATOR_ACCESS =
            "arn:aws:iam::aws:policy/AdministratorAccess";
    private static final long LEAST = 100_000_000_000L;

    /** An id that is nobody's, most likely: twelve digits, no zero in front. */
    public static AccountId randomId(RandomGenerator random) {
        return AccountId.of(Long.toString(LEAST + random.nextLong(9 * LEAST)));
    }

    /** Makes them, and writes the credentials into the folder. */
    static FirstStart make(DataFolder folder, Store store, Instant now) {
        AccountId account = randomId(store.random());
        Path file = DataFolder.credentials(folder.path());
        makeAdministrator(account, ADMINISTRATOR, file, store, now);
        return new FirstStart(account, ADMINISTRATOR, file);
    }

    /**
     * Makes an account with an administrator of this name, and writes its credentials into the
     * file. An account that exists gets the administrator. The file comes first, so that no account
     * is left whose keys nobody has.
     *
     * @throws ConfigProblem if it can be no user's name, or the file cannot be written
     */
    public static void makeAdministrator(
            AccountId account, String userName, Path file, Store store, Instant now) {
        new DeclaredValue("user", userName).requireUserName();
        String userId = UniqueIds.next("AIDA", account, store.random());
        User user =
                new User(
                        userId,
                        userName,
                        "/",
                        now,
                        Map.of(),
                        new Permissions(Map.of(), List.of(ADMINISTRATOR_ACCESS), null),
                        Set.of());
        NewAccessKey key =
                NewAccessKey.random(account, userId, now, store.keyring(), store.random());
        write(file, account, userName, key);
        List<Change> changes = List.of(new Change.Put(user), new Change.Put(key.key()));
        if (store.directory().account(account) == null) {
            store.directory().create(account, now, changes);
        } else {
            store.directory()
                    .transact(account, now, before -> new Transaction.Result<>("", changes));
        }
    }

    private static void write(Path file, AccountId account, String userName, NewAccessKey key) {
        String text =
                "# account "
                        + account
                        + ", user "
                        + userName
                        + "\n[understudy]\naws_access_key_id = "
                        + key.key().id()
                        + "\naws_secret_access_key = "
                        + key.secret()
                        + "\n";
        try {
            Files.deleteIfExists(file);
            try (SeekableByteChannel channel =
                    Files.newByteChannel(
                            file,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")))) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            }
        } catch (IOException unwritable) {
            throw new ConfigProblem("cannot write " + file + ": " + unwritable.getMessage());
        }
    }
}
