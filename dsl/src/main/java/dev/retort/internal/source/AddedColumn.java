package dev.retort.internal.source;

import dev.retort.internal.operation.AddColumn;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Deferral;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.UnderlyingIndex;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a column that is added, with its constraints and its index as options. */
final class AddedColumn implements Constraint.Visitor<Integer> {

    private static final int LAST = 4;

    private final AddColumn operation;
    private final Column column;
    private final ScriptNames names;
    private final Set<String> onConflicts = new HashSet<>();
    private boolean primaryKey;
    private boolean unique;
    private @Nullable String check;
    private Constraint.@Nullable ForeignKey foreignKey;

    AddedColumn(AddColumn operation, ScriptNames names) {
        this.operation = operation;
        this.column = operation.column();
        this.names = names;
    }

    void write(ArgumentList arguments) {
        names.declare(column.name());
        int next = 0;
        for (Constraint constraint : operation.constraints()) {
            int place = constraint.accept(this);
            require(place >= next && place < LAST, "its constraints in this order");
            requireConventionalName(constraint);
            next = place + 1;
        }
        Index index = operation.index();
        require(index == null || !unique, "a unique constraint and an index");
        ColumnWriter.named(column).forEach(arguments::add);
        ColumnWriter.options(arguments, column, primaryKey, primaryKey);
        arguments.flag("unique", unique || (index != null && index.unique())).flag("index", isPlain(index));
        if (foreignKey != null) {
            arguments.option("references", TableConstraints.reference(foreignKey));
            ConstraintWriter.options(arguments, foreignKey);
        }
        arguments.sql("check", check);
        ColumnWriter.lastOptions(arguments, column, onConflict());
    }

    /** One option speaks of all that a row could break, and of {@code NOT NULL} where that is written out. */
    private @Nullable String onConflict() {
        boolean notNullIsWritten = !column.nullable()
                && (column.onConflict() != null
                        || !(primaryKey || column.identity() != null || ColumnType.isSerial(column.type())));
        if (notNullIsWritten) {
            onConflicts.add(word(column.onConflict()));
        }
        require(onConflicts.size() <= 1, "different words for onConflict");
        String only = onConflicts.isEmpty() ? "" : onConflicts.iterator().next();
        return only.isEmpty() ? null : only;
    }

    private static String word(@Nullable String onConflict) {
        return onConflict == null ? "" : onConflict;
    }

    private void requireConventionalName(Constraint constraint) {
        Optional<String> conventional = names.convention().of(operation.table(), constraint, column.name());
        require(
                conventional.isPresent()
                        && (constraint.name() == null || conventional.get().equals(constraint.name())),
                "a constraint named \"" + constraint.name() + "\"");
    }

    private boolean isPlain(@Nullable Index index) {
        if (index == null) {
            return false;
        }
        Index plain = new Index(
                index.name(),
                operation.table(),
                List.of(new Index.Element.ColumnName(column.name())),
                index.unique(),
                null,
                List.of(),
                null,
                false);
        require(
                index.equals(plain) && names.convention().of(index).equals(Optional.of(index.name())),
                "the index \"" + index.name() + "\"");
        return true;
    }

    private void require(boolean sayable, String what) {
        if (!sayable) {
            throw new OperationNotWritable("A script cannot add the column \"" + column.name() + "\" of \""
                    + operation.table() + "\" with " + what + "; it can add them by operations of their own.");
        }
    }

    private boolean isOfThisColumn(List<String> columns) {
        return columns.equals(List.of(column.name()));
    }

    // Each of these gives the place that the language has for the constraint.

    @Override
    public Integer primaryKey(Constraint.PrimaryKey constraint) {
        primaryKey = true;
        return key(0, constraint.columns(), constraint.deferral(), constraint.onConflict(), constraint.index());
    }

    @Override
    public Integer unique(Constraint.Unique constraint) {
        unique = true;
        require(!constraint.nullsNotDistinct(), "a unique constraint of the kind nullsNotDistinct");
        return key(1, constraint.columns(), constraint.deferral(), constraint.onConflict(), constraint.index());
    }

    private Integer key(
            int place,
            List<String> columns,
            Deferral deferral,
            @Nullable String onConflict,
            @Nullable UnderlyingIndex index) {
        onConflicts.add(word(onConflict));
        boolean plain = deferral == Deferral.NOT_DEFERRABLE && index == null;
        return plain && isOfThisColumn(columns) ? place : LAST;
    }

    @Override
    public Integer check(Constraint.Check constraint) {
        check = constraint.condition();
        return check.isBlank() || constraint.notValid() || constraint.noInherit() || constraint.notEnforced()
                ? LAST
                : 2;
    }

    @Override
    public Integer foreignKey(Constraint.ForeignKey constraint) {
        foreignKey = constraint;
        return isOfThisColumn(constraint.columns()) && !constraint.notValid() ? LAST - 1 : LAST;
    }

    @Override
    public Integer exclude(Constraint.Exclude constraint) {
        return LAST;
    }
}
