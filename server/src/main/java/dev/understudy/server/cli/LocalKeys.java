package dev.understudy.server.cli;

import dev.understudy.directory.AccessKey;
import dev.understudy.directory.AccessKeyStatus;
import dev.understudy.directory.Account;
import dev.understudy.directory.Keyring;
import dev.understudy.directory.RegisteredService;
import dev.understudy.directory.SealBroken;
import dev.understudy.directory.User;
import dev.understudy.directory.sql.SqliteJournal;
import dev.understudy.iam.accesskeys.NewAccessKey;
import dev.understudy.policy.AccountId;
import dev.understudy.server.ApiClient;
import dev.understudy.server.DataFolder;
import dev.understudy.server.config.ConfigProblem;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/**
 * The keys of users, read from a data folder by its owner, also while a server runs on it. Whoever
 * can read the folder has all keys in it anyway.
 */
final class LocalKeys {
    private LocalKeys() {}

    /**
     * The active key of a user.
     *
     * @param accountId null if the folder holds one account
     * @param userName null for the user {@code admin}, or the only one with a key
     */
    static ApiClient.Credentials find(
            Path folder, @Nullable String accountId, @Nullable String userName) {
        if (!Files.exists(DataFolder.database(folder))) {
            throw new ConfigProblem(
                    "there is no server's state in "
                            + folder
                            + ": start one with `understudy serve`");
        }
        try (SqliteJournal journal = new SqliteJournal(DataFolder.database(folder))) {
            Keyring keyring = Keyring.ofFile(DataFolder.masterKey(folder), new SecureRandom());
            Account account = account(journal, accountId);
            AccessKey key = key(account, userName);
            byte[] secret = NewAccessKey.open(key, keyring);
            String text = new String(secret, StandardCharsets.UTF_8);
            Arrays.fill(secret, (byte) 0);
            return new ApiClient.Credentials(key.id(), text, null);
        } catch (IOException unreadable) {
            throw new ConfigProblem("cannot read the master key: " + unreadable.getMessage());
        } catch (SealBroken anotherMasterKey) {
            throw new ConfigProblem(
                    "the master key in " + folder + " is not the one that sealed these keys");
        }
    }

    private static Account account(SqliteJournal journal, @Nullable String wanted) {
        List<String> digits =
                journal.accounts().stream()
                        .filter(each -> !each.equals(RegisteredService.HOME))
                        .map(AccountId::digits)
                        .toList();
        if (wanted == null && digits.size() != 1) {
            throw new ConfigProblem(
                    "say which account with --account: " + String.join(", ", digits));
        }
        String id = wanted == null ? digits.getFirst() : wanted;
        Account account = digits.contains(id) ? journal.load(AccountId.of(id)) : null;
        if (account == null) {
            throw ConfigProblem.unknown("account", id, digits);
        }
        return account;
    }

    private static AccessKey key(Account account, @Nullable String wanted) {
        List<String> withKeys =
                account.users().stream()
                        .filter(user -> active(account, user) != null)
                        .map(User::name)
                        .toList();
        String only = withKeys.size() == 1 ? withKeys.getFirst() : "admin";
        String name = wanted == null ? only : wanted;
        User user = account.user(name);
        if (user == null) {
            throw ConfigProblem.unknown(
                    "user", name, account.users().stream().map(User::name).toList());
        }
        AccessKey key = active(account, user);
        if (key == null) {
            throw new ConfigProblem(
                    "user " + name + " has no active access key; those who have: " + withKeys);
        }
        return key;
    }

    private static @Nullable AccessKey active(Account account, User user) {
        return account.accessKeysOf(user.id()).stream()
                .filter(key -> key.status() == AccessKeyStatus.ACTIVE)
                .findFirst()
                .orElse(null);
    }
}
