package dev.retort.internal.difference;

import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.Change;
import dev.retort.internal.operation.ColumnChange;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.schema.Identity;
import dev.retort.internal.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/** What leads from a column to one of the same name. */
final class ColumnComparison {

    private final QualifiedName table;
    private final Column from;
    private final Column to;
    private final Column oldForm;
    private final Column newForm;
    private final boolean comments;

    ColumnComparison(QualifiedName table, Column from, Column to, DifferenceRules rules) {
        NormalForm form = new NormalForm(rules);
        this.table = table;
        this.from = from;
        this.to = to;
        this.oldForm = form.of(from);
        this.newForm = form.of(to);
        this.comments = rules.folding().keepsComments();
    }

    /** Whether it is computed in another way, which no change in place can reach. */
    boolean isComputedOtherwise() {
        return !Objects.equals(oldForm.generated(), newForm.generated());
    }

    /** @param read whether a view that stays reads the table, and has to be created again when a type changes */
    Optional<AlterColumn> change(boolean read) {
        boolean type =
                !oldForm.type().equals(newForm.type()) || !Objects.equals(oldForm.collation(), newForm.collation());
        boolean collation = !Objects.equals(oldForm.collation(), newForm.collation());
        boolean nullable = from.nullable() != to.nullable();
        boolean value = !Objects.equals(oldForm.defaultValue(), newForm.defaultValue());
        boolean identity = !Objects.equals(oldForm.identity(), newForm.identity());
        boolean comment = comments && !Objects.equals(from.comment(), to.comment());
        if (!type && !nullable && !value && !identity && !comment) {
            return Optional.empty();
        }
        ColumnChange after = said(to, type, nullable, value, comment, collation, identity);
        ColumnChange before = said(from, type, nullable, value, comment, collation, identity);
        return Optional.of(new AlterColumn(table, to.name(), after, before, null, type && read));
    }

    /** What is said of one state of the column. */
    private static ColumnChange said(
            Column column,
            boolean type,
            boolean nullable,
            boolean value,
            boolean comment,
            boolean collation,
            boolean identity) {
        return new ColumnChange(
                null,
                type ? column.type() : null,
                nullable ? column.nullable() : null,
                value ? new Change<DefaultValue>(column.defaultValue()) : null,
                comment ? new Change<String>(column.comment()) : null,
                null,
                collation ? new Change<String>(column.collation()) : null,
                identity ? new Change<Identity>(column.identity()) : null);
    }
}
