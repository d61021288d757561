package dev.retort.internal.verify.rows;

import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.RowTrials;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.random.RandomGenerator;

/** Fills the tables of a database with a few rows each, of the shapes that its schema allows. */
public final class RowFilling {

    private final Dialect dialect;
    private final int rows;
    private final RandomGenerator random;

    /**
     * @param rows how many each table is to have at least
     * @param random where all that is arbitrary comes from, so that a seed repeats it
     */
    public RowFilling(Dialect dialect, int rows, RandomGenerator random) {
        this.dialect = dialect;
        this.rows = rows;
        this.random = random;
    }

    /**
     * A table that has no rows after all.
     *
     * @param reason why none could be generated, as a sentence that names what prevented it
     */
    public record Unfilled(QualifiedName table, String reason) {}

    /**
     * Adds what is missing, and commits it.
     *
     * @param connection in no transaction
     * @param schema of the database, without Retort's own tables
     */
    public List<Unfilled> fill(Connection connection, Schema schema) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(true);
        try (RowTrials.Prepared prepared = dialect.trials().prepare(connection);
                Trials trials = new Trials(connection, dialect)) {
            return new DatabaseFilling(trials, dialect, schema, random).fill(rows);
        } catch (ColumnValues.Unreachable e) {
            throw e.failure();
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }
}
