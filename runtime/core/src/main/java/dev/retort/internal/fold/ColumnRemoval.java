package dev.retort.internal.fold;

import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.Policy;
import dev.retort.internal.schema.SchemaObject;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.Trigger;
import dev.retort.internal.schema.View;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Takes a column out of a table, with what of its table is about it; refuses where anything else is. */
final class ColumnRemoval {

    private final WorkingSchema schema;
    private final Dependents dependents;
    private final Table table;
    private final String column;

    ColumnRemoval(WorkingSchema schema, Table table, String column) {
        this.schema = schema;
        this.dependents = new Dependents(schema);
        this.table = table;
        this.column = column;
    }

    void remove(boolean cascade) {
        List<String> needing = new ArrayList<>();
        List<SchemaObject> going = new ArrayList<>();
        generated().forEach(each -> needing.add("the generated column \"" + each.name() + "\""));
        triggers().forEach(trigger -> add(trigger, Dependents.words(trigger), needing, going));
        policies().forEach(policy -> add(policy, "the policy \"" + policy.name() + "\"", needing, going));
        new ViewFollowing(schema).columnsChange(table);
        Set<View> views = views();
        views.forEach(view -> needing.add(Dependents.words(view)));
        List<Dependents.Reference> references = dependents.references(table.name()).stream()
                .filter(reference -> isAmong(reference.key().referencedColumns()))
                .toList();
        references.forEach(reference -> needing.add(reference.toString()));
        if (!needing.isEmpty() && !cascade) {
            throw FoldingRefusal.needed("column \"" + column + "\" of the table \"" + table.name() + "\"", needing);
        }
        going.forEach(object -> schema.remove(object.objectName()));
        dependents.dropViews(views);
        dependents.withoutForeignKeys(references::contains);
        List<String> gone = new ArrayList<>(List.of(column));
        generated().forEach(each -> gone.add(each.name()));
        Table whole = schema.table(table.name()).orElse(table);
        Table left = whole;
        for (String each : gone) {
            left = without(left, each);
            new SequenceFolding(schema).dropOwned(table.name(), each);
        }
        schema.put(left);
        dropComments(whole, left);
    }

    private void dropComments(Table whole, Table left) {
        schema.dropIndexComments(whole, left);
        whole.constraints().stream()
                .filter(constraint ->
                        constraint.name() != null && !left.constraints().contains(constraint))
                .forEach(constraint -> schema.moveComment(
                        new ObjectName(ObjectKind.CONSTRAINT, table.name(), constraint.name()), null));
    }

    private static void add(SchemaObject object, String words, List<String> needing, List<SchemaObject> going) {
        needing.add(words);
        going.add(object);
    }

    private Table without(Table from, String name) {
        return from.withColumns(from.columns().stream()
                        .filter(each -> !schema.rules.same(each.name(), name))
                        .toList())
                .withConstraints(from.constraints().stream()
                        .filter(constraint -> !isAbout(constraint, name))
                        .toList())
                .withIndexes(from.indexes().stream()
                        .filter(index -> !isAbout(index, name))
                        .toList());
    }

    private boolean isAbout(Constraint constraint, String name) {
        if (constraint instanceof Constraint.Check check) {
            return schema.names.mentions(check.condition(), name);
        } else if (constraint instanceof Constraint.Exclude exclude) {
            return exclude.elements().stream().anyMatch(element -> schema.names.mentions(element.expression(), name))
                    || exclude.where() != null && schema.names.mentions(exclude.where(), name);
        } else if (constraint instanceof Constraint.ForeignKey key
                && schema.same(key.referencedTable(), table.name())
                && key.referencedColumns().stream().anyMatch(each -> schema.rules.same(each, name))) {
            return true;
        }
        return constraint.accept(Constraint.COLUMNS).stream().anyMatch(each -> schema.rules.same(each, name));
    }

    private boolean isAbout(Index index, String name) {
        return new TableParts(schema).isAbout(index, name);
    }

    private boolean isAmong(List<String> names) {
        return names.stream().anyMatch(name -> schema.rules.same(name, column));
    }

    private List<Column> generated() {
        return table.columns().stream()
                .filter(each -> each.generated() != null
                        && schema.names.mentions(each.generated().expression(), column))
                .toList();
    }

    private List<Trigger> triggers() {
        return schema.all(Trigger.class).stream()
                .filter(trigger -> schema.same(trigger.table(), table.name()))
                .filter(trigger -> isAmong(trigger.columns())
                        || trigger.when() != null && schema.names.mentions(trigger.when(), column))
                .toList();
    }

    private List<Policy> policies() {
        return schema.all(Policy.class).stream()
                .filter(policy -> schema.same(policy.table(), table.name()))
                .filter(policy -> policy.using() != null && schema.names.mentions(policy.using(), column)
                        || policy.check() != null && schema.names.mentions(policy.check(), column))
                .toList();
    }

    /** Those that read this table alone, and name the column: of the others the text does not reveal whose it is. */
    private Set<View> views() {
        Set<View> found = new LinkedHashSet<>();
        for (View view : schema.all(View.class)) {
            boolean alone = Relations.in(view.query(), schema.names).size() == 1
                    && dependents.reads(view.query(), table.name());
            if (alone && schema.isCertain(view.objectName()) && schema.names.mentions(view.query(), column)) {
                found.add(view);
                found.addAll(dependents.views(view.name()));
            }
        }
        return found;
    }
}
