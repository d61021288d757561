package dev.retort.operation;

import dev.retort.schema.QualifiedName;

/**
 * Changes a column in place.
 *
 * @param to what it is to become; what is not named stays
 * @param from what it was, as far as the author said; the way back needs it
 */
public record AlterColumn(QualifiedName table, String column, ColumnChange to, ColumnChange from) implements Operation {
    @Override
    public Inverse inverse() {
        return from.reversing(column, to)
                .map(back -> Inverse.of(new AlterColumn(table, to.newName() == null ? column : to.newName(), back, to)))
                .orElseGet(() -> Inverse.none(from.missingFor(to)));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.alterColumn(this);
    }
}
