package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.Outcome;
import dev.retort.internal.dialect.Session;
import dev.retort.internal.dialect.Sessions;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.dialect.Stage;
import java.sql.Connection;
import java.sql.SQLException;

/** How a connection to SQLite is prepared, and what its transactions hold. */
final class SqliteSessions implements Sessions {

    @Override
    public Stage stage(Connection connection, Session session, Runnable check) throws SQLException {
        return CopiedDatabase.of(connection, check);
    }

    @Override
    public Session session(Connection connection) throws SQLException {
        return new SqliteSession(connection);
    }

    @Override
    public String beginStatement() {
        return SqliteSession.BEGIN;
    }

    /** What may not, does no harm a second time. */
    @Override
    public boolean runsInTransaction(SqlStatement statement) {
        return !statement.outsideTransaction() && !setsUpConnection(statement);
    }

    @Override
    public Outcome outcome(SqlStatement statement, Catalog catalog, boolean refused) {
        return Outcome.NOT_DONE;
    }

    @Override
    public boolean setsUpConnection(SqlStatement statement) {
        return Names.tokens(statement.sql()).get(0).isWord("PRAGMA");
    }
}
