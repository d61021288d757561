package dev.retort.operation;

import dev.retort.schema.Constraint;
import dev.retort.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Drops a constraint.
 *
 * @param kind which kind it is, when the author said so
 * @param was the constraint as it stood, so that it can be added again; null when the author did not say
 */
public record DropConstraint(
        String constraint,
        QualifiedName table,
        @Nullable ConstraintKind kind,
        boolean ifExists,
        boolean cascade,
        @Nullable Constraint was)
        implements Operation {
    @Override
    public Inverse inverse() {
        if (ifExists) {
            return Inverse.unsure("ifExists", "constraint");
        }
        return was == null
                ? Inverse.none("a dropped constraint cannot be added again without its definition; give it with was:")
                : Inverse.of(new AddConstraint(table, was.named(constraint)));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropConstraint(this);
    }
}
