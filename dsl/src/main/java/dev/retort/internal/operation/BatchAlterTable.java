package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes of one table that belong together: done in one go where the database must rebuild the table, one after
 * the other elsewhere.
 *
 * @param changes operations on this table
 */
public record BatchAlterTable(QualifiedName table, List<Operation> changes, Recreate recreate) implements Operation {

    /** Whether the table is created again. */
    public enum Recreate {
        /** Where the database cannot make the changes otherwise. */
        AUTO,
        ALWAYS,
        NEVER
    }

    public BatchAlterTable {
        changes = List.copyOf(changes);
    }

    public BatchAlterTable(QualifiedName table, List<Operation> changes) {
        this(table, changes, Recreate.AUTO);
    }

    @Override
    public Inverse inverse() {
        List<Operation> back = new ArrayList<>();
        for (Operation change : changes) {
            Inverse inverse = change.inverse();
            if (inverse.reason() != null) {
                return inverse;
            }
            back.addAll(0, inverse.operations());
        }
        return back.isEmpty() ? Inverse.nothing() : Inverse.of(new BatchAlterTable(table, back, recreate));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.batchAlterTable(this);
    }
}
