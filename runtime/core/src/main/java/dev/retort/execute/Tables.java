package dev.retort.execute;

import dev.retort.dialect.Dialect;
import dev.retort.schema.QualifiedName;
import dev.retort.script.Row;
import dev.retort.version.HistoryTable;
import dev.retort.version.Recorded;
import dev.retort.version.ScriptRecord;
import dev.retort.version.VersionTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
            read(dialect, connection, rows);
        }
        return rows;
    }

    /** Whether both are there. */
    public boolean exist(Dialect dialect, Connection connection) {
        return exists(dialect, connection, versions.name()) && exists(dialect, connection, history.name());
    }

    private void read(Dialect dialect, Connection connection, SortedSet<String> rows) {
        String query = "SELECT " + VersionTable.COLUMN + " FROM " + dialect.quote(versions.name());
        new StatementRunner(dialect, connection)
                .query(query)
                .forEach(row -> rows.add(String.valueOf(row.get(VersionTable.COLUMN))));
    }

    /** The version rows, and what the history says of them; it is asked only where there are rows. */
    public State state(Dialect dialect, Connection connection) {
        if (!exists(dialect, connection, history.name())) {
            return State.of(rows(dialect, connection));
        }
        SortedSet<String> rows = rowsBesideHistory(dialect, connection);
        Recorded recorded = rows.isEmpty() ? Recorded.NOTHING : events(dialect, connection);
        return new State(rows, recorded, event -> script(dialect, connection, event));
    }

    /** Both tables are made together, so that the second is asked for only if it cannot be read: a round trip less. */
    private SortedSet<String> rowsBesideHistory(Dialect dialect, Connection connection) {
        SortedSet<String> rows = new TreeSet<>();
        try {
            read(dialect, connection, rows);
        } catch (SqlFailure e) {
            if (exists(dialect, connection, versions.name())) {
                throw e;
            }
        }
        return rows;
    }

    /** What the history says; nothing where there is no table yet. */
    Recorded recorded(Dialect dialect, Connection connection) {
        return exists(dialect, connection, history.name()) ? events(dialect, connection) : Recorded.NOTHING;
    }

    private Recorded events(Dialect dialect, Connection connection) {
        Map<String, Recorded.Event> last = new HashMap<>();
        new StatementRunner(dialect, connection)
                .query(HistoryTable.lastEvents(dialect.quote(history.name())))
                .forEach(row -> last.put(String.valueOf(row.get("revision")), event(row)));
        return new Recorded(last);
    }

    private static Recorded.Event event(Row row) {
        return new Recorded.Event(
                Objects.requireNonNull(row.integer("id")),
                String.valueOf(row.get("direction")),
                row.string("meaning_checksum"));
    }

    /** The script that an event ran, as it was then; empty where it ran none. */
    private Optional<String> script(Dialect dialect, Connection connection, Recorded.Event event) {
        List<Row> found = new StatementRunner(dialect, connection)
                .query(HistoryTable.script(dialect.quote(history.name())), event.id());
        return found.isEmpty() || !(found.get(0).get("script") instanceof byte[] deflated)
                ? Optional.empty()
                : Optional.of(ScriptRecord.inflated(deflated));
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
