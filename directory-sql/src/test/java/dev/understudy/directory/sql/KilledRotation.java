package dev.understudy.directory.sql;

import dev.understudy.directory.AccessKey;
import dev.understudy.directory.AccessKeyStatus;
import dev.understudy.directory.Change;
import dev.understudy.directory.Directory;
import dev.understudy.directory.Entities;
import dev.understudy.directory.Keyring;
import dev.understudy.directory.Resealing;
import dev.understudy.directory.Sealed;
import dev.understudy.policy.AccountId;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * A process that stores secrets, hands out tokens, and rotates its keys all the time; it tells of
 * each token, and is killed at some point.
 */
final class KilledRotation {
    static final String TOKEN = "session-token";
    private static final int SECRETS = 40;

    private KilledRotation() {}

    static String secret(String keyId) {
        return "secret of " + keyId;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Keyring keyring = Keyring.ofFile(folder.resolve("master.key"), new SecureRandom());
        Directory directory = new Directory(new SqliteJournal(folder.resolve("killed.db")));
        for (AccountId account : List.of(KilledWriter.ACCOUNT, AccountId.of("444455556666"))) {
            if (directory.account(account) == null) {
                directory.create(account, Entities.AT, secrets(account, keyring));
            }
        }
        System.out.println("begun");
        while (true) {
            Sealed token = keyring.seal(TOKEN, bytes("a session"), bytes("ASIA"));
            System.out.println(token.keyId() + " " + HexFormat.of().formatHex(token.bytes()));
            keyring.rotate(Entities.AT);
            Resealing.run(directory, keyring, Entities.AT);
        }
    }

    private static List<Change> secrets(AccountId account, Keyring keyring) {
        return java.util.stream.IntStream.range(0, SECRETS)
                .mapToObj(i -> "AKIA" + account + i)
                .<Change>map(id ->
                        new Change.Put(
                                new AccessKey(
                                        id,
                                        "AIDA",
                                        AccessKeyStatus.ACTIVE,
                                        Entities.AT,
                                        keyring.seal(
                                                AccessKey.SECRET_PURPOSE,
                                                bytes(secret(id)),
                                                bytes(id)))))
                .toList();
    }
}
