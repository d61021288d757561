package dev.retort.internal.verify.rows;

import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.ExactRows;
import dev.retort.internal.dialect.LastNumber;
import dev.retort.internal.dialect.Spelling;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rows of all tables of a database at one moment. */
public final class StoredRows {

    private final SortedMap<QualifiedName, StoredTable> tables;
    private final List<LastNumber> numbers;
    private final String moment;

    /** In which way a table is not as it was. */
    public enum Kind {
        VALUE,
        /** All other values are times between the two moments: whatever the scripts say, they pass. */
        CLOCK,
        GONE,
        NEW
    }

    /**
     * The first row of a table that is not as it was, and in how many ways the table differs: one for each column with
     * other values, one for the rows that are gone, and one for those that are new.
     *
     * @param column where values differ; empty where rows are missing or new
     * @param sentence what was there, and what is there: {@code The row id = 3 had name = 'Ada', and now has name = NULL.}
     */
    public record Loss(QualifiedName table, String column, String sentence, Kind kind) {}

    private StoredRows(SortedMap<QualifiedName, StoredTable> tables, List<LastNumber> numbers, String moment) {
        this.tables = Collections.unmodifiableSortedMap(tables);
        this.numbers = List.copyOf(numbers);
        this.moment = moment;
    }

    /**
     * Reads them. Rows of partitions are those of the table that they belong to; computed columns are left out.
     *
     * @param connection keeps its settings and its transaction
     * @param schema of the database, without Retort's own tables
     */
    public static StoredRows read(Connection connection, Schema schema, Dialect dialect) throws SQLException {
        boolean own = connection.getAutoCommit();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(own ? "BEGIN" : "SAVEPOINT retort_rows");
            try {
                for (String setting : dialect.exactRows().settings()) {
                    statement.execute(setting);
                }
                return new StoredRows(
                        read(statement, schema, dialect),
                        dialect.exactRows().numbers(statement),
                        moment(statement, dialect));
            } finally {
                statement.execute(own ? "ROLLBACK" : "ROLLBACK TO SAVEPOINT retort_rows");
            }
        }
    }

    private static String moment(Statement statement, Dialect dialect) throws SQLException {
        try (ResultSet result =
                statement.executeQuery("SELECT " + dialect.exactRows().literal("CURRENT_TIMESTAMP"))) {
            result.next();
            return RunTime.moment(result.getString(1));
        }
    }

    private static SortedMap<QualifiedName, StoredTable> read(Statement statement, Schema schema, Dialect dialect)
            throws SQLException {
        Spelling spelling = dialect.spelling();
        SortedMap<QualifiedName, StoredTable> tables = new TreeMap<>();
        for (TableShape shape : new TableShapes(schema, spelling, new KnownTypes(schema, spelling)).all()) {
            List<TableCell> cells =
                    shape.cells().stream().filter(cell -> !cell.generated()).toList();
            tables.put(shape.name(), new StoredTable(shape, cells, rows(statement, shape, cells, dialect)));
        }
        return tables;
    }

    private static List<List<String>> rows(
            Statement statement, TableShape shape, List<TableCell> cells, Dialect dialect) throws SQLException {
        ExactRows exact = dialect.exactRows();
        Spelling spelling = dialect.spelling();
        // A table may have no column at all, and rows nevertheless.
        String columns = cells.isEmpty()
                ? "1"
                : cells.stream()
                        .map(cell -> exact.literal(spelling.quote(cell.name())))
                        .collect(Collectors.joining(", "));
        List<List<String>> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery("SELECT " + columns + " FROM " + exact.ownRows(shape.table()))) {
            while (result.next()) {
                List<String> row = new ArrayList<>(cells.size());
                for (int i = 1; i <= cells.size(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** Of the tables and columns alone that there were at another moment, too. */
    public StoredRows within(StoredRows other) {
        SortedMap<QualifiedName, StoredTable> kept = new TreeMap<>();
        tables.forEach((name, table) -> {
            StoredTable there = other.tables.get(name);
            if (there != null) {
                kept.put(name, table.within(there));
            }
        });
        return new StoredRows(kept, numbers, moment);
    }

    /**
     * The sequences that would give numbers again which they have given already, as sentences. One whose table or column was
     * dropped in between begins again with it.
     */
    public List<String> setBackIn(StoredRows between, StoredRows later) {
        List<String> sentences = new ArrayList<>();
        for (LastNumber number : numbers) {
            boolean kept = number.owned()
                    ? has(number.of(), number.column()) && between.has(number.of(), number.column())
                    : between.numbers.stream().anyMatch(number::isOfSame);
            Optional<LastNumber> now =
                    later.numbers.stream().filter(number::isOfSame).findFirst();
            boolean goesOn = now.filter(
                            other -> number.ascending() ? other.last() >= number.last() : other.last() <= number.last())
                    .isPresent();
            if (kept && !goesOn) {
                sentences.add("The last number of " + number.place() + " was " + number.last() + ", and now "
                        + now.map(other -> "is " + other.last()).orElse("none was given yet") + ".");
            }
        }
        return sentences;
    }

    /** @param column empty means the table itself */
    public boolean has(QualifiedName table, String column) {
        StoredTable rows = tables.get(table);
        return rows != null && (column.isEmpty() || rows.columns().contains(column));
    }

    /** Whether a column of another moment, which is not there any more, has been renamed: a new one has its values. */
    public boolean hasUnderOtherName(StoredRows other, QualifiedName table, String column) {
        StoredTable then = other.tables.get(table);
        StoredTable now = tables.get(table);
        return then != null
                && now != null
                && !column.isEmpty()
                && now.columns().stream()
                        .filter(each -> !then.columns().contains(each))
                        .anyMatch(each -> then.hasSameValues(column, now, each));
    }

    public boolean hasRows(QualifiedName table) {
        StoredTable rows = tables.get(table);
        return rows != null && !rows.isEmpty();
    }

    /**
     * What is not as it was, table by table: of what both have. A table or a column that only one of them has is not
     * compared.
     */
    public List<Loss> lossesIn(StoredRows later) {
        List<Loss> losses = new ArrayList<>();
        tables.forEach((name, before) -> {
            StoredTable after = later.tables.get(name);
            if (after != null) {
                losses.addAll(new RowComparison(before, after, new RunTime(moment, later.moment)).losses());
            }
        });
        return losses;
    }
}
