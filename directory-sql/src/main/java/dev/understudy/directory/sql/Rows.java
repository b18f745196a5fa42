package dev.understudy.directory.sql;

import dev.understudy.directory.AccountSettings;
import dev.understudy.directory.Change;
import dev.understudy.directory.Entity;
import dev.understudy.directory.EntityForm;
import dev.understudy.directory.EntityKey;
import dev.understudy.directory.Journal.Outcome;
import dev.understudy.directory.Locators;
import dev.understudy.policy.AccountId;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the versions of one transaction, and knows where each account stands within it. */
final class Rows implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement setVersion;
    private final PreparedStatement putEntity;
    private final PreparedStatement removeEntity;
    private final PreparedStatement addHistory;
    private final PreparedStatement putLocator;
    private final Map<AccountId, Long> versions = new HashMap<>();

    Rows(Connection connection) throws SQLException {
        this.connection = connection;
        setVersion =
                connection.prepareStatement(
                        "INSERT INTO account (id, version) VALUES (?, ?)"
                                + " ON CONFLICT (id) DO UPDATE SET version = excluded.version");
        putEntity =
                connection.prepareStatement(
                        "INSERT INTO entity (account, kind, id, form) VALUES (?, ?, ?, ?) ON"
                                + " CONFLICT (account, kind, id) DO UPDATE SET form = excluded.form");
        removeEntity =
                connection.prepareStatement(
                        "DELETE FROM entity WHERE account = ? AND kind = ? AND id = ?");
        addHistory =
                connection.prepareStatement(
                        "INSERT INTO journal (account, version, position, at, kind, id, form)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)");
        putLocator =
                connection.prepareStatement(
                        "INSERT INTO locator (id, account) VALUES (?, ?)"
                                + " ON CONFLICT (id) DO UPDATE SET account = excluded.account");
    }

    /** Writes the version if it follows the account's last one. */
    Outcome append(Version version) throws SQLException {
        long actual = current(version.account());
        if (actual != version.expected() || takesAnothersAlias(version)) {
            return new Outcome.Conflict(actual);
        }
        long next = actual + 1;
        int position = 0;
        for (Change change : version.changes()) {
            write(version, change, next, position++);
        }
        versions.put(version.account(), next);
        return new Outcome.Appended(next);
    }

    /**
     * Two accounts may want one alias at the same time; whoever comes second reads again and finds
     * it taken.
     */
    private boolean takesAnothersAlias(Version version) throws SQLException {
        for (Change change : version.changes()) {
            if (change instanceof Change.Put put
                    && put.entity() instanceof AccountSettings settings) {
                for (String locator : Locators.of(settings)) {
                    AccountId holder = Queries.locate(connection, locator);
                    if (holder != null && !holder.equals(version.account())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private long current(AccountId account) throws SQLException {
        Long known = versions.get(account);
        if (known != null) {
            return known;
        }
        try (PreparedStatement query =
                connection.prepareStatement("SELECT version FROM account WHERE id = ?")) {
            query.setString(1, account.digits());
            try (ResultSet row = query.executeQuery()) {
                long version = row.next() ? row.getLong(1) : 0;
                versions.put(account, version);
                return version;
            }
        }
    }

    private void write(Version version, Change change, long number, int position)
            throws SQLException {
        String account = version.account().digits();
        EntityKey key = change.key();
        String form = null;
        moveLocators(account, change);
        if (change instanceof Change.Put put) {
            form = EntityForm.write(put.entity());
            set(putEntity, account, key.kind().name(), key.id(), form);
            putEntity.executeUpdate();
        } else {
            set(removeEntity, account, key.kind().name(), key.id());
            removeEntity.executeUpdate();
        }
        set(
                addHistory,
                account,
                null,
                null,
                version.at().toString(),
                key.kind().name(),
                key.id(),
                form);
        addHistory.setLong(2, number);
        addHistory.setInt(3, position);
        addHistory.executeUpdate();
    }

    private void moveLocators(String account, Change change) throws SQLException {
        List<String> wanted =
                change instanceof Change.Put put ? Locators.of(put.entity()) : List.of();
        Entity old = stored(account, change.key());
        if (old != null) {
            for (String gone : Locators.of(old)) {
                if (!wanted.contains(gone)) {
                    try (PreparedStatement remove =
                            connection.prepareStatement("DELETE FROM locator WHERE id = ?")) {
                        set(remove, gone);
                        remove.executeUpdate();
                    }
                }
            }
        }
        for (String locator : wanted) {
            set(putLocator, locator, account);
            putLocator.executeUpdate();
        }
    }

    private @Nullable Entity stored(String account, EntityKey key) throws SQLException {
        String sql = "SELECT form FROM entity WHERE account = ? AND kind = ? AND id = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            set(query, account, key.kind().name(), key.id());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? EntityForm.read(key.kind(), row.getString(1)) : null;
            }
        }
    }

    /** Writes where each account now stands. */
    void flush() throws SQLException {
        for (Map.Entry<AccountId, Long> entry : versions.entrySet()) {
            if (entry.getValue() > 0) {
                setVersion.setString(1, entry.getKey().digits());
                setVersion.setLong(2, entry.getValue());
                setVersion.executeUpdate();
            }
        }
    }

    private static void set(PreparedStatement statement, @Nullable String... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i]);
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement :
                List.of(setVersion, putEntity, removeEntity, addHistory, putLocator)) {
            statement.close();
        }
    }
}
