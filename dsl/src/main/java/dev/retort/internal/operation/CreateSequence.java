package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;

/**
 * Creates a sequence.
 */
public record CreateSequence(QualifiedName sequence, SequenceOptions options, boolean temporary, boolean ifNotExists)
        implements ObjectOperation {
    @Override
    public Inverse inverse() {
        return ifNotExists
                ? Inverse.unsure("ifNotExists", "sequence")
                : Inverse.of(new DropSequence(sequence, false, false, options));
    }

    @Override
    public <R> R accept(ObjectOperation.Visitor<R> visitor) {
        return visitor.createSequence(this);
    }
}
