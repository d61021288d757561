package dev.retort.internal.verify.rows;

import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of one table, each value as the literal that leads to it. */
final class StoredTable {

    private static final List<ColumnType.Simple> PLAIN = List.of(
            ColumnType.Simple.SMALLINT,
            ColumnType.Simple.INTEGER,
            ColumnType.Simple.BIGINT,
            ColumnType.Simple.SMALLSERIAL,
            ColumnType.Simple.SERIAL,
            ColumnType.Simple.BIGSERIAL,
            ColumnType.Simple.REAL,
            ColumnType.Simple.DOUBLE_PRECISION,
            ColumnType.Simple.BOOL);

    private final QualifiedName name;
    private final Map<String, TableCell> cells = new LinkedHashMap<>();
    private final List<String> columns = new ArrayList<>();
    private final List<String> key;
    private final List<List<String>> rows;

    StoredTable(TableShape shape, List<TableCell> cells, List<List<String>> rows) {
        this.name = shape.name();
        for (TableCell cell : cells) {
            this.cells.put(cell.name(), cell);
            columns.add(cell.name());
        }
        this.key = shape.table().constraints().stream()
                .filter(Constraint.PrimaryKey.class::isInstance)
                .map(primary -> primary.accept(Constraint.COLUMNS))
                .filter(columns::containsAll)
                .findFirst()
                .orElse(List.of());
        this.rows = rows;
    }

    private StoredTable(StoredTable whole, List<String> some) {
        this.name = whole.name;
        this.cells.putAll(whole.cells);
        this.columns.addAll(some);
        this.key = some.containsAll(whole.key) ? whole.key : List.of();
        this.rows = whole.rows(some);
    }

    /** The rows with those columns alone that another one has. */
    StoredTable within(StoredTable other) {
        return new StoredTable(
                this, columns.stream().filter(other.columns::contains).toList());
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    QualifiedName name() {
        return name;
    }

    List<String> columns() {
        return columns;
    }

    /** Of the primary key; none where there is none. */
    List<String> key() {
        return key;
    }

    /** The rows with these columns alone. */
    List<List<String>> rows(List<String> wanted) {
        int[] places = wanted.stream().mapToInt(columns::indexOf).toArray();
        List<List<String>> all = new ArrayList<>(rows.size());
        for (List<String> row : rows) {
            List<String> some = new ArrayList<>(places.length);
            for (int place : places) {
                some.add(row.get(place));
            }
            all.add(some);
        }
        return all;
    }

    /** Whether a column has the values that one of another table has; one value alone is no sign. */
    boolean hasSameValues(String column, StoredTable other, String another) {
        List<String> own = values(column);
        return own.stream().distinct().count() > 2 && own.equals(other.values(another));
    }

    private List<String> values(String column) {
        return rows(List.of(column)).stream().map(row -> row.get(0)).sorted().toList();
    }

    /** Whether a value of the column needs no quotes for a person. */
    boolean isPlain(String column) {
        TableCell cell = cells.get(column);
        ColumnType type = cell == null ? ColumnType.Simple.TEXT : cell.type();
        return type instanceof ColumnType.Numeric || type instanceof ColumnType.Simple simple && PLAIN.contains(simple);
    }
}
