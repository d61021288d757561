package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Drops a sequence.
 *
 * @param cascade drops the defaults that use it as well
 * @param was the sequence as it was, so that it can be created again; null when the author did not say
 */
public record DropSequence(
        QualifiedName sequence,
        boolean ifExists,
        boolean cascade,
        @Nullable SequenceOptions was) implements ObjectOperation {
    @Override
    public Inverse inverse() {
        if (ifExists) {
            return Inverse.unsure("ifExists", "sequence");
        }
        return was == null
                ? Inverse.none("a dropped sequence cannot be created again without its options;"
                        + " give them with was: [start: 1]")
                : Inverse.of(new CreateSequence(sequence, was, false, false));
    }

    @Override
    public Operation withoutFormer() {
        return new DropSequence(sequence, ifExists, cascade, null);
    }

    @Override
    public <R> R accept(ObjectOperation.Visitor<R> visitor) {
        return visitor.dropSequence(this);
    }
}
