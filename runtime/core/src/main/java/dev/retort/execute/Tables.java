package dev.retort.execute;

import dev.retort.dialect.Dialect;
import dev.retort.error.RetortException;
import dev.retort.schema.QualifiedName;
import dev.retort.script.Row;
import dev.retort.version.HistoryTable;
import dev.retort.version.Progress;
import dev.retort.version.ProgressTable;
import dev.retort.version.Recorded;
import dev.retort.version.VersionTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Retort's own tables in a database.
 *
 * @param versions one row a head
 * @param history one row an event
 */
public record Tables(VersionTable versions, HistoryTable history) {

    /** One row a revision that was interrupted; made only where there is a need. */
    public ProgressTable progress() {
        return ProgressTable.beside(history.name());
    }

    /** The version rows; none where there is no table yet. */
    public SortedSet<String> rows(Dialect dialect, Connection connection) {
        SortedSet<String> rows = new TreeSet<>();
        if (exists(dialect, connection, versions.name())) {
            OwnTables.reading(versions.name(), () -> read(dialect, connection, rows));
        }
        return rows;
    }

    /** Whether both are there. */
    public boolean exist(Dialect dialect, Connection connection) {
        return exists(dialect, connection, versions.name()) && exists(dialect, connection, history.name());
    }

    /** The history, to be read; empty where there is no table yet. */
    public Optional<HistoryReader> log(Dialect dialect, Connection connection) {
        return exists(dialect, connection, history.name())
                ? Optional.of(new HistoryReader(dialect, connection, history))
                : Optional.empty();
    }

    private void read(Dialect dialect, Connection connection, SortedSet<String> rows) {
        String query = "SELECT " + VersionTable.COLUMN + " FROM " + dialect.quote(versions.name());
        for (Row row : new StatementRunner(dialect, connection).query(query)) {
            Object version = row.get(VersionTable.COLUMN);
            OwnTables.add(versions, rows, version == null ? null : version.toString());
        }
    }

    /** The version rows, and what the history says of them; it is asked only where there are rows. */
    public State state(Dialect dialect, Connection connection) {
        Set<QualifiedName> found =
                existing(dialect, connection, history.name(), progress().name());
        if (!found.contains(history.name())) {
            return State.of(rows(dialect, connection));
        }
        SortedMap<String, Progress> interrupted = new TreeMap<>();
        SortedSet<String> rows = found.contains(progress().name())
                ? rowsWithProgress(dialect, connection, interrupted)
                : rowsBesideHistory(dialect, connection);
        Recorded recorded = rows.isEmpty() ? Recorded.NOTHING : events(dialect, connection);
        return new State(rows, recorded, new HistoryReader(dialect, connection, history), interrupted);
    }

    /** Both in one round trip. */
    private SortedSet<String> rowsWithProgress(
            Dialect dialect, Connection connection, Map<String, Progress> interrupted) {
        SortedSet<String> rows = new TreeSet<>();
        String empty = ProgressTable.COLUMNS.stream()
                .map(column -> "CAST(NULL AS text) AS " + column)
                .collect(Collectors.joining(", "));
        String columns = ProgressTable.COLUMNS.stream()
                .map(column -> "CAST(" + column + " AS text)")
                .collect(Collectors.joining(", "));
        String query = "SELECT CAST(" + VersionTable.COLUMN + " AS text) AS " + VersionTable.COLUMN + ", " + empty
                + " FROM " + dialect.quote(versions.name())
                + " UNION ALL SELECT NULL, " + columns + " FROM "
                + dialect.quote(progress().name())
                + " WHERE number = 0";
        List<Row> found = new ArrayList<>();
        OwnTables.reading(
                versions.name(),
                progress().name(),
                () -> found.addAll(new StatementRunner(dialect, connection).query(query)));
        for (Row row : found) {
            String version = row.string(VersionTable.COLUMN);
            if (version == null && row.string("revision") != null) {
                Progress progress = ProgressTable.read(row);
                interrupted.put(progress.revision(), progress);
            } else {
                OwnTables.add(versions, rows, version);
            }
        }
        return rows;
    }

    /** Both tables are made together, so that the second is asked for only if it cannot be read: a round trip less. */
    private SortedSet<String> rowsBesideHistory(Dialect dialect, Connection connection) {
        SortedSet<String> rows = new TreeSet<>();
        try {
            read(dialect, connection, rows);
        } catch (SqlFailure e) {
            if (exists(dialect, connection, versions.name())) {
                throw OwnTables.unreadable(versions.name(), e);
            }
            OwnTables.refuseLoss(versions, history, events(dialect, connection));
        }
        return rows;
    }

    /** The version rows, and how far interrupted revisions came; the history is not asked. */
    public State position(Dialect dialect, Connection connection) {
        Set<QualifiedName> found =
                existing(dialect, connection, versions.name(), progress().name());
        SortedSet<String> rows = new TreeSet<>();
        SortedMap<String, Progress> interrupted = new TreeMap<>();
        if (found.size() == 2) {
            rows = rowsWithProgress(dialect, connection, interrupted);
        } else if (found.contains(versions.name())) {
            rows.addAll(rows(dialect, connection));
        }
        return new State(rows, Recorded.NOTHING, StoredScripts.NONE, interrupted);
    }

    /** What the script of an interrupted revision was told. */
    Answers answers(Dialect dialect, Connection connection, String revision) {
        String query = "SELECT answer FROM " + dialect.quote(progress().name())
                + " WHERE revision = ? AND number > 0 ORDER BY number";
        List<byte[]> answers = new ArrayList<>();
        for (Row row : new StatementRunner(dialect, connection).query(query, revision)) {
            if (row.get("answer") instanceof byte[] bytes) {
                answers.add(bytes);
            }
        }
        return new Answers(answers);
    }

    /** Makes the table of progress, in the transaction that is open, where there is none. */
    void createProgress(Dialect dialect, Connection connection) {
        if (!exists(dialect, connection, progress().name())) {
            StatementRunner runner = new StatementRunner(dialect, connection);
            OwnTables.make(dialect, runner, progress().name(), progress().create());
        }
    }

    /** What the history says; nothing where there is no table yet. */
    Recorded recorded(Dialect dialect, Connection connection) {
        return exists(dialect, connection, history.name()) ? events(dialect, connection) : Recorded.NOTHING;
    }

    private Recorded events(Dialect dialect, Connection connection) {
        Map<String, Recorded.Event> last = new HashMap<>();
        String query = HistoryTable.lastEvents(dialect.quote(history.name()));
        OwnTables.reading(
                history.name(),
                () -> new StatementRunner(dialect, connection)
                        .query(query)
                        .forEach(row -> last.put(String.valueOf(row.get("revision")), event(row))));
        return new Recorded(last);
    }

    private static Recorded.Event event(Row row) {
        return new Recorded.Event(
                Objects.requireNonNull(row.integer("id")),
                String.valueOf(row.get("direction")),
                row.string("checksum"),
                row.string("meaning_checksum"));
    }

    /** Makes what is missing; the caller commits. Whether anything was. */
    boolean create(Dialect dialect, Connection connection) {
        StatementRunner runner = new StatementRunner(dialect, connection);
        boolean versionsMissing = !exists(dialect, connection, versions.name());
        boolean historyMissing = !exists(dialect, connection, history.name());
        if (versionsMissing) {
            OwnTables.make(dialect, runner, versions.name(), versions.create(false));
        }
        if (historyMissing) {
            OwnTables.make(dialect, runner, history.name(), history.create(false));
        }
        if (!versionsMissing && !historyMissing) {
            checkWritable(dialect, connection);
        }
        return versionsMissing || historyMissing;
    }

    /**
     * Refuses ids that the version table cannot hold, which another tool may have made narrower.
     *
     * @throws RetortException of the kind SCRIPT with all of them
     */
    public void checkWidth(Dialect dialect, Connection connection, Collection<String> ids) {
        SortedSet<String> doubtful = new TreeSet<>(ids);
        doubtful.removeIf(id -> id.length() <= VersionTable.NARROWEST);
        if (doubtful.isEmpty()) {
            return;
        }
        try {
            OptionalInt most = dialect.longestText(connection, versions.name(), VersionTable.COLUMN);
            doubtful.removeIf(id -> most.isEmpty() || id.codePointCount(0, id.length()) <= most.getAsInt());
            if (!doubtful.isEmpty()) {
                throw OwnTables.tooNarrow(dialect.quote(versions.name()), most.orElseThrow(), doubtful);
            }
        } catch (SQLException e) {
            throw new SqlFailure(dialect.explain(e), "", e);
        }
    }

    /** What could else only fail at the end of the first revision. */
    void checkWritable(Dialect dialect, Connection connection) {
        OwnTables.writing(dialect, new StatementRunner(dialect, connection), this);
    }

    private static boolean exists(Dialect dialect, Connection connection, QualifiedName table) {
        return !existing(dialect, connection, table).isEmpty();
    }

    private static Set<QualifiedName> existing(Dialect dialect, Connection connection, QualifiedName... tables) {
        try {
            return dialect.existing(connection, List.of(tables));
        } catch (SQLException e) {
            throw new SqlFailure(dialect.explain(e), "", e);
        }
    }
}
