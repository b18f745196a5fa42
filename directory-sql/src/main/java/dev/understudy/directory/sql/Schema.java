package dev.understudy.directory.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables, and the steps that led to them. {@code PRAGMA user_version} holds the number of steps
 * a file has taken; an embedded file that only this program opens needs no more machinery.
 */
final class Schema {
    private static final List<String> STEPS =
            List.of(
                    """
                    CREATE TABLE account (id TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT, WITHOUT ROWID;
                    CREATE TABLE entity (
                        account TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, form TEXT NOT NULL,
                        PRIMARY KEY (account, kind, id)) STRICT, WITHOUT ROWID;
                    CREATE TABLE journal (
                        account TEXT NOT NULL, version INTEGER NOT NULL, position INTEGER NOT NULL,
                        at TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, form TEXT,
                        PRIMARY KEY (account, version, position)) STRICT, WITHOUT ROWID;
                    CREATE TABLE locator (id TEXT PRIMARY KEY, account TEXT NOT NULL) STRICT, WITHOUT ROWID;
                    """);

    private Schema() {}

    /** Takes the steps that the file has not taken yet; a file of a newer program is refused. */
    static void migrate(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int taken;
            try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
                taken = row.getInt(1);
            }
            if (taken > STEPS.size()) {
                throw new SQLException(
                        "the database was written by a newer version of this program");
            }
            for (int step = taken; step < STEPS.size(); step++) {
                statement.executeUpdate("BEGIN IMMEDIATE");
                for (String sql : STEPS.get(step).split(";\\s*")) {
                    if (!sql.isBlank()) {
                        statement.executeUpdate(sql);
                    }
                }
                statement.executeUpdate("PRAGMA user_version = " + (step + 1));
                statement.executeUpdate("COMMIT");
            }
        }
    }
}
