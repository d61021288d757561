package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.Outcome;
import dev.retort.internal.dialect.Session;
import dev.retort.internal.dialect.Sessions;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.dialect.Stage;
import dev.retort.internal.operation.AddEnumValue;
import dev.retort.internal.operation.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** How a connection to PostgreSQL is prepared, and what its transactions hold. */
final class PostgresSessions implements Sessions {

    /**
     * "unsafe use of new value": in a default, a query, anything. Before version 17 that holds even where the type itself
     * was created in the same transaction.
     */
    @Override
    public boolean takesEffectAtCommit(Operation operation) {
        return operation instanceof AddEnumValue;
    }

    @Override
    public Stage stage(Connection connection, Session session, Runnable check) {
        return new HeldTransaction(connection, session);
    }

    @Override
    public Session session(Connection connection) throws SQLException {
        return PostgresSession.open(connection);
    }

    @Override
    public String beginStatement() {
        return "BEGIN";
    }

    @Override
    public boolean runsInTransaction(SqlStatement statement) {
        return StandaloneStatement.runsInTransaction(statement.sql());
    }

    @Override
    public Outcome outcome(SqlStatement statement, Catalog catalog, boolean refused) {
        return new StandaloneStatement(statement.sql(), catalog).outcome(refused);
    }

    @Override
    public boolean setsUpConnection(SqlStatement statement) {
        return StandaloneStatement.setsUpConnection(statement.sql());
    }

    @Override
    public Optional<String> excessOfRole(Connection connection) throws SQLException {
        return RoleRights.of(connection).excess();
    }
}
