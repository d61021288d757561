package dev.retort.internal.run.load;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.chain.DataFiles.DataFile;
import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.Cell;
import dev.retort.internal.dialect.LoadTarget;
import dev.retort.internal.dialect.RowLoading;
import dev.retort.internal.dialect.RowSink.FailedRow;
import dev.retort.internal.load.RowReader;
import dev.retort.internal.operation.BulkInsert;
import dev.retort.internal.operation.InsertRows;
import dev.retort.internal.operation.RowFile;
import dev.retort.internal.operation.RowSource;
import dev.retort.internal.run.statement.SqlFailure;
import dev.retort.internal.run.statement.StatementRunner;
import dev.retort.internal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does a {@link BulkInsert}: by the database's fast way where it has one for the rows, by inserts elsewhere. */
public final class RowLoader {

    /** Below it the fast way is none: the table must be looked at first. */
    private static final int MANY = 50;

    private static final int HANDFUL = 1000;

    private final RowLoading loading;
    private final @Nullable Catalog catalog;
    private final @Nullable StatementRunner runner;
    private final Consumer<InsertRows> inserts;
    private final Function<RowFile, DataFile> files;

    /**
     * @param catalog null where no database is at hand
     * @param runner null where rows can only be written down
     * @param inserts does what goes by inserts
     */
    public RowLoader(
            RowLoading loading,
            @Nullable Catalog catalog,
            @Nullable StatementRunner runner,
            Consumer<InsertRows> inserts,
            Function<RowFile, DataFile> files) {
        this.loading = loading;
        this.catalog = catalog;
        this.runner = runner;
        this.inserts = inserts;
        this.files = files;
    }

    /** @return the columns for which the rows brought numbers */
    public List<String> load(BulkInsert operation) {
        if (operation.rows() instanceof RowFile file) {
            return load(operation.table(), file);
        }
        RowSource.Listed listed = (RowSource.Listed) operation.rows();
        load(operation.table(), listed);
        return GivenNumbers.of(listed.rows());
    }

    // ---- rows of the script's own ----

    private void load(QualifiedName table, RowSource.Listed listed) {
        try {
            if (runner == null || listed.rows().size() < MANY || !copied(runner, table, listed)) {
                inserts.accept(new InsertRows(table, listed.rows()));
            }
        } catch (SqlFailure e) {
            FailedRow failed = e.row().orElse(null);
            if (failed == null) {
                throw e;
            }
            long number = listed.first() + failed.number() - 1;
            String what = "Row " + number + " for \"" + table + "\""
                    + (failed.column() == null ? "" : ", column \"" + failed.column() + "\"") + ": ";
            throw e.prefixed(what);
        }
    }

    private boolean copied(StatementRunner fast, QualifiedName table, RowSource.Listed listed) {
        LoadTarget target = loading.loadTarget(table, fast);
        List<String> columns = List.copyOf(listed.rows().get(0).keySet());
        target.check(columns);
        boolean fit = target.fast()
                && listed.rows().stream()
                        .allMatch(row -> columns.stream()
                                .allMatch(column -> loading.sinks(row.get(column), target.column(column))));
        if (fit) {
            Iterator<Map<String, @Nullable Object>> rows = listed.rows().iterator();
            fast.load(target, columns, () -> rows.hasNext() ? values(rows.next(), columns) : null);
        }
        return fit;
    }

    private static List<@Nullable Object> values(Map<String, @Nullable Object> row, List<String> columns) {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        columns.forEach(column -> values.add(row.get(column)));
        return values;
    }

    // ---- rows of a file ----

    private List<String> load(QualifiedName table, RowFile source) {
        DataFile file = files.apply(source);
        try (RowReader reader = RowReader.open(source, file)) {
            if (reader.columns().isEmpty()) {
                return List.of();
            }
            LoadTarget target = catalog == null ? null : loading.loadTarget(table, catalog);
            if (target != null) {
                checkColumns(target, reader);
            }
            try {
                if (runner != null && target != null && target.fast()) {
                    runner.load(target, reader.columns(), () -> values(reader, target));
                } else {
                    insert(table, reader, target);
                }
            } catch (SqlFailure e) {
                throw located(e, source, file);
            }
            return reader.columns();
        }
    }

    private static void checkColumns(LoadTarget target, RowReader reader) {
        try {
            target.check(reader.columns());
        } catch (RetortException e) {
            Location place = reader.place(-1);
            List<Problem> problems = e.problems().stream()
                    .map(problem -> new Problem(Location.of(place.file(), 1), problem.sentence(), problem.hint()))
                    .toList();
            throw new RetortException(e.kind(), problems, e);
        }
    }

    private @Nullable List<@Nullable Object> values(RowReader reader, @Nullable LoadTarget target) {
        List<@Nullable Cell> cells = reader.next();
        if (cells == null) {
            return null;
        }
        List<@Nullable Object> values = new ArrayList<>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            try {
                LoadTarget.Column column =
                        target == null ? null : target.column(reader.columns().get(i));
                values.add(cell == null ? null : loading.value(cell, column));
            } catch (RetortException e) {
                throw located(e, reader.place(i));
            }
        }
        return values;
    }

    private void insert(QualifiedName table, RowReader reader, @Nullable LoadTarget target) {
        List<Map<String, @Nullable Object>> handful = new ArrayList<>();
        long before = 0;
        for (List<@Nullable Object> row = values(reader, target); row != null; row = values(reader, target)) {
            Map<String, @Nullable Object> named = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                named.put(reader.columns().get(i), row.get(i));
            }
            handful.add(Collections.unmodifiableMap(named));
            if (handful.size() == HANDFUL) {
                insert(table, handful, before);
                before += HANDFUL;
                handful.clear();
            }
        }
        if (!handful.isEmpty()) {
            insert(table, handful, before);
        }
    }

    private void insert(QualifiedName table, List<Map<String, @Nullable Object>> handful, long before) {
        try {
            inserts.accept(new InsertRows(table, handful));
        } catch (SqlFailure e) {
            throw e.movedBy(before);
        }
    }

    /** Reads the file again up to the row that the database refused. */
    private static RetortException located(SqlFailure failure, RowFile source, DataFile file) {
        FailedRow failed = failure.row().orElse(null);
        if (failed == null) {
            return located(failure, Location.of(file.display()));
        }
        try (RowReader reader = RowReader.open(source, file)) {
            for (long row = 0; row < failed.number() && reader.next() != null; row++) {
                // Only the place counts.
            }
            int column = failed.column() == null ? -1 : reader.columns().indexOf(failed.column());
            return located(failure, reader.place(column));
        }
    }

    private static RetortException located(RetortException e, Location place) {
        List<Problem> problems = e.problems().stream()
                .map(problem -> new Problem(place, problem.sentence(), problem.hint()))
                .toList();
        return new RetortException(e.kind(), problems, e);
    }
}
