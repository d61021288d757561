package dev.retort.internal.difference;

import dev.retort.internal.operation.Backfill;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.UpdateRows;
import dev.retort.internal.operation.ValidateConstraint;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The columns that every row has a value in, as far as the changes see to it. Asked for each of them in their order. */
final class FilledColumns {

    private final Set<ObjectName> filled = new HashSet<>();

    /** Whether a change fails for rows that have no value, and no change before it gives them one. */
    boolean lacks(SchemaChange change) {
        Operation operation = change.operation();
        if (operation instanceof UpdateRows update) {
            add(update.table(), update.values().keySet());
        } else if (operation instanceof Backfill fill && fill.set() instanceof Backfill.Assignments.Values values) {
            add(fill.table(), values.values().keySet());
        }
        // A check that no value is missing is about the column, and fails in the place of what comes after it.
        boolean checks =
                operation instanceof ValidateConstraint && change.about().kind() == ObjectKind.COLUMN;
        return (checks || Fills.isNeedy(operation)) && filled.add(change.about());
    }

    private void add(QualifiedName table, Collection<String> columns) {
        columns.forEach(column -> filled.add(new ObjectName(ObjectKind.COLUMN, table, column)));
    }
}
