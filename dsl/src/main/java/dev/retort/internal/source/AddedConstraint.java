package dev.retort.internal.source;

import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.QualifiedName;

/** Writes a constraint that is added to a table by an operation of its own. */
final class AddedConstraint implements Constraint.Visitor<Statement> {

    private final Surroundings around;
    private final QualifiedName table;
    private final ScriptNames names;

    AddedConstraint(Surroundings around, QualifiedName table, ScriptNames names) {
        this.around = around;
        this.table = table;
        this.names = names;
    }

    private ArgumentList named(String verb, Constraint constraint) {
        return around.ofTable(new ArgumentList(verb).add(names.given(constraint)), table);
    }

    @Override
    public Statement primaryKey(Constraint.PrimaryKey constraint) {
        ArgumentList arguments =
                named("createPrimaryKey", constraint).add(ConstraintWriter.columns(names, table, constraint.columns()));
        requireColumns(constraint.columns().isEmpty()
                == (constraint.index() != null && constraint.index().existing() != null));
        ConstraintWriter.options(arguments, constraint);
        return arguments.statement();
    }

    @Override
    public Statement unique(Constraint.Unique constraint) {
        ArgumentList arguments = named("createUniqueConstraint", constraint)
                .add(ConstraintWriter.columns(names, table, constraint.columns()));
        requireColumns(constraint.columns().isEmpty()
                == (constraint.index() != null && constraint.index().existing() != null));
        requireColumns(constraint.name() != null || !constraint.columns().isEmpty());
        ConstraintWriter.options(arguments, constraint);
        return arguments.statement();
    }

    private void requireColumns(boolean sayable) {
        if (!sayable) {
            throw new OperationNotWritable("A script cannot add a constraint to \"" + table
                    + "\" without columns, and with them only where no index exists that has them.");
        }
    }

    @Override
    public Statement foreignKey(Constraint.ForeignKey constraint) {
        // The sizes are checked there.
        if (!constraint.referencedColumns().isEmpty()) {
            TableConstraints.reference(constraint);
        }
        requireColumns(!constraint.columns().isEmpty());
        ArgumentList arguments = named("createForeignKey", constraint)
                .text(NameText.of(constraint.referencedTable()))
                .add(ConstraintWriter.columns(names, table, constraint.columns()))
                .add(ArgumentList.texts(constraint.referencedColumns()));
        ConstraintWriter.options(arguments, constraint);
        return arguments.statement();
    }

    @Override
    public Statement check(Constraint.Check constraint) {
        ArgumentList arguments = named("createCheckConstraint", constraint).add(ConstraintWriter.condition(constraint));
        ConstraintWriter.options(arguments, constraint);
        return arguments.statement();
    }

    @Override
    public Statement exclude(Constraint.Exclude constraint) {
        ConstraintWriter.refuseExisting(constraint.index());
        ArgumentList arguments =
                named("createExcludeConstraint", constraint).add(ConstraintWriter.elements(constraint));
        ConstraintWriter.options(arguments, constraint);
        return arguments.statement();
    }
}
