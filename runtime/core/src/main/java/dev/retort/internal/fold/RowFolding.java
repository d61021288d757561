package dev.retort.internal.fold;

import dev.retort.internal.operation.Backfill;
import dev.retort.internal.operation.BulkInsert;
import dev.retort.internal.operation.Condition;
import dev.retort.internal.operation.DeleteRows;
import dev.retort.internal.operation.InsertRows;
import dev.retort.internal.operation.RowSource;
import dev.retort.internal.operation.UpdateRows;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Operations on rows change no schema; the tables and columns that they name are to be there. */
final class RowFolding {

    private final WorkingSchema schema;

    RowFolding(WorkingSchema schema) {
        this.schema = schema;
    }

    void insert(InsertRows operation) {
        operation.rows().forEach(row -> check(operation.table(), row.keySet()));
    }

    void update(UpdateRows operation) {
        check(operation.table(), operation.values().keySet());
        check(operation.table(), operation.where());
    }

    void delete(DeleteRows operation) {
        check(operation.table(), operation.where());
    }

    void bulkInsert(BulkInsert operation) {
        if (operation.rows() instanceof RowSource.Listed listed) {
            listed.rows().stream().limit(1).map(Map::keySet).forEach(columns -> check(operation.table(), columns));
        } else {
            check(operation.table(), (Condition) null);
        }
    }

    void backfill(Backfill operation) {
        check(operation.table(), operation.where());
        if (operation.set() instanceof Backfill.Assignments.Values values) {
            check(operation.table(), values.values().keySet());
        }
        check(operation.table(), operation.batches().key());
    }

    private void check(QualifiedName table, @Nullable Condition where) {
        if (where instanceof Condition.Matches matches) {
            check(table, matches.values().keySet());
        } else {
            check(table, Set.of());
        }
    }

    /** Rows may go through a view as well. */
    private void check(QualifiedName table, Collection<String> columns) {
        boolean other = schema.find(ObjectName.of(ObjectKind.VIEW, table)).isPresent()
                || schema.find(ObjectName.of(ObjectKind.VIRTUAL_TABLE, table)).isPresent();
        if (!other) {
            schema.table(table)
                    .filter(TableParts::hasAllColumns)
                    .ifPresent(found -> columns.forEach(column -> new TableParts(schema).column(found, column)));
        }
    }
}
