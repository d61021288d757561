package dev.retort.internal.record;

import dev.retort.internal.operation.CreateTable;
import dev.retort.internal.operation.InsertRows;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.ColumnType.Simple;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Identity;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table with one row for every upgrade, downgrade, stamp and repair there ever was. Nothing is ever deleted from it. */
public final class HistoryTable {

    /** Tables of early versions lack it. */
    public static final String NOTICES = "notices";

    /** All of them, in their order. */
    public static final List<String> COLUMNS = List.of(
            "id",
            "revision",
            "direction",
            "message",
            "started_at",
            "duration_ms",
            "outcome",
            "error",
            "statements",
            "executed_by",
            "host",
            "tool_version",
            "checksum_algorithm",
            "checksum",
            "meaning_checksum",
            "script",
            NOTICES);

    private static final String DEFAULT_NAME = "retort_history";

    /** Wide enough for a revision id, like the version table's column. */
    private static final int ID_WIDTH = 255;

    private static final int WORD_WIDTH = 32;

    private final QualifiedName name;
    private final QualifiedName place;

    public HistoryTable(QualifiedName name) {
        this(name, name);
    }

    private HistoryTable(QualifiedName name, QualifiedName place) {
        this.name = name;
        this.place = place;
    }

    /** The same table, known to be in a schema. */
    public HistoryTable in(@Nullable String schema) {
        return new HistoryTable(name, new QualifiedName(schema, name.name()));
    }

    /** As the configuration has it, for people. */
    public QualifiedName name() {
        return name;
    }

    /** As statements name it. */
    public QualifiedName place() {
        return place;
    }

    /**
     * How it is called beside a version table where nobody says otherwise. No two version tables get the same one, so
     * that several chains in one database do not take each other's revisions for their own.
     */
    public static String nameBeside(String versionTable) {
        if (versionTable.equals(VersionTable.DEFAULT_NAME)) {
            return DEFAULT_NAME;
        }
        String name = versionTable + "_history";
        return name.equals(DEFAULT_NAME) ? versionTable + "_version_history" : name;
    }

    public Operation create(boolean ifNotExists) {
        ColumnType word = new ColumnType.Varchar(WORD_WIDTH);
        List<Column> columns = List.of(
                required("id", Simple.BIGINT).withIdentity(new Identity(false, null, null)),
                required("revision", new ColumnType.Varchar(ID_WIDTH)),
                required("direction", word),
                Column.of("message", Simple.TEXT),
                required("started_at", new ColumnType.Timestamp(true, null)),
                required("duration_ms", Simple.BIGINT),
                required("outcome", word),
                Column.of("error", Simple.TEXT),
                required("statements", Simple.INTEGER),
                Column.of("executed_by", Simple.TEXT),
                Column.of("host", Simple.TEXT),
                required("tool_version", word),
                Column.of("checksum_algorithm", word),
                Column.of("checksum", Simple.TEXT),
                Column.of("meaning_checksum", Simple.TEXT),
                Column.of("script", Simple.BYTES),
                Column.of(NOTICES, Simple.TEXT));
        return new CreateTable(
                new Table(
                        place,
                        columns,
                        List.of(new Constraint.PrimaryKey(name.name() + "_pkc", List.of("id"))),
                        List.of(),
                        null,
                        Table.Options.NONE),
                ifNotExists);
    }

    /**
     * A query for the last event of each revision that did not fail: {@code id revision direction
     * checksum meaning_checksum}.
     *
     * @param quoted the table's name as SQL
     */
    static String lastEvents(String quoted) {
        return "SELECT id, revision, direction, checksum, meaning_checksum FROM " + quoted
                + " WHERE id IN (SELECT MAX(id) FROM " + quoted + " WHERE outcome = 'done' GROUP BY revision)";
    }

    private static Column required(String name, ColumnType type) {
        return Column.of(name, type).withNullable(false);
    }

    public Operation insert(HistoryEntry entry) {
        return insert(entry, entry.error() == null ? "done" : "failed");
    }

    /** @param outcome {@code done}; {@code failed}; {@code resolved} where a person has said what a database does not say */
    public Operation insert(HistoryEntry entry, String outcome) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("revision", entry.revision());
        row.put("direction", entry.direction());
        row.put("message", entry.message());
        row.put("started_at", entry.startedAt());
        row.put("duration_ms", entry.duration().toMillis());
        row.put("outcome", outcome);
        row.put("error", entry.error());
        row.put("statements", entry.statements());
        row.put("executed_by", entry.runner().user());
        row.put("host", entry.runner().host());
        row.put("tool_version", entry.runner().toolVersion());
        ScriptRecord script = entry.script();
        row.put("checksum_algorithm", script == null ? null : script.algorithm());
        row.put("checksum", script == null ? null : script.checksum());
        row.put("meaning_checksum", script == null ? null : script.meaningChecksum());
        row.put("script", script == null ? null : script.deflated());
        if (entry.notices() != null) {
            row.put(NOTICES, entry.notices());
        }
        return new InsertRows(place, List.of(row));
    }
}
