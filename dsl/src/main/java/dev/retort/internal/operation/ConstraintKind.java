package dev.retort.internal.operation;

import dev.retort.internal.schema.Constraint;

/** The kinds of constraint, to say which one a name means. */
public enum ConstraintKind {
    PRIMARY_KEY,
    FOREIGN_KEY,
    UNIQUE,
    CHECK,
    EXCLUDE;

    /** The kind of a constraint. */
    public static final Constraint.Visitor<ConstraintKind> OF = new Constraint.Visitor<>() {
        @Override
        public ConstraintKind primaryKey(Constraint.PrimaryKey constraint) {
            return PRIMARY_KEY;
        }

        @Override
        public ConstraintKind foreignKey(Constraint.ForeignKey constraint) {
            return FOREIGN_KEY;
        }

        @Override
        public ConstraintKind unique(Constraint.Unique constraint) {
            return UNIQUE;
        }

        @Override
        public ConstraintKind check(Constraint.Check constraint) {
            return CHECK;
        }

        @Override
        public ConstraintKind exclude(Constraint.Exclude constraint) {
            return EXCLUDE;
        }
    };
}
