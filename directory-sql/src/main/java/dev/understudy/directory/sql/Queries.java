package dev.understudy.directory.sql;

import dev.understudy.directory.Account;
import dev.understudy.directory.Change;
import dev.understudy.directory.EntityForm;
import dev.understudy.directory.EntityKey;
import dev.understudy.directory.EntityKind;
import dev.understudy.directory.Journal.HistoryEntry;
import dev.understudy.policy.AccountId;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is asked of the database. */
final class Queries {
    private Queries() {}

    static Collection<AccountId> accounts(Connection connection) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT id FROM account ORDER BY id");
                ResultSet rows = query.executeQuery()) {
            List<AccountId> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(AccountId.of(rows.getString(1)));
            }
            return ids;
        }
    }

    /** One statement reads version and entities, so that both are of one state. */
    static @Nullable Account load(Connection connection, AccountId id) throws SQLException {
        String sql =
                "SELECT a.version, e.kind, e.form FROM account a LEFT JOIN entity e ON e.account ="
                        + " a.id WHERE a.id = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, id.digits());
            try (ResultSet rows = query.executeQuery()) {
                long version = -1;
                List<Change> changes = new ArrayList<>();
                while (rows.next()) {
                    version = rows.getLong(1);
                    String kind = rows.getString(2);
                    if (kind != null) {
                        changes.add(
                                new Change.Put(
                                        EntityForm.read(
                                                EntityKind.valueOf(kind), rows.getString(3))));
                    }
                }
                return version < 0 ? null : Account.empty(id).apply(changes, version);
            }
        }
    }

    static @Nullable AccountId locate(Connection connection, String id) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT account FROM locator WHERE id = ?")) {
            query.setString(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? AccountId.of(row.getString(1)) : null;
            }
        }
    }

    static List<HistoryEntry> history(
            Connection connection, AccountId id, long afterVersion, int limit) throws SQLException {
        String sql =
                "SELECT version, at, kind, id, form FROM journal WHERE account = ? AND version > ?"
                        + " AND version <= ? ORDER BY version, position";
        List<HistoryEntry> entries = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, id.digits());
            query.setLong(2, afterVersion);
            query.setLong(3, afterVersion + limit);
            try (ResultSet rows = query.executeQuery()) {
                List<Change> changes = new ArrayList<>();
                long version = -1;
                Instant at = Instant.EPOCH;
                while (rows.next()) {
                    if (version >= 0 && rows.getLong(1) != version) {
                        entries.add(new HistoryEntry(version, at, changes));
                        changes = new ArrayList<>();
                    }
                    version = rows.getLong(1);
                    at = Instant.parse(rows.getString(2));
                    changes.add(change(rows.getString(3), rows.getString(4), rows.getString(5)));
                }
                if (version >= 0) {
                    entries.add(new HistoryEntry(version, at, changes));
                }
            }
        }
        return entries;
    }

    private static Change change(String kind, String id, @Nullable String form) {
        EntityKind of = EntityKind.valueOf(kind);
        return form == null
                ? new Change.Remove(new EntityKey(of, id))
                : new Change.Put(EntityForm.read(of, form));
    }
}
