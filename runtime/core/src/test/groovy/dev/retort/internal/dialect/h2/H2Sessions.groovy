package dev.retort.internal.dialect.h2

import dev.retort.internal.dialect.Catalog
import dev.retort.internal.dialect.Outcome
import dev.retort.internal.dialect.Session
import dev.retort.internal.dialect.Sessions
import dev.retort.internal.dialect.SqlStatement
import dev.retort.internal.dialect.Stage
import groovy.transform.CompileStatic
import java.sql.Connection
import java.sql.SQLException
import java.time.Duration

/** Transactions of H2: they hold rows, and no change of the schema. */
@CompileStatic
final class H2Sessions implements Sessions {

    @Override
    Stage stage(Connection connection, Session session, Runnable check) {
        throw Unspelled.refusal("rehearsals")
    }

    @Override
    Session session(Connection connection) throws SQLException {
        return new H2Session(connection)
    }

    @Override
    String beginStatement() {
        return "SET AUTOCOMMIT FALSE"
    }

    @Override
    boolean runsInTransaction(SqlStatement statement) {
        return H2Spelling.changesRows(statement.sql())
    }

    /** It is not looked up: who lost a run has to say whether the statement was done. */
    @Override
    Outcome outcome(SqlStatement statement, Catalog catalog, boolean refused) {
        return refused ? Outcome.NOT_DONE : Outcome.UNKNOWN
    }

    @Override
    boolean setsUpConnection(SqlStatement statement) {
        return false
    }

    /** Runners are not kept apart but by the rows that each of them writes. */
    private static final class H2Session implements Session {

        private final Connection connection

        H2Session(Connection connection) {
            this.connection = connection
        }

        @Override
        void begin() throws SQLException {
            connection.setAutoCommit(false)
        }

        @Override
        void limit(Duration lockTimeout, Duration statementTimeout) {}

        @Override
        void unlimited() {}

        @Override
        void endUnlimited() {}

        @Override
        void own() {}

        @Override
        void verify(String sql) {}

        @Override
        boolean wasCommitted() {
            return false
        }

        @Override
        String kept() {
            return ""
        }

        @Override
        void resume(String kept) {}

        @Override
        void startRows(Duration lockTimeout, Duration statementTimeout) {}

        @Override
        void endRows() {}

        @Override
        void commit() throws SQLException {
            connection.commit()
            connection.setAutoCommit(true)
        }

        @Override
        void commitPart() throws SQLException {
            commit()
        }

        @Override
        void reset() {}

        @Override
        void rollback() throws SQLException {
            if (!connection.getAutoCommit()) {
                connection.rollback()
                connection.setAutoCommit(true)
            }
        }

        @Override
        void close() throws SQLException {
            rollback()
        }
    }
}
