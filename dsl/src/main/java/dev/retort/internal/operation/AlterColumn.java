package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Changes a column in place.
 *
 * @param to what it is to become; what is not named stays
 * @param from what it was, as far as the author said; the inverse needs it
 * @param place null means where it is
 * @param recreateViews drops the views that need the column before its type changes, and creates them again afterwards
 */
public record AlterColumn(
        QualifiedName table,
        String column,
        ColumnChange to,
        ColumnChange from,
        @Nullable ColumnPlace place,
        boolean recreateViews)
        implements Operation {

    public AlterColumn(QualifiedName table, String column, ColumnChange to, ColumnChange from) {
        this(table, column, to, from, null, false);
    }

    @Override
    public Inverse inverse() {
        if (place != null) {
            return Inverse.none("the place of the column before is not known");
        }
        return from.reversing(column, to)
                .map(back -> Inverse.of(back(back)))
                .orElseGet(() -> Inverse.none(from.missingFor(to)));
    }

    private AlterColumn back(ColumnChange change) {
        return new AlterColumn(
                table, to.newName() == null ? column : to.newName(), change, to.unnamed(), null, recreateViews);
    }

    /** Whether a column is numbered already decides how it gets other numbers. */
    @Override
    public Operation withoutFormer() {
        return new AlterColumn(
                table,
                column,
                to,
                to.identity() == null ? ColumnChange.NONE : ColumnChange.NONE.withIdentity(from.identity()),
                place,
                recreateViews);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.alterColumn(this);
    }
}
