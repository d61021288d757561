package dev.retort.internal.lint;

import dev.retort.internal.fold.SchemaAt;
import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.ColumnChange;
import dev.retort.internal.operation.ConstraintKind;
import dev.retort.internal.operation.DropConstraint;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.ValidateConstraint;
import dev.retort.internal.schema.Constraint;
import java.util.List;

/** Makes a column NOT NULL without reading its rows under a strong lock: a check that was validated is the proof. */
public record NotNullByCheck(AlterColumn alter, SchemaAt before) {

    private String name() {
        return "ck_" + alter.table().name() + "_" + alter.column() + "_not_null";
    }

    /** What comes first: rows that are written from then on have a value. */
    public AddConstraint check() {
        String condition = before.rules().quote(alter.column()) + " IS NOT NULL";
        return new AddConstraint(alter.table(), new Constraint.Check(name(), condition, true));
    }

    /** What takes the check away again. */
    public DropConstraint drop() {
        return new DropConstraint(name(), alter.table(), ConstraintKind.CHECK, false, false, null, List.of());
    }

    /** What a revision after it does. */
    public List<Operation> later() {
        return List.of(new ValidateConstraint(alter.table(), name()), nullable(false), drop());
    }

    /** What takes that back. */
    public List<Operation> laterDown() {
        return List.of(nullable(true), check());
    }

    private AlterColumn nullable(boolean nullable) {
        return new AlterColumn(
                alter.table(), alter.column(), ColumnChange.NONE.withNullable(nullable), ColumnChange.NONE);
    }
}
