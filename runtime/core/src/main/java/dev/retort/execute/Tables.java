package dev.retort.execute;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.TablePlace;
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
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Retort's own tables in a database.
 *
 * @param versions one row a head
 * @param history one row an event
 */
public record Tables(VersionTable versions, HistoryTable history) {

    /** One row a revision that was interrupted; made only where there is a need. */
    public ProgressTable progress() {
        return ProgressTable.beside(history.name()).in(history.place().schema());
    }

    /** The same tables under names that mean them whatever search path is set, and whatever a script creates. */
    Tables located(Dialect dialect, Connection connection) {
        return find(dialect, connection).tables();
    }

    /**
     * What exists of them.
     *
     * @param tables under the names that they were found by
     */
    private record Found(Tables tables, boolean versions, boolean history, boolean progress) {}

    private Found find(Dialect dialect, Connection connection) {
        List<QualifiedName> names =
                List.of(versions.place(), history.place(), progress().place());
        try {
            TablePlace place = dialect.place(connection, names);
            return new Found(
                    in(place.schema()),
                    place.existing().contains(names.get(0)),
                    place.existing().contains(names.get(1)),
                    place.existing().contains(names.get(2)));
        } catch (SQLException e) {
            throw new SqlFailure(dialect.explain(e), "", e);
        }
    }

    private Tables in(@Nullable String schema) {
        return new Tables(versions.in(schema), history.in(schema));
    }

    /** The version rows; none where there is no table yet. */
    public SortedSet<String> rows(Dialect dialect, Connection connection) {
        Found found = find(dialect, connection);
        return found.versions() ? found.tables().read(dialect, connection) : new TreeSet<>();
    }

    /** Whether both are there. */
    public boolean exist(Dialect dialect, Connection connection) {
        Found found = find(dialect, connection);
        return found.versions() && found.history();
    }

    /** The history, to be read; empty where there is no table yet. */
    public Optional<HistoryReader> log(Dialect dialect, Connection connection) {
        Found found = find(dialect, connection);
        return found.history()
                ? Optional.of(
                        new HistoryReader(dialect, connection, found.tables().history()))
                : Optional.empty();
    }

    /** The version rows of a table that is there. */
    SortedSet<String> read(Dialect dialect, Connection connection) {
        SortedSet<String> rows = new TreeSet<>();
        String query = "SELECT " + VersionTable.COLUMN + " FROM " + dialect.quote(versions.place());
        OwnTables.reading(versions.name(), () -> {
            for (Row row : new StatementRunner(dialect, connection).query(query)) {
                Object version = row.get(VersionTable.COLUMN);
                OwnTables.add(versions, rows, version == null ? null : version.toString());
            }
        });
        return rows;
    }

    /** The version rows, and what the history says of them; it is asked only where there are rows. */
    public State state(Dialect dialect, Connection connection) {
        Found found = find(dialect, connection);
        SortedMap<String, Progress> interrupted = new TreeMap<>();
        SortedSet<String> rows = found.tables().position(found, dialect, connection, interrupted);
        if (!found.history()) {
            return State.of(rows);
        }
        HistoryTable log = found.tables().history();
        Recorded recorded = Recorded.NOTHING;
        if (!found.versions()) {
            OwnTables.refuseLoss(found.tables().versions(), log, events(log, dialect, connection));
        } else if (!rows.isEmpty()) {
            recorded = events(log, dialect, connection);
        }
        return new State(rows, recorded, new HistoryReader(dialect, connection, log), interrupted);
    }

    private SortedSet<String> position(
            Found found, Dialect dialect, Connection connection, Map<String, Progress> interrupted) {
        if (found.versions() && found.progress()) {
            return rowsWithProgress(dialect, connection, interrupted);
        }
        return found.versions() ? read(dialect, connection) : new TreeSet<>();
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
                + " FROM " + dialect.quote(versions.place())
                + " UNION ALL SELECT NULL, " + columns + " FROM "
                + dialect.quote(progress().place())
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

    /** The version rows, and how far interrupted revisions came; the history is not asked. */
    public State position(Dialect dialect, Connection connection) {
        Found found = find(dialect, connection);
        SortedMap<String, Progress> interrupted = new TreeMap<>();
        SortedSet<String> rows = found.tables().position(found, dialect, connection, interrupted);
        return new State(rows, Recorded.NOTHING, StoredScripts.NONE, interrupted);
    }

    /** What the script of an interrupted revision was told. */
    Answers answers(Dialect dialect, Connection connection, String revision) {
        String query = "SELECT answer FROM " + dialect.quote(progress().place())
                + " WHERE revision = ? AND number > 0 ORDER BY number";
        List<byte[]> answers = new ArrayList<>();
        for (Row row : new StatementRunner(dialect, connection).query(query, revision)) {
            if (row.get("answer") instanceof byte[] bytes) {
                answers.add(bytes);
            }
        }
        return new Answers(answers);
    }

    /** What the script of an interrupted revision has set for its session; empty where that is nothing. */
    String session(Dialect dialect, Connection connection, String revision) {
        String query = "SELECT bookmark FROM " + dialect.quote(progress().place()) + " WHERE revision = ? AND number = "
                + ProgressTable.SESSION;
        return new StatementRunner(dialect, connection)
                .query(query, revision).stream()
                        .map(row -> String.valueOf(row.get("bookmark")))
                        .findFirst()
                        .orElse("");
    }

    /** Makes the table of progress, in the transaction that is open, where there is none. */
    void createProgress(Dialect dialect, Connection connection) {
        Found found = find(dialect, connection);
        if (!found.progress()) {
            StatementRunner runner = new StatementRunner(dialect, connection);
            ProgressTable table = found.tables().progress();
            OwnTables.make(dialect, runner, table.name(), table.create());
        }
    }

    /** What the history says; nothing where there is no table yet. */
    Recorded recorded(Dialect dialect, Connection connection) {
        Found found = find(dialect, connection);
        return found.history() ? events(found.tables().history(), dialect, connection) : Recorded.NOTHING;
    }

    private static Recorded events(HistoryTable table, Dialect dialect, Connection connection) {
        Map<String, Recorded.Event> last = new HashMap<>();
        String query = HistoryTable.lastEvents(dialect.quote(table.place()));
        OwnTables.reading(
                table.name(),
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
        Found found = find(dialect, connection);
        StatementRunner runner = new StatementRunner(dialect, connection);
        VersionTable rows = found.tables().versions();
        HistoryTable log = found.tables().history();
        if (!found.versions()) {
            OwnTables.make(dialect, runner, rows.name(), rows.create(false));
        }
        if (!found.history()) {
            OwnTables.make(dialect, runner, log.name(), log.create(false));
        }
        if (!found.versions() || !found.history()) {
            return true;
        }
        boolean whole = OwnTables.writing(dialect, runner, found.tables());
        if (!whole) {
            OwnTables.complete(dialect, runner, log);
        }
        return !whole;
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
            OptionalInt most = dialect.longestText(connection, versions.place(), VersionTable.COLUMN);
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
}
