package dev.retort.internal.record;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.TablePlace;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.run.statement.SqlFailure;
import dev.retort.internal.run.statement.StatementRunner;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.Row;
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

/**
 * What Retort records in a database: version rows, history and progress, read and written on one connection. Whoever
 * writes commits.
 */
public final class MigrationStore {

    private final Dialect dialect;
    private final Connection connection;
    private final Tables tables;
    private final StatementRunner runner;

    public MigrationStore(Dialect dialect, Connection connection, Tables tables) {
        this(dialect, connection, tables, new StatementRunner(dialect, connection));
    }

    private MigrationStore(Dialect dialect, Connection connection, Tables tables, StatementRunner runner) {
        this.dialect = dialect;
        this.connection = connection;
        this.tables = tables;
        this.runner = runner;
    }

    /** The same, whose changes are run by a runner that somebody listens to. */
    public MigrationStore by(StatementRunner other) {
        return new MigrationStore(dialect, connection, tables, other);
    }

    private MigrationStore at(Tables located) {
        return new MigrationStore(dialect, connection, located, runner);
    }

    // ---- what is there ----

    /** The tables under names that mean them whatever search path is set, and whatever a script creates. */
    public Tables located() {
        return find().tables();
    }

    /**
     * What exists of them.
     *
     * @param tables under the names that they were found by
     */
    private record Found(Tables tables, boolean versions, boolean history, boolean progress) {}

    private Found find() {
        List<QualifiedName> names = List.of(
                tables.versions().place(),
                tables.history().place(),
                tables.progress().place());
        try {
            TablePlace place = dialect.reading().place(connection, names);
            return new Found(
                    tables.in(place.schema()),
                    place.existing().contains(names.get(0)),
                    place.existing().contains(names.get(1)),
                    place.existing().contains(names.get(2)));
        } catch (SQLException e) {
            throw new SqlFailure(dialect.errors().explain(e), "", e);
        }
    }

    /** Whether the version table and the history table are there. */
    public boolean exist() {
        Found found = find();
        return found.versions() && found.history();
    }

    // ---- reading ----

    /** The version rows; none where there is no table yet. */
    public SortedSet<String> rows() {
        Found found = find();
        return found.versions() ? at(found.tables()).read() : new TreeSet<>();
    }

    /** The version rows of a table that is there. */
    public SortedSet<String> read() {
        SortedSet<String> rows = new TreeSet<>();
        VersionTable versions = tables.versions();
        String query =
                "SELECT " + VersionTable.COLUMN + " FROM " + dialect.spelling().quote(versions.place());
        MetadataTableErrors.reading(versions.name(), () -> {
            for (Row row : quiet().query(query)) {
                Object version = row.get(VersionTable.COLUMN);
                MetadataTableErrors.add(versions, rows, version == null ? null : version.toString());
            }
        });
        return rows;
    }

    /** The history, to be read; empty where there is no table yet. */
    public Optional<HistoryReader> log() {
        Found found = find();
        return found.history()
                ? Optional.of(
                        new HistoryReader(dialect, connection, found.tables().history()))
                : Optional.empty();
    }

    /** The version rows, and what the history says of them; it is asked only where there are rows. */
    public State state() {
        Found found = find();
        MigrationStore there = at(found.tables());
        SortedMap<String, Progress> interrupted = new TreeMap<>();
        SortedSet<String> rows = there.position(found, interrupted);
        if (!found.history()) {
            return State.of(rows);
        }
        HistoryTable log = found.tables().history();
        Recorded recorded = Recorded.NOTHING;
        if (!found.versions()) {
            MetadataTableErrors.refuseLoss(found.tables().versions(), log, there.events());
        } else if (!rows.isEmpty()) {
            recorded = there.events();
        }
        return new State(rows, recorded, new HistoryReader(dialect, connection, log), interrupted);
    }

    /** The version rows, and how far interrupted revisions came; the history is not asked. */
    public State position() {
        Found found = find();
        SortedMap<String, Progress> interrupted = new TreeMap<>();
        SortedSet<String> rows = at(found.tables()).position(found, interrupted);
        return new State(rows, Recorded.NOTHING, StoredScripts.NONE, interrupted);
    }

    private SortedSet<String> position(Found found, Map<String, Progress> interrupted) {
        if (found.versions() && found.progress()) {
            return rowsWithProgress(interrupted);
        }
        return found.versions() ? read() : new TreeSet<>();
    }

    /** Both in one round trip. */
    private SortedSet<String> rowsWithProgress(Map<String, Progress> interrupted) {
        VersionTable versions = tables.versions();
        ProgressTable progresses = tables.progress();
        SortedSet<String> rows = new TreeSet<>();
        String empty = ProgressTable.COLUMNS.stream()
                .map(column -> "CAST(NULL AS text) AS " + column)
                .collect(Collectors.joining(", "));
        String columns = ProgressTable.COLUMNS.stream()
                .map(column -> "CAST(" + column + " AS text)")
                .collect(Collectors.joining(", "));
        String query = "SELECT CAST(" + VersionTable.COLUMN + " AS text) AS " + VersionTable.COLUMN + ", " + empty
                + " FROM " + dialect.spelling().quote(versions.place())
                + " UNION ALL SELECT NULL, " + columns + " FROM "
                + dialect.spelling().quote(progresses.place())
                + " WHERE number = 0";
        List<Row> found = new ArrayList<>();
        MetadataTableErrors.reading(versions.name(), progresses.name(), () -> found.addAll(quiet().query(query)));
        for (Row row : found) {
            String version = row.string(VersionTable.COLUMN);
            if (version == null && row.string("revision") != null) {
                Progress progress = ProgressTable.read(row);
                interrupted.put(progress.revision(), progress);
            } else {
                MetadataTableErrors.add(versions, rows, version);
            }
        }
        return rows;
    }

    /** The answers that the script of an interrupted revision was given. */
    public Answers answers(String revision) {
        String query = "SELECT answer FROM "
                + dialect.spelling().quote(tables.progress().place())
                + " WHERE revision = ? AND number > 0 ORDER BY number";
        List<byte[]> answers = new ArrayList<>();
        for (Row row : quiet().query(query, revision)) {
            if (row.get("answer") instanceof byte[] bytes) {
                answers.add(bytes);
            }
        }
        return new Answers(answers);
    }

    /** What the script of an interrupted revision has set for its session; empty where that is nothing. */
    public String session(String revision) {
        String query = "SELECT bookmark FROM "
                + dialect.spelling().quote(tables.progress().place()) + " WHERE revision = ? AND number = "
                + ProgressTable.SESSION;
        return quiet().query(query, revision).stream()
                .map(row -> String.valueOf(row.get("bookmark")))
                .findFirst()
                .orElse("");
    }

    /** What the history says; nothing where there is no table yet. */
    public Recorded recorded() {
        Found found = find();
        return found.history() ? at(found.tables()).events() : Recorded.NOTHING;
    }

    private Recorded events() {
        HistoryTable table = tables.history();
        Map<String, Recorded.Event> last = new HashMap<>();
        String query = HistoryTable.lastEvents(dialect.spelling().quote(table.place()));
        MetadataTableErrors.reading(
                table.name(),
                () -> quiet().query(query).forEach(row -> last.put(String.valueOf(row.get("revision")), event(row))));
        return new Recorded(last);
    }

    private static Recorded.Event event(Row row) {
        return new Recorded.Event(
                Objects.requireNonNull(row.integer("id")),
                String.valueOf(row.get("direction")),
                row.string("checksum"),
                row.string("meaning_checksum"));
    }

    /** Questions of Retort's own: whoever listens to the changes does not hear of them. */
    private StatementRunner quiet() {
        return new StatementRunner(dialect, connection);
    }

    // ---- creating and checking ----

    /** Creates what is missing; whether anything was. */
    public boolean create() {
        Found found = find();
        VersionTable rows = found.tables().versions();
        HistoryTable log = found.tables().history();
        if (!found.versions()) {
            MetadataTableErrors.create(dialect, quiet(), rows.name(), rows.create(false));
        }
        if (!found.history()) {
            MetadataTableErrors.create(dialect, quiet(), log.name(), log.create(false));
        }
        if (!found.versions() || !found.history()) {
            return true;
        }
        boolean whole = MetadataTableErrors.writing(dialect.spelling(), quiet(), found.tables());
        if (!whole) {
            MetadataTableErrors.complete(dialect, quiet(), log);
        }
        return !whole;
    }

    /** Creates the table of progress, in the transaction that is open, where there is none. */
    public void createProgress() {
        Found found = find();
        if (!found.progress()) {
            ProgressTable table = found.tables().progress();
            MetadataTableErrors.create(dialect, quiet(), table.name(), table.create());
        }
    }

    /**
     * Refuses ids that the version table cannot hold, which another tool may have created narrower.
     *
     * @throws RetortException of the kind SCRIPT with all of them
     */
    public void checkWidth(Collection<String> ids) {
        VersionTable versions = tables.versions();
        SortedSet<String> doubtful = new TreeSet<>(ids);
        doubtful.removeIf(id -> id.length() <= VersionTable.NARROWEST);
        if (doubtful.isEmpty()) {
            return;
        }
        try {
            OptionalInt most = dialect.reading().longestText(connection, versions.place(), VersionTable.COLUMN);
            doubtful.removeIf(id -> most.isEmpty() || id.codePointCount(0, id.length()) <= most.getAsInt());
            if (!doubtful.isEmpty()) {
                throw MetadataTableErrors.tooNarrow(
                        dialect.spelling().quote(versions.name()), most.orElseThrow(), doubtful);
            }
        } catch (SQLException e) {
            throw new SqlFailure(dialect.errors().explain(e), "", e);
        }
    }

    /** What could else only fail at the end of the first revision. */
    public void checkWritable() {
        MetadataTableErrors.writing(dialect.spelling(), quiet(), tables);
    }

    // ---- writing ----

    /** Moves the version rows. Each change must meet exactly its row, or somebody without our lock was at the table. */
    public void move(SortedSet<String> before, SortedSet<String> after) {
        for (Operation change : tables.versions().changes(before, after)) {
            if (apply(change) != 1) {
                throw new RetortException(
                        Kind.FAILED,
                        Problem.of("The rows of " + tables.versions().name()
                                        + " were changed by somebody else while this run had them at "
                                        + String.join(", ", before) + ".")
                                .withHint("Nothing of this revision was kept. Look with: retort current"));
            }
        }
    }

    /** A trigger, a rule or a policy of somebody's may have changed the rows that were written. */
    public void readBack(SortedSet<String> after) {
        SortedSet<String> there = read();
        if (!there.equals(after)) {
            throw new RetortException(
                    Kind.FAILED,
                    Problem.of("The rows of " + tables.versions().name() + " are " + VersionTable.shown(there)
                                    + " after " + VersionTable.shown(after) + " was written.")
                            .withHint(
                                    "Nothing of this revision was kept. Does a trigger, a rule or a policy of the table"
                                            + " change or hide its rows?"));
        }
    }

    /** Writes an entry into the history. */
    public void append(HistoryEntry entry) {
        apply(tables.history().insert(entry));
    }

    /** The same with an outcome other than that of a run. */
    public void append(HistoryEntry entry, String outcome) {
        apply(tables.history().insert(entry, outcome));
    }

    /** Removes how far a revision came, if that is still so; whether it was. */
    public boolean remove(Progress progress) {
        return apply(tables.progress().remove(progress)) == 1;
    }

    /** Forgets all that was kept of an interrupted revision. */
    public void forget(String revision) {
        apply(tables.progress().forget(revision));
    }

    private long apply(Operation operation) {
        return dialect.spelling().statements(operation, runner).stream()
                .mapToLong(runner::run)
                .sum();
    }
}
