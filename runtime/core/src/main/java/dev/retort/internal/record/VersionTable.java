package dev.retort.internal.record;

import dev.retort.RowChange;
import dev.retort.internal.operation.Condition;
import dev.retort.internal.operation.CreateTable;
import dev.retort.internal.operation.DeleteRows;
import dev.retort.internal.operation.InsertRows;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.UpdateRows;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The table with one row a head of what is applied. Its form is Alembic's, so that an Alembic database is taken over by
 * naming its table; only the column is wide enough for any id.
 */
public final class VersionTable {

    /** How it is called where nobody says otherwise. */
    public static final String DEFAULT_NAME = "retort_version";

    /** The one column. */
    public static final String COLUMN = "version_num";

    /** The longest id there is room for. */
    public static final int WIDTH = 255;

    /** What any such table has room for: Alembic's. */
    public static final int NARROWEST = 32;

    private final QualifiedName name;
    private final QualifiedName place;

    public VersionTable(QualifiedName name) {
        this(name, name);
    }

    private VersionTable(QualifiedName name, QualifiedName place) {
        this.name = name;
        this.place = place;
    }

    /** The same table, known to be in a schema. */
    public VersionTable in(@Nullable String schema) {
        return new VersionTable(name, new QualifiedName(schema, name.name()));
    }

    /** As the configuration has it, for people. */
    public QualifiedName name() {
        return name;
    }

    /** As statements name it. */
    public QualifiedName place() {
        return place;
    }

    public Operation create(boolean ifNotExists) {
        Column version = Column.of(COLUMN, new ColumnType.Varchar(WIDTH)).withNullable(false);
        return new CreateTable(
                new Table(
                        place,
                        List.of(version),
                        List.of(new Constraint.PrimaryKey(name.name() + "_pkc", List.of(COLUMN))),
                        List.of(),
                        null,
                        Table.Options.NONE),
                ifNotExists);
    }

    /** Each finds exactly one row, or somebody else was at the table. */
    public List<Operation> changes(SortedSet<String> before, SortedSet<String> after) {
        return RowChange.between(before, after).stream().map(this::operation).toList();
    }

    private Operation operation(RowChange change) {
        if (change.from() == null) {
            return new InsertRows(place, List.of(row(Objects.requireNonNull(change.to()))));
        } else if (change.to() == null) {
            return new DeleteRows(place, new Condition.Matches(row(change.from())));
        }
        return new UpdateRows(place, new Condition.Matches(row(change.from())), row(change.to()));
    }

    private static Map<String, @Nullable Object> row(String version) {
        return Map.of(COLUMN, version);
    }

    /** What the lock of those is called who migrate by this table. */
    public String lockName() {
        return "retort:" + name();
    }

    /** Rows as a message has them. */
    public static String shown(SortedSet<String> rows) {
        return rows.isEmpty() ? "base" : String.join(", ", rows);
    }
}
