package dev.retort.internal.source;

import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Deferral;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.UnderlyingIndex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what constraints are, as far as all ways to write one agree. */
final class ConstraintWriter {

    private ConstraintWriter() {}

    static void options(ArgumentList arguments, Constraint.PrimaryKey key) {
        deferral(arguments, key.deferral());
        arguments.option("onConflict", key.onConflict());
        index(arguments, key.index());
    }

    static void options(ArgumentList arguments, Constraint.Unique unique) {
        arguments.flag("nullsNotDistinct", unique.nullsNotDistinct());
        deferral(arguments, unique.deferral());
        arguments.option("onConflict", unique.onConflict());
        index(arguments, unique.index());
    }

    static void options(ArgumentList arguments, Constraint.ForeignKey key) {
        arguments
                .option("onDelete", onDelete(key))
                .option("onUpdate", key.onUpdate())
                .option("match", key.match());
        deferral(arguments, key.deferral());
        arguments.flag("notValid", key.notValid()).flag("notEnforced", key.notEnforced());
    }

    private static @Nullable String onDelete(Constraint.ForeignKey key) {
        if (key.onDeleteColumns().isEmpty()) {
            return key.onDelete();
        }
        if (!key.columns().containsAll(key.onDeleteColumns())) {
            throw new OperationNotWritable("A script cannot have a foreign key set other columns than its own, as "
                    + key.onDeleteColumns() + ".");
        }
        return key.onDelete() + " (" + NameText.list(key.onDeleteColumns()) + ")";
    }

    static void options(ArgumentList arguments, Constraint.Check check) {
        arguments
                .flag("notValid", check.notValid())
                .flag("noInherit", check.noInherit())
                .flag("notEnforced", check.notEnforced());
    }

    static void options(ArgumentList arguments, Constraint.Exclude exclude) {
        Map<String, String> operatorClasses = new LinkedHashMap<>();
        for (Constraint.Exclude.Element element : exclude.elements()) {
            if (element.operatorClass() != null) {
                operatorClasses.put(element.expression(), element.operatorClass());
            }
        }
        arguments.option("using", exclude.using()).pairs("ops", operatorClasses).sql("where", exclude.where());
        deferral(arguments, exclude.deferral());
        index(arguments, exclude.index());
    }

    /** Expressions to operators. */
    static Code elements(Constraint.Exclude exclude) {
        Map<String, String> elements = new LinkedHashMap<>();
        exclude.elements().forEach(element -> elements.put(element.expression(), element.operator()));
        if (elements.size() < exclude.elements().size() || elements.isEmpty()) {
            throw new OperationNotWritable(
                    "A script cannot say an exclusion constraint over nothing, or over one thing twice.");
        }
        return ValueWords.map(elements);
    }

    static Code condition(Constraint.Check check) {
        if (check.condition().isBlank()) {
            throw new OperationNotWritable("A script cannot say a check without a condition.");
        }
        return Code.text(GroovyText.lines(check.condition()));
    }

    static Code columns(ScriptNames names, QualifiedName table, List<String> columns) {
        names.check("a constraint of " + table, columns, false);
        return ArgumentList.texts(columns);
    }

    private static void deferral(ArgumentList arguments, Deferral deferral) {
        arguments
                .flag("deferrable", deferral != Deferral.NOT_DEFERRABLE)
                .option("initially", deferral == Deferral.INITIALLY_DEFERRED ? "DEFERRED" : null);
    }

    private static void index(ArgumentList arguments, @Nullable UnderlyingIndex index) {
        if (index == null) {
            return;
        }
        String existing = index.existing();
        arguments
                .option("usingIndex", existing == null ? null : NameText.own(existing))
                .names("include", index.include());
        IndexWriter.storage(arguments, index.storage());
        if (existing != null && (!index.include().isEmpty() || index.storage() != null)) {
            throw new OperationNotWritable(
                    "A script cannot say of the index \"" + existing + "\", which exists, how it is stored.");
        }
    }

    /** Refuses an index that exists already, where a constraint is declared with its table or was dropped. */
    static void refuseExisting(@Nullable UnderlyingIndex index) {
        if (index != null && index.existing() != null) {
            throw new OperationNotWritable("A script can use an index that exists, \"" + index.existing()
                    + "\", where a constraint is added to a table, and nowhere else.");
        }
    }
}
