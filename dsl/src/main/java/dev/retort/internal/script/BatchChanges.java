package dev.retort.internal.script;

import dev.retort.internal.operation.BatchAlterTable;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code batchAlterTable} collects of its closure. */
final class BatchChanges {

    private final QualifiedName table;
    private final CurrentDatabase database;
    private final OperationReader reader;
    private final List<Operation> changes = new ArrayList<>();

    BatchChanges(TableNames names, CurrentDatabase database) {
        this.table = names.table();
        this.database = database;
        this.reader = new OperationReader(names);
    }

    CurrentDatabase database() {
        return database;
    }

    OperationReader table() {
        return reader;
    }

    void add(Operation change) {
        changes.add(change);
    }

    /** @param recreate as the author writes it; null where nothing is said */
    BatchAlterTable build(@Nullable String recreate) {
        if (changes.isEmpty()) {
            throw new Refusal("batchAlterTable of \"" + table + "\" changes nothing.");
        }
        return new BatchAlterTable(table, changes, Keywords.recreate(recreate));
    }
}
