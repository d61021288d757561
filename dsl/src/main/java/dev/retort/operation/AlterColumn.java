package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Changes a column in place.
 *
 * @param to what it is to become; what is not named stays
 * @param from what it was, as far as the author said; the way back needs it
 * @param place null means where it stands
 */
public record AlterColumn(
        QualifiedName table,
        String column,
        ColumnChange to,
        ColumnChange from,
        @Nullable ColumnPlace place) implements Operation {

    public AlterColumn(QualifiedName table, String column, ColumnChange to, ColumnChange from) {
        this(table, column, to, from, null);
    }

    @Override
    public Inverse inverse() {
        if (place != null) {
            return Inverse.none("where the column stood before is not known");
        }
        return from.reversing(column, to)
                .map(back -> Inverse.of(new AlterColumn(table, to.newName() == null ? column : to.newName(), back, to)))
                .orElseGet(() -> Inverse.none(from.missingFor(to)));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.alterColumn(this);
    }
}
