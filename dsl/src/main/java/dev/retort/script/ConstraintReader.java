package dev.retort.script;

import dev.retort.schema.Constraint;
import dev.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads constraints of a table, whichever of the ways to write them the author took. */
final class ConstraintReader {

    private final QualifiedName table;

    ConstraintReader(QualifiedName table) {
        this.table = table;
    }

    Constraint primaryKey(@Nullable String name, Collection<?> columns) {
        List<String> names = Columns.some("the primary key of " + table, columns);
        return new Constraint.PrimaryKey(name != null ? name : DefaultNames.primaryKey(table.name()), names);
    }

    Constraint unique(@Nullable String name, Collection<?> columns, Options options) {
        List<String> names = Columns.some("a unique constraint of " + table, columns);
        return new Constraint.Unique(
                name != null ? name : DefaultNames.unique(table.name(), names),
                names,
                options.deferral(),
                options.flag("nullsNotDistinct"));
    }

    /** @param what stands in for a name that was left out */
    Constraint check(@Nullable String name, String what, @Nullable CharSequence condition, Options options) {
        if (condition == null || condition.toString().isBlank()) {
            throw new Refusal("A check of " + table + " has no condition.");
        }
        return new Constraint.Check(
                name != null ? name : DefaultNames.check(table.name(), what),
                condition.toString(),
                options.flag("notValid"));
    }

    /** @param elements columns or SQL to operators */
    Constraint exclude(@Nullable String name, Map<?, ?> elements, Options options) {
        if (elements.isEmpty()) {
            throw new Refusal(
                    "An exclusion constraint of " + table + " is over nothing.",
                    "Name columns with their operators: [room: '=', during: '&&'].");
        }
        List<Constraint.Exclude.Element> read = new ArrayList<>();
        elements.forEach((expression, operator) ->
                read.add(new Constraint.Exclude.Element(String.valueOf(expression), String.valueOf(operator))));
        List<String> expressions =
                read.stream().map(Constraint.Exclude.Element::expression).toList();
        return new Constraint.Exclude(
                name != null ? name : DefaultNames.exclude(table.name(), expressions),
                read,
                options.text("using"),
                options.sql("where"),
                options.deferral());
    }

    /** Between tables, as {@code createForeignKey} writes it. */
    Constraint foreignKey(
            @Nullable String name, Collection<?> local, QualifiedName referent, Collection<?> remote, Options options) {
        List<String> columns = Columns.some("a foreign key of " + table, local);
        List<String> referenced = Columns.names("the foreign key's target " + referent, remote);
        return foreignKey(named(name, columns), columns, new ForeignKeyWords.Target(referent, referenced), options);
    }

    /** Inside a table, with {@code references:}. */
    Constraint foreignKey(@Nullable String name, Collection<?> local, Options options) {
        List<String> columns = Columns.some("a foreign key of " + table, local);
        String references = options.text("references");
        if (references == null) {
            throw new Refusal(
                    "The foreign key on " + String.join(", ", columns) + " does not say what it references.",
                    "Add references: 'table.column'.");
        }
        return foreignKey(named(name, columns), columns, ForeignKeyWords.references(references), options);
    }

    private String named(@Nullable String name, List<String> columns) {
        return name != null ? name : DefaultNames.foreignKey(table.name(), columns);
    }

    static Constraint foreignKey(String name, List<String> columns, ForeignKeyWords.Target target, Options options) {
        if (!target.columns().isEmpty() && target.columns().size() != columns.size()) {
            throw new Refusal("The foreign key has " + count(columns) + " here and " + count(target.columns())
                    + " in \"" + target.table() + "\".");
        }
        return new Constraint.ForeignKey(
                name,
                columns,
                target.table(),
                target.columns(),
                ForeignKeyWords.action("onDelete", options.text("onDelete")),
                ForeignKeyWords.action("onUpdate", options.text("onUpdate")),
                ForeignKeyWords.match(options.text("match")),
                options.deferral(),
                options.flag("notValid"));
    }

    private static String count(List<String> columns) {
        return columns.size() == 1 ? "1 column" : columns.size() + " columns";
    }
}
