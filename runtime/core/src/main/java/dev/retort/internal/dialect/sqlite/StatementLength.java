package dev.retort.internal.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteLimits;
import org.sqlite.core.DB;

/** The driver lets no statement have more than a million bytes, which SQLite itself does not ask for. */
final class StatementLength {

    private final DB database;
    private final int before;

    private StatementLength(DB database) throws SQLException {
        this.database = database;
        this.before = limit(-1);
    }

    /** Lifts the limit, as far as SQLite goes. */
    static StatementLength lift(Connection connection) throws SQLException {
        StatementLength length = new StatementLength(Confinement.database(connection));
        length.limit(Integer.MAX_VALUE);
        return length;
    }

    void restore() throws SQLException {
        limit(before);
    }

    private int limit(int value) throws SQLException {
        return database.limit(SQLiteLimits.SQLITE_LIMIT_SQL_LENGTH.getId(), value);
    }
}
