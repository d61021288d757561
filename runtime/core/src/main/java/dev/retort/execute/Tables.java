package dev.retort.execute;

import dev.retort.dialect.Dialect;
import dev.retort.schema.QualifiedName;
import dev.retort.version.HistoryTable;
import dev.retort.version.VersionTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Retort's own two tables in a database.
 *
 * @param versions one row a head
 * @param history one row an event
 */
public record Tables(VersionTable versions, HistoryTable history) {

    /** The version rows; none where there is no table yet. */
    public SortedSet<String> rows(Dialect dialect, Connection connection) {
        SortedSet<String> rows = new TreeSet<>();
        if (exists(dialect, connection, versions.name())) {
            String query = "SELECT " + VersionTable.COLUMN + " FROM " + dialect.quote(versions.name());
            new StatementRunner(dialect, connection)
                    .query(query)
                    .forEach(row -> rows.add(String.valueOf(row.get(VersionTable.COLUMN))));
        }
        return rows;
    }

    /** Whether both are there. */
    public boolean exist(Dialect dialect, Connection connection) {
        return exists(dialect, connection, versions.name()) && exists(dialect, connection, history.name());
    }

    /** Makes what is missing; the caller commits. Whether anything was. */
    boolean create(Dialect dialect, Connection connection) {
        StatementRunner runner = new StatementRunner(dialect, connection);
        boolean versionsMissing = !exists(dialect, connection, versions.name());
        boolean historyMissing = !exists(dialect, connection, history.name());
        if (versionsMissing) {
            dialect.statements(versions.create(false), runner).forEach(runner::run);
        }
        if (historyMissing) {
            dialect.statements(history.create(false), runner).forEach(runner::run);
        }
        return versionsMissing || historyMissing;
    }

    private static boolean exists(Dialect dialect, Connection connection, QualifiedName table) {
        try {
            return dialect.hasTable(connection, table);
        } catch (SQLException e) {
            throw new SqlFailure(dialect.explain(e), "", e);
        }
    }
}
