package dev.retort.internal.source;

import dev.retort.internal.operation.ConstraintKind;
import dev.retort.internal.operation.DropConstraint;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a constraint that is dropped, with what it was. */
final class FormerConstraint implements Constraint.Visitor<ArgumentList> {

    private static final Map<ConstraintKind, String> KINDS = Map.of(
            ConstraintKind.PRIMARY_KEY, "primary",
            ConstraintKind.FOREIGN_KEY, "foreignKey",
            ConstraintKind.UNIQUE, "unique",
            ConstraintKind.CHECK, "check",
            ConstraintKind.EXCLUDE, "exclude");

    private final DropConstraint operation;
    private final ScriptNames names;
    private final ArgumentList arguments = new ArgumentList("dropConstraint");

    FormerConstraint(DropConstraint operation, ScriptNames names) {
        this.operation = operation;
        this.names = names;
    }

    Statement write(Surroundings around) {
        QualifiedName table = operation.table();
        ConstraintKind kind = operation.kind();
        Constraint was = operation.was();
        around.ofTable(arguments.add(name()), table)
                .option("type", kind == null ? null : KINDS.get(kind))
                .flag("ifExists", operation.ifExists())
                .flag("cascade", operation.cascade());
        if (was != null) {
            boolean same = was.accept(ConstraintKind.OF) == kind
                    && Optional.of(operation.constraint()).equals(Optional.ofNullable(was.name()));
            if (!same) {
                throw new OperationNotWritable("A script cannot drop the constraint \"" + operation.constraint()
                        + "\" as one that had another name or kind.");
            }
            was.accept(this);
        }
        return arguments.statement();
    }

    /** What other tools may have called it is looked for only where the script does not name it. */
    private Code name() {
        if (operation.otherNames().isEmpty()) {
            return names.ofConstraint(operation.constraint(), operation.kind());
        }
        List<String> all = new ArrayList<>(List.of(operation.constraint()));
        all.addAll(operation.otherNames());
        boolean found = operation.was() == null
                && operation.kind() != null
                && names.convention().finds(operation.table(), operation.kind(), all);
        if (!found) {
            throw new OperationNotWritable("A script cannot drop the constraint \"" + operation.constraint()
                    + "\" by the names " + operation.otherNames() + " as well.");
        }
        return Code.text("null");
    }

    private ArgumentList columns(List<String> columns) {
        if (columns.isEmpty()) {
            throw new OperationNotWritable("A script cannot say of the dropped constraint \"" + operation.constraint()
                    + "\" that it had no columns.");
        }
        return arguments.option("was", ConstraintWriter.columns(names, operation.table(), columns));
    }

    @Override
    public ArgumentList primaryKey(Constraint.PrimaryKey constraint) {
        ConstraintWriter.refuseExisting(constraint.index());
        ConstraintWriter.options(columns(constraint.columns()), constraint);
        return arguments;
    }

    @Override
    public ArgumentList foreignKey(Constraint.ForeignKey constraint) {
        columns(constraint.columns()).option("references", TableConstraints.reference(constraint));
        ConstraintWriter.options(arguments, constraint);
        return arguments;
    }

    @Override
    public ArgumentList unique(Constraint.Unique constraint) {
        ConstraintWriter.refuseExisting(constraint.index());
        ConstraintWriter.options(columns(constraint.columns()), constraint);
        return arguments;
    }

    @Override
    public ArgumentList check(Constraint.Check constraint) {
        arguments.option("was", ConstraintWriter.condition(constraint));
        ConstraintWriter.options(arguments, constraint);
        return arguments;
    }

    @Override
    public ArgumentList exclude(Constraint.Exclude constraint) {
        ConstraintWriter.refuseExisting(constraint.index());
        arguments.option("was", ConstraintWriter.elements(constraint));
        ConstraintWriter.options(arguments, constraint);
        return arguments;
    }
}
