package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Changes a sequence.
 *
 * @param to what is changed
 * @param restart the next number; of no value, the start; null leaves it
 * @param from what was before of what is changed
 */
public record AlterSequence(
        QualifiedName sequence,
        SequenceOptions to,
        @Nullable Change<Long> restart,
        SequenceOptions from) implements ObjectOperation {
    @Override
    public Inverse inverse() {
        if (restart != null) {
            return Inverse.none("which number was next is not known");
        }
        String missing = from.missing(to);
        return missing.isEmpty()
                ? Inverse.of(new AlterSequence(sequence, from.only(to), null, to))
                : Inverse.none("what the sequence was before is not known; give it with was: [" + missing + ": …]");
    }

    @Override
    public Operation withoutFormer() {
        return new AlterSequence(sequence, to, restart, SequenceOptions.NONE);
    }

    @Override
    public <R> R accept(ObjectOperation.Visitor<R> visitor) {
        return visitor.alterSequence(this);
    }
}
