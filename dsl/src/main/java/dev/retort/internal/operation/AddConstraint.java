package dev.retort.internal.operation;

import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.UnderlyingIndex;

/**
 * Adds a constraint to a table: a primary key, a foreign key, a unique, check or exclusion constraint.
 */
public record AddConstraint(QualifiedName table, Constraint constraint) implements Operation {
    @Override
    public Inverse inverse() {
        String name = constraint.name();
        if (usesIndex()) {
            return Inverse.none("dropping it would drop the index as well, which was there before");
        }
        return name == null
                ? Inverse.none("a constraint without a name cannot be dropped again")
                : Inverse.of(new DropConstraint(
                        name, table, constraint.accept(ConstraintKind.OF), false, false, constraint));
    }

    private boolean usesIndex() {
        UnderlyingIndex index = constraint instanceof Constraint.PrimaryKey key
                ? key.index()
                : constraint instanceof Constraint.Unique unique ? unique.index() : null;
        return index != null && index.existing() != null;
    }

    @Override
    public String verb() {
        return switch (constraint.accept(ConstraintKind.OF)) {
            case PRIMARY_KEY -> "createPrimaryKey";
            case FOREIGN_KEY -> "createForeignKey";
            case UNIQUE -> "createUniqueConstraint";
            case CHECK -> "createCheckConstraint";
            case EXCLUDE -> "createExcludeConstraint";
        };
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.addConstraint(this);
    }
}
