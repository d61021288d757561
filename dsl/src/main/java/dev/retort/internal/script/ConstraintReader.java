package dev.retort.internal.script;

import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Storage;
import dev.retort.internal.schema.UnderlyingIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads constraints of a table, whichever of the ways to write them the author took. */
final class ConstraintReader {

    private final QualifiedName table;
    private final TableNames named;

    ConstraintReader(TableNames named) {
        this.table = named.table();
        this.named = named;
    }

    Constraint primaryKey(@Nullable String name, Collection<?> columns, Options options) {
        UnderlyingIndex index = index(options);
        List<String> names = names("the primary key of " + table, columns, index);
        return new Constraint.PrimaryKey(
                named.primaryKey(name, names),
                names,
                options.deferral(),
                Keywords.onConflict(options.text("onConflict")),
                index);
    }

    Constraint unique(@Nullable String name, Collection<?> columns, Options options) {
        UnderlyingIndex index = index(options);
        List<String> names = names("a unique constraint of " + table, columns, index);
        if (name == null && names.isEmpty()) {
            throw new Refusal("A unique constraint that uses an index needs a name.", "The index is renamed to it.");
        }
        return new Constraint.Unique(
                named.unique(name, names),
                names,
                options.deferral(),
                options.flag("nullsNotDistinct"),
                Keywords.onConflict(options.text("onConflict")),
                index);
    }

    /** Null when nothing is said of it. */
    private @Nullable UnderlyingIndex index(Options options) {
        List<String> include = options.names("include");
        String written = options.text("usingIndex");
        String existing = written == null ? null : named.ofIndex(written);
        Storage storage = options.storage();
        if (existing != null && (!include.isEmpty() || storage != null)) {
            throw new Refusal(
                    "usingIndex: takes the index as it is; include:, with: and tablespace: are said when it is created.");
        }
        return existing == null && include.isEmpty() && storage == null
                ? null
                : new UnderlyingIndex(include, existing, storage);
    }

    /** An index that is there already knows its columns. */
    private List<String> names(String what, Collection<?> columns, @Nullable UnderlyingIndex index) {
        if (index == null || index.existing() == null) {
            return columns(what, columns);
        } else if (!columns.isEmpty()) {
            throw new Refusal(
                    "The index \"" + index.existing() + "\" knows the columns of " + what + ".", "Write [] for them.");
        }
        return List.of();
    }

    private List<String> columns(String what, Collection<?> given) {
        List<String> columns = Columns.some(what, given);
        named.refuseExpressions(what, columns, false);
        return columns;
    }

    /** Where the name is left out, the words of the condition are used instead. */
    Constraint check(@Nullable String name, @Nullable CharSequence condition, Options options) {
        return check(
                name,
                name != null || condition == null ? "" : TableNames.word(condition.toString()),
                condition,
                options);
    }

    /** @param what is used for a name that was left out */
    Constraint check(@Nullable String name, String what, @Nullable CharSequence condition, Options options) {
        if (condition == null || condition.toString().isBlank()) {
            throw new Refusal("A check of " + table + " has no condition.");
        }
        return new Constraint.Check(
                named.check(name, what),
                condition.toString(),
                options.flag("notValid"),
                options.flag("noInherit"),
                options.flag("notEnforced"));
    }

    /** @param elements columns or SQL to operators */
    Constraint exclude(@Nullable String name, Map<?, ?> elements, Options options) {
        if (elements.isEmpty()) {
            throw new Refusal(
                    "An exclusion constraint of " + table + " is over nothing.",
                    "Name columns with their operators: [room: '=', during: '&&'].");
        }
        Map<String, String> operatorClasses = options.texts("ops");
        List<Constraint.Exclude.Element> read = new ArrayList<>();
        elements.forEach((expression, operator) -> read.add(new Constraint.Exclude.Element(
                String.valueOf(expression),
                String.valueOf(operator),
                operatorClasses.remove(String.valueOf(expression)))));
        Columns.refuseOthers("an exclusion constraint of " + table, "ops", operatorClasses);
        List<String> expressions =
                read.stream().map(Constraint.Exclude.Element::expression).toList();
        return new Constraint.Exclude(
                named.exclude(name, expressions),
                read,
                options.text("using"),
                options.sql("where"),
                options.deferral(),
                index(options));
    }

    /** Between tables, as {@code createForeignKey} writes it. */
    Constraint foreignKey(
            @Nullable String name, Collection<?> local, QualifiedName referent, Collection<?> remote, Options options) {
        List<String> columns = columns("a foreign key of " + table, local);
        List<String> referenced = Columns.names("the foreign key's target " + referent, remote);
        ForeignKeyReader.Target target = new ForeignKeyReader.Target(referent, referenced);
        return foreignKey(named.foreignKey(name, columns, target), columns, target, options);
    }

    /** Inside a table, with {@code references:}. */
    Constraint foreignKey(@Nullable String name, Collection<?> local, Options options) {
        List<String> columns = columns("a foreign key of " + table, local);
        String references = options.text("references");
        if (references == null) {
            throw new Refusal(
                    "The foreign key on " + String.join(", ", columns) + " does not say what it references.",
                    "Add references: 'table.column'.");
        }
        ForeignKeyReader.Target target = ForeignKeyReader.references(references);
        return foreignKey(named.foreignKey(name, columns, target), columns, target, options);
    }

    static Constraint foreignKey(String name, List<String> columns, ForeignKeyReader.Target target, Options options) {
        if (!target.columns().isEmpty() && target.columns().size() != columns.size()) {
            throw new Refusal("The foreign key has " + count(columns) + " here and " + count(target.columns())
                    + " in \"" + target.table() + "\".");
        }
        ForeignKeyReader.Action onDelete = ForeignKeyReader.onDelete(options.text("onDelete"));
        for (String column : onDelete.columns()) {
            if (!columns.contains(column)) {
                throw new Refusal(
                        "onDelete: sets \"" + column + "\", which is no column of the foreign key.",
                        "Its columns are " + String.join(", ", columns) + ".");
            }
        }
        return new Constraint.ForeignKey(
                name,
                columns,
                target.table(),
                target.columns(),
                onDelete.word(),
                ForeignKeyReader.onUpdate(options.text("onUpdate")),
                ForeignKeyReader.match(options.text("match")),
                options.deferral(),
                options.flag("notValid"),
                onDelete.columns(),
                options.flag("notEnforced"));
    }

    private static String count(List<String> columns) {
        return columns.size() == 1 ? "1 column" : columns.size() + " columns";
    }
}
