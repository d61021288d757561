package dev.retort.operation;

import dev.retort.schema.Constraint;
import dev.retort.schema.QualifiedName;

/**
 * Adds a constraint to a table: a primary key, a foreign key, a unique, check or exclusion constraint.
 */
public record AddConstraint(QualifiedName table, Constraint constraint) implements Operation {
    @Override
    public Inverse inverse() {
        String name = constraint.name();
        return name == null
                ? Inverse.none("a constraint without a name cannot be dropped again")
                : Inverse.of(new DropConstraint(
                        name, table, constraint.accept(ConstraintKind.OF), false, false, constraint));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.addConstraint(this);
    }
}
