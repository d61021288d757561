package dev.retort.internal.difference;

import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.Change;
import dev.retort.internal.operation.ColumnChange;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.schema.Identity;
import dev.retort.internal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What leads from a column to one of the same name. */
final class ColumnComparison {

    private final QualifiedName table;
    private final Column from;
    private final Column to;
    private final Column oldForm;
    private final Column newForm;
    private final boolean comments;
    private final DifferenceRules rules;

    ColumnComparison(QualifiedName table, Column from, Column to, DifferenceRules rules) {
        NormalForm form = new NormalForm(rules);
        this.table = table;
        this.rules = rules;
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

    /**
     * At most one change, but for a default that cannot be converted to a new type: it is taken away before and set after.
     *
     * @param read whether a view that stays reads the table, and has to be created again when a type changes
     */
    List<AlterColumn> changes(boolean read) {
        boolean type =
                !oldForm.type().equals(newForm.type()) || !Objects.equals(oldForm.collation(), newForm.collation());
        boolean collation = !Objects.equals(oldForm.collation(), newForm.collation());
        boolean nullable = from.nullable() != to.nullable();
        boolean value = !Objects.equals(oldForm.defaultValue(), newForm.defaultValue());
        boolean identity = !Objects.equals(oldForm.identity(), newForm.identity());
        boolean comment = comments && !Objects.equals(from.comment(), to.comment());
        if (!type && !nullable && !value && !identity && !comment) {
            return List.of();
        }
        String using = type ? rules.using(to.name(), from.type(), to.type()) : null;
        String back = type ? rules.using(to.name(), to.type(), from.type()) : null;
        boolean apart = (using != null || back != null) && (from.defaultValue() != null || to.defaultValue() != null);
        ColumnChange after = said(to, type, nullable, value && !apart, comment, collation, identity, using);
        ColumnChange before = said(from, type, nullable, value && !apart, comment, collation, identity, back);
        AlterColumn change = new AlterColumn(table, to.name(), after, before, null, type && read);
        return apart ? aroundDefault(change) : List.of(change);
    }

    private List<AlterColumn> aroundDefault(AlterColumn change) {
        List<AlterColumn> all = new ArrayList<>();
        if (from.defaultValue() != null) {
            all.add(defaultChange(from.defaultValue(), null));
        }
        all.add(change);
        if (to.defaultValue() != null) {
            all.add(defaultChange(null, to.defaultValue()));
        }
        return all;
    }

    private AlterColumn defaultChange(@Nullable DefaultValue before, @Nullable DefaultValue after) {
        return new AlterColumn(table, to.name(), ofDefault(after), ofDefault(before));
    }

    private static ColumnChange ofDefault(@Nullable DefaultValue value) {
        return new ColumnChange(null, null, null, new Change<DefaultValue>(value), null, null);
    }

    /** What is said of one state of the column. */
    private static ColumnChange said(
            Column column,
            boolean type,
            boolean nullable,
            boolean value,
            boolean comment,
            boolean collation,
            boolean identity,
            @Nullable String using) {
        return new ColumnChange(
                null,
                type ? column.type() : null,
                nullable ? column.nullable() : null,
                value ? new Change<DefaultValue>(column.defaultValue()) : null,
                comment ? new Change<String>(column.comment()) : null,
                using,
                collation ? new Change<String>(column.collation()) : null,
                identity ? new Change<Identity>(column.identity()) : null);
    }
}
