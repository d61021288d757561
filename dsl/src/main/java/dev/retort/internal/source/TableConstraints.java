package dev.retort.internal.source;

import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Table;
import java.util.List;

/** Writes the constraints that a table is created with, inside its closure. */
final class TableConstraints implements Constraint.Visitor<Statement> {

    private final Table table;
    private final ScriptNames names;
    private int checks;

    TableConstraints(Table table, ScriptNames names) {
        this.table = table;
        this.names = names;
    }

    @Override
    public Statement primaryKey(Constraint.PrimaryKey constraint) {
        ConstraintWriter.refuseExisting(constraint.index());
        ArgumentList arguments = over("primaryKey", constraint.columns());
        names.option(arguments, table.name(), constraint, "");
        ConstraintWriter.options(arguments, constraint);
        return arguments.statement();
    }

    @Override
    public Statement foreignKey(Constraint.ForeignKey constraint) {
        if (constraint.notValid()) {
            throw new OperationNotWritable("A script cannot create the table \"" + table.name()
                    + "\" with a foreign key that is not valid; it can add one with createForeignKey.");
        }
        ArgumentList arguments = over("foreignKey", constraint.columns());
        arguments.option("references", reference(constraint));
        names.option(arguments, table.name(), constraint, "");
        ConstraintWriter.options(arguments, constraint);
        return arguments.statement();
    }

    static String reference(Constraint.ForeignKey key) {
        boolean fits = key.referencedColumns().isEmpty()
                || key.referencedColumns().size() == key.columns().size();
        if (!fits) {
            throw new OperationNotWritable("A script cannot have a foreign key of " + key.columns()
                    + " refer to as many columns as " + key.referencedColumns() + ".");
        }
        return NameText.reference(key.referencedTable(), key.referencedColumns());
    }

    @Override
    public Statement unique(Constraint.Unique constraint) {
        ConstraintWriter.refuseExisting(constraint.index());
        ArgumentList arguments = over("unique", constraint.columns());
        names.option(arguments, table.name(), constraint, "");
        ConstraintWriter.options(arguments, constraint);
        return arguments.statement();
    }

    private ArgumentList over(String word, List<String> columns) {
        names.check("a constraint of " + table.name(), columns, false);
        if (columns.isEmpty()) {
            throw new OperationNotWritable("A script cannot say a constraint over no columns.");
        }
        ArgumentList arguments = new ArgumentList(word);
        columns.forEach(arguments::text);
        return arguments;
    }

    @Override
    public Statement check(Constraint.Check constraint) {
        checks++;
        if (constraint.notValid()) {
            throw new OperationNotWritable("A script cannot create the table \"" + table.name()
                    + "\" with a check that is not valid; it can add one with createCheckConstraint.");
        }
        ArgumentList arguments = new ArgumentList("check").add(ConstraintWriter.condition(constraint));
        names.option(arguments, table.name(), constraint, Integer.toString(checks));
        ConstraintWriter.options(arguments, constraint);
        return arguments.statement();
    }

    @Override
    public Statement exclude(Constraint.Exclude constraint) {
        ConstraintWriter.refuseExisting(constraint.index());
        ArgumentList arguments = new ArgumentList("exclude").add(ConstraintWriter.elements(constraint));
        names.option(arguments, table.name(), constraint, "");
        ConstraintWriter.options(arguments, constraint);
        return arguments.statement();
    }
}
