package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;

/**
 * Checks the existing rows against a constraint that was added as not valid. Its inverse is to do nothing: a constraint
 * that holds for every row does no harm, and what added it takes it away.
 */
public record ValidateConstraint(QualifiedName table, String constraint) implements Operation {
    @Override
    public Inverse inverse() {
        return Inverse.nothing();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.validateConstraint(this);
    }
}
