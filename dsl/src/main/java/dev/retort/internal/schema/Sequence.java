package dev.retort.internal.schema;

import org.jspecify.annotations.Nullable;

/**
 * A sequence that no identity and no {@code serial} brings along, with each of its numbers known.
 *
 * @param type {@code smallint}, {@code integer} or {@code bigint}
 * @param min the least number
 * @param max the greatest number
 * @param cache how many numbers a session takes at once
 * @param cycle after the last number comes the first again
 * @param owner the column it is dropped with; null means none
 */
public record Sequence(
        QualifiedName name,
        ColumnType type,
        long start,
        long increment,
        long min,
        long max,
        long cache,
        boolean cycle,
        @Nullable Owner owner)
        implements SchemaObject {

    /** A column. */
    public record Owner(QualifiedName table, String column) {}

    public Sequence named(QualifiedName newName) {
        return new Sequence(newName, type, start, increment, min, max, cache, cycle, owner);
    }

    public Sequence withOwner(@Nullable Owner newOwner) {
        return new Sequence(name, type, start, increment, min, max, cache, cycle, newOwner);
    }

    @Override
    public ObjectName objectName() {
        return ObjectName.of(ObjectKind.SEQUENCE, name);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.sequence(this);
    }
}
