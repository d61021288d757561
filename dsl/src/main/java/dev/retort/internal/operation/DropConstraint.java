package dev.retort.internal.operation;

import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Drops a constraint.
 *
 * @param kind which kind it is, when the author said so
 * @param was the constraint as it was, so that it can be added again; null when the author did not say
 * @param otherNames what else a tool may have called it that cuts long names in another way
 */
public record DropConstraint(
        String constraint,
        QualifiedName table,
        @Nullable ConstraintKind kind,
        boolean ifExists,
        boolean cascade,
        @Nullable Constraint was,
        List<String> otherNames)
        implements Operation {

    public DropConstraint {
        otherNames = List.copyOf(otherNames);
    }

    public DropConstraint(
            String constraint,
            QualifiedName table,
            @Nullable ConstraintKind kind,
            boolean ifExists,
            boolean cascade,
            @Nullable Constraint was) {
        this(constraint, table, kind, ifExists, cascade, was, List.of());
    }

    /** The same, dropped by another name; what undoes it gives it that name again. */
    public DropConstraint named(String name) {
        return new DropConstraint(name, table, kind, ifExists, cascade, was);
    }

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
    public Operation withoutFormer() {
        return new DropConstraint(constraint, table, kind, ifExists, cascade, null, otherNames);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropConstraint(this);
    }
}
