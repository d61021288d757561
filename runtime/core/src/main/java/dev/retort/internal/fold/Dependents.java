package dev.retort.internal.fold;

import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.Trigger;
import dev.retort.internal.schema.View;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What needs a table, a view or a column, outside of the table itself. */
final class Dependents {

    private final WorkingSchema schema;

    Dependents(WorkingSchema schema) {
        this.schema = schema;
    }

    /** The views that read the table or view, and those that read these. */
    Set<View> views(QualifiedName relation) {
        Set<View> found = new LinkedHashSet<>();
        collectViews(relation, found);
        return found;
    }

    private void collectViews(QualifiedName relation, Set<View> found) {
        for (View view : schema.all(View.class)) {
            if (reads(view.query(), relation) && !schema.same(view.name(), relation) && found.add(view)) {
                collectViews(view.name(), found);
            }
        }
    }

    /** Whether a query reads the relation. */
    boolean reads(String query, QualifiedName relation) {
        return Relations.in(query, schema.names).stream().anyMatch(name -> schema.same(name, relation));
    }

    /** The triggers of other relations whose statements name this one. */
    List<Trigger> triggers(QualifiedName relation) {
        return schema.all(Trigger.class).stream()
                .filter(trigger -> !schema.same(trigger.table(), relation) && runs(trigger, relation))
                .toList();
    }

    private boolean runs(Trigger trigger, QualifiedName relation) {
        String body = trigger.body();
        return body != null && reads(body, relation);
    }

    /** A foreign key of a table. */
    record Reference(Table table, Constraint.ForeignKey key) {
        @Override
        public String toString() {
            return key.name() == null
                    ? "a foreign key of the table \"" + table.name() + "\""
                    : "the foreign key \"" + key.name() + "\" of the table \"" + table.name() + "\"";
        }
    }

    /** The foreign keys of other tables that lead to this one. */
    List<Reference> references(QualifiedName table) {
        List<Reference> found = new ArrayList<>();
        for (Table other : schema.all(Table.class)) {
            if (!schema.same(other.name(), table)) {
                foreignKeys(other)
                        .filter(key -> schema.same(key.referencedTable(), table))
                        .forEach(key -> found.add(new Reference(other, key)));
            }
        }
        return found;
    }

    static java.util.stream.Stream<Constraint.ForeignKey> foreignKeys(Table table) {
        return table.constraints().stream()
                .filter(Constraint.ForeignKey.class::isInstance)
                .map(Constraint.ForeignKey.class::cast);
    }

    /** Takes foreign keys away from their tables. */
    void withoutForeignKeys(Predicate<Reference> which) {
        for (Table table : schema.all(Table.class)) {
            List<Constraint> left = table.constraints().stream()
                    .filter(constraint -> !(constraint instanceof Constraint.ForeignKey key)
                            || !which.test(new Reference(table, key)))
                    .toList();
            if (left.size() < table.constraints().size()) {
                schema.put(table.withConstraints(left));
            }
        }
    }

    /** Drops views with what belongs to them. */
    void dropViews(Set<View> views) {
        views.forEach(view -> dropRelation(view.objectName()));
    }

    /** Takes a table or a view out of the schema with its triggers, policies and comments. */
    void dropRelation(ObjectName relation) {
        schema.all(Trigger.class).stream()
                .filter(trigger -> schema.same(trigger.table(), relation.name()))
                .forEach(trigger -> schema.remove(trigger.objectName()));
        schema.all(dev.retort.internal.schema.Policy.class).stream()
                .filter(policy -> schema.same(policy.table(), relation.name()))
                .forEach(policy -> schema.remove(policy.objectName()));
        schema.moveComments(relation.name(), null);
        schema.find(relation).ifPresent(gone -> schema.dropIndexComments(gone, null));
        schema.remove(relation);
    }

    /** In words, for a refusal. */
    static String words(View view) {
        return "the view \"" + view.name() + "\"";
    }

    static String words(Trigger trigger) {
        return "the trigger \"" + trigger.name() + "\"";
    }

    /** The tables that have the columns of this one, as partitions or by inheritance. */
    List<Table> children(QualifiedName table) {
        return schema.all(Table.class).stream()
                .filter(other -> isPartition(other, table)
                        || other.options().inherits().stream().anyMatch(parent -> schema.same(parent, table)))
                .toList();
    }

    boolean isPartition(Table table, QualifiedName parent) {
        Table.PartitionOf partition = table.options().partitionOf();
        return partition != null && schema.same(partition.table(), parent);
    }

    static ObjectName table(QualifiedName name) {
        return ObjectName.of(ObjectKind.TABLE, name);
    }
}
