package dev.retort.internal.verify.rows;

import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.RowTrials;
import dev.retort.internal.dialect.RowTrials.Refusal;
import dev.retort.internal.dialect.SqlError;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs statements that may be refused, in a transaction that stays. It is made by SQL, as a trigger of SQLite may end it. */
final class Trials implements AutoCloseable {

    private static final String BEGIN = "SAVEPOINT retort_row";
    private static final String END = "RELEASE SAVEPOINT retort_row";
    private static final String UNDO = "ROLLBACK TO SAVEPOINT retort_row";

    private static final Refusal NOTHING =
            new Refusal(null, List.of(), "No row was inserted; a trigger or a rule has left it out.");

    private final Dialect dialect;
    private final RowTrials rules;
    private final Statement statement;
    private boolean begun;
    private int lost;

    /** @param connection in JDBC's autocommit mode */
    Trials(Connection connection, Dialect dialect) throws SQLException {
        this.dialect = dialect;
        this.rules = dialect.trials();
        this.statement = connection.createStatement();
        statement.setEscapeProcessing(false);
    }

    /** How often the rows of a transaction were lost with a refusal. */
    int lost() {
        return lost;
    }

    private void begin() throws SQLException {
        if (!begun) {
            statement.execute("BEGIN");
            begun = true;
            for (String sql : rules.first()) {
                statement.execute(sql);
            }
        }
    }

    /** Inserts a row, in one round trip where the driver can do so. */
    Optional<Refusal> insert(String sql) throws SQLException {
        begin();
        statement.addBatch(BEGIN);
        statement.addBatch(sql);
        statement.addBatch(END);
        try {
            int[] counts = statement.executeBatch();
            return counts[1] == 0 ? Optional.of(NOTHING) : Optional.empty();
        } catch (BatchUpdateException e) {
            SQLException told = e.getCause() instanceof SQLException cause ? cause : e;
            rethrow(told);
            undo();
            return Optional.of(rules.refusal(told));
        } finally {
            statement.clearBatch();
        }
    }

    /** Runs statements; none of them where one was refused. */
    Optional<Refusal> run(List<String> statements) throws SQLException {
        begin();
        statement.execute(BEGIN);
        try {
            for (String sql : statements) {
                statement.execute(sql);
            }
            statement.execute(END);
            return Optional.empty();
        } catch (SQLException e) {
            rethrow(e);
            undo();
            return Optional.of(rules.refusal(e));
        }
    }

    /** What is no answer to a row must not be taken for one. */
    private void rethrow(SQLException failure) throws SQLException {
        SqlError.Kind kind = dialect.errors().explain(failure).kind();
        if (kind != SqlError.Kind.STATEMENT && kind != SqlError.Kind.REFUSED) {
            throw failure;
        }
    }

    /** A trigger of SQLite may have ended the transaction with {@code RAISE(ROLLBACK, …)}. */
    private void undo() throws SQLException {
        try {
            statement.execute(UNDO);
            statement.execute(END);
        } catch (SQLException e) {
            lost++;
            rollback();
        }
    }

    /** @return what the database refuses at the end; nothing of the transaction is left then */
    Optional<Refusal> commit() throws SQLException {
        try {
            if (begun) {
                statement.execute("COMMIT");
            }
            begun = false;
            return Optional.empty();
        } catch (SQLException e) {
            rethrow(e);
            rollback();
            return Optional.of(rules.refusal(e));
        }
    }

    void rollback() {
        begun = false;
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            // There is nothing left to undo, or no connection; the next statement will say that.
            return;
        }
    }

    /** The rows of a query as texts; empty where it was refused. */
    Optional<List<List<@Nullable String>>> query(String sql) throws SQLException {
        begin();
        statement.execute(BEGIN);
        try (ResultSet result = statement.executeQuery(sql)) {
            List<List<@Nullable String>> rows = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<@Nullable String> row = new ArrayList<>(columns);
                for (int i = 1; i <= columns; i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
            result.close();
            statement.execute(END);
            return Optional.of(rows);
        } catch (SQLException e) {
            rethrow(e);
            undo();
            return Optional.empty();
        }
    }

    @Override
    public void close() throws SQLException {
        if (begun) {
            rollback();
        }
        statement.close();
    }
}
