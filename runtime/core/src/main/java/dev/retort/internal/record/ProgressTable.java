package dev.retort.internal.record;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.Runner;
import dev.retort.internal.operation.Condition;
import dev.retort.internal.operation.CreateTable;
import dev.retort.internal.operation.DeleteRows;
import dev.retort.internal.operation.InsertRows;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.UpdateRows;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.ColumnType.Simple;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import dev.retort.internal.script.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The table with one row for each revision that is neither applied nor reverted, because a part of it was committed
 * before the rest: it has statements that run outside of a transaction. More rows keep what its script has set for its
 * session, and, numbered from 1, the answers that it got from the database. Created when the first such revision runs; the rows go when the revision is done.
 */
public final class ProgressTable {

    /** What a {@link Progress} is made of. */
    public static final List<String> COLUMNS = List.of(
            "revision",
            "direction",
            "calls",
            "part",
            "statements",
            "fingerprint",
            "intent",
            "intent_fingerprint",
            "bookmark");

    /** The number of the row that keeps what a script has set for its session. */
    public static final int SESSION = -1;

    private static final int ID_WIDTH = 255;
    private static final int WORD_WIDTH = 32;

    private final QualifiedName name;
    private final QualifiedName place;

    public ProgressTable(QualifiedName name) {
        this(name, name);
    }

    private ProgressTable(QualifiedName name, QualifiedName place) {
        this.name = name;
        this.place = place;
    }

    /** The table that belongs to a history table: {@code retort_progress} to {@code retort_history}. */
    public static ProgressTable beside(QualifiedName history) {
        String stem = history.name().endsWith("_history")
                ? history.name().substring(0, history.name().length() - "_history".length())
                : history.name();
        return new ProgressTable(new QualifiedName(history.schema(), stem + "_progress"));
    }

    /** The same table, known to be in a schema. */
    public ProgressTable in(@Nullable String schema) {
        return new ProgressTable(name, new QualifiedName(schema, name.name()));
    }

    /** As the configuration has it, for people. */
    public QualifiedName name() {
        return name;
    }

    /** As statements name it. */
    public QualifiedName place() {
        return place;
    }

    public Operation create() {
        ColumnType word = new ColumnType.Varchar(WORD_WIDTH);
        List<Column> columns = List.of(
                required("revision", new ColumnType.Varchar(ID_WIDTH)),
                required("number", Simple.INTEGER),
                Column.of("direction", word),
                Column.of("calls", Simple.INTEGER),
                Column.of("part", Simple.INTEGER),
                Column.of("statements", Simple.INTEGER),
                Column.of("fingerprint", Simple.TEXT),
                Column.of("intent", Simple.TEXT),
                Column.of("intent_fingerprint", Simple.TEXT),
                Column.of("bookmark", Simple.TEXT),
                Column.of("answer", Simple.BYTES),
                Column.of("recorded_at", new ColumnType.Timestamp(true, null)),
                Column.of("executed_by", Simple.TEXT),
                Column.of("host", Simple.TEXT),
                Column.of("tool_version", word));
        return new CreateTable(
                new Table(
                        place,
                        columns,
                        List.of(new Constraint.PrimaryKey(name.name() + "_pkc", List.of("revision", "number"))),
                        List.of(),
                        null,
                        Table.Options.NONE),
                false);
    }

    private static Column required(String column, ColumnType type) {
        return Column.of(column, type).withNullable(false);
    }

    /** A row of {@link #COLUMNS}, each as text. */
    public static Progress read(Row row) {
        return new Progress(
                text(row, "revision"),
                text(row, "direction"),
                number(row, "calls"),
                number(row, "part"),
                number(row, "statements"),
                text(row, "fingerprint"),
                row.string("intent"),
                row.string("intent_fingerprint"),
                row.string("bookmark"));
    }

    private static String text(Row row, String column) {
        String text = row.string(column);
        if (text == null) {
            throw incomplete(column);
        }
        return text;
    }

    private static int number(Row row, String column) {
        Long number = row.integer(column);
        if (number == null) {
            throw incomplete(column);
        }
        return Math.toIntExact(number);
    }

    private static RetortException incomplete(String column) {
        return new RetortException(
                Kind.FAILED,
                Problem.of("The table of interrupted revisions has a row with number 0 and no " + column + ".")
                        .withHint("Retort writes no such row. Delete it, if nothing was interrupted."));
    }

    /**
     * Writes down how far a revision came. It changes one row, or another run has gone on with the revision in the meantime.
     *
     * @param before what was written down last; null when nothing was
     * @param runner null where it has written that as well
     */
    public Operation write(@Nullable Progress before, Progress now, Instant when, @Nullable Runner runner) {
        Map<String, @Nullable Object> row = row(now);
        if (before != null) {
            row.entrySet().removeAll(row(before).entrySet());
        }
        row.put("recorded_at", when);
        if (runner != null) {
            row.put("executed_by", runner.user());
            row.put("host", runner.host());
            row.put("tool_version", runner.toolVersion());
        }
        return before == null
                ? new InsertRows(place, List.of(row))
                : new UpdateRows(place, new Condition.Matches(identity(before)), row);
    }

    /** Keeps the answers that a script got, by the numbers of its questions. */
    public Operation keep(String revision, SortedMap<Integer, byte[]> answers) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        answers.forEach((number, answer) -> {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("revision", revision);
            row.put("number", number);
            row.put("answer", answer);
            rows.add(row);
        });
        return new InsertRows(place, rows);
    }

    /** Keeps what a script has set for its session. */
    public Operation keepSession(String revision, String statements) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("revision", revision);
        row.put("number", SESSION);
        row.put("bookmark", statements);
        return new InsertRows(place, List.of(row));
    }

    public Operation forgetSession(String revision) {
        return new DeleteRows(place, new Condition.Matches(Map.of("revision", revision, "number", SESSION)));
    }

    /** Forgets all there is of a revision, the answers to its script included. */
    public Operation forget(String revision) {
        return new DeleteRows(place, new Condition.Matches(Map.of("revision", revision)));
    }

    /** It removes one row, or another run has gone on with the revision in the meantime. */
    public Operation remove(Progress progress) {
        return new DeleteRows(place, new Condition.Matches(identity(progress)));
    }

    private static Map<String, @Nullable Object> row(Progress progress) {
        Map<String, @Nullable Object> row = identity(progress);
        row.put("statements", progress.statements());
        row.put("intent_fingerprint", progress.intentFingerprint());
        return row;
    }

    private static Map<String, @Nullable Object> identity(Progress progress) {
        Map<String, @Nullable Object> identity = new LinkedHashMap<>();
        identity.put("revision", progress.revision());
        identity.put("number", 0);
        identity.put("direction", progress.direction());
        identity.put("calls", progress.calls());
        identity.put("part", progress.part());
        identity.put("fingerprint", progress.fingerprint());
        identity.put("intent", progress.intent());
        identity.put("bookmark", progress.bookmark());
        return identity;
    }
}
