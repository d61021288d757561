package dev.retort.internal.fold;

import dev.retort.internal.operation.CreateIndex;
import dev.retort.internal.operation.DropIndex;
import dev.retort.internal.operation.RenameIndex;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.SchemaObject;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the operations on indexes do. */
final class IndexFolding {

    private final WorkingSchema schema;
    private final TableParts parts;
    private final RelationNames relations;

    IndexFolding(WorkingSchema schema) {
        this.schema = schema;
        this.parts = new TableParts(schema);
        this.relations = new RelationNames(schema);
    }

    void create(CreateIndex operation) {
        create(operation.index(), operation.ifNotExists());
    }

    void create(Index declared, boolean ifNotExists) {
        QualifiedName relation = schema.kept(declared.table());
        Optional<View> view = schema.find(ObjectKind.VIEW, relation, View.class);
        QualifiedName name = new QualifiedName(relation.schema(), declared.name());
        if (view.isPresent()) {
            if (!isTaken(name, ifNotExists)) {
                schema.put(view.get().withIndexes(with(view.get().indexes(), declared.of(relation), List.of())));
            }
            return;
        }
        Optional<Table> known = schema.table(relation);
        if (known.isEmpty() || isTaken(name, ifNotExists)) {
            return;
        }
        Table table = known.get();
        if (TableParts.hasAllColumns(table)) {
            TableParts.columns(declared).forEach(column -> parts.column(table, column));
        }
        schema.put(table.withIndexes(with(table.indexes(), declared.of(table.name()), table.columns())));
    }

    private boolean isTaken(QualifiedName name, boolean ifNotExists) {
        if (ifNotExists && relations.find(name).isPresent()) {
            return true;
        }
        relations.refuseTaken(name);
        return false;
    }

    private List<Index> with(List<Index> indexes, Index added, List<Column> columns) {
        List<Index> all = new ArrayList<>(indexes);
        all.add(schema.rules.kept(added, columns));
        all.sort(Comparator.comparing(Index::name));
        return all;
    }

    void drop(DropIndex operation) {
        QualifiedName name = operation.index();
        Optional<SchemaObject> owner = schema.indexOwner(name);
        if (owner.isEmpty()) {
            if (!operation.ifExists()) {
                refuseUnknown(operation);
            }
            return;
        }
        if (!schema.isCertain(owner.get().objectName())) {
            return;
        }
        if (owner.get() instanceof Table table) {
            parts.indexed(table, name.name())
                    .filter(each -> !parts.has(table.indexes(), name.name()))
                    .ifPresent(each -> {
                        throw FoldingRefusal.of(
                                "The index \"" + name + "\" belongs to the constraint \"" + each.name()
                                        + "\" of the table \"" + table.name() + "\".",
                                "Drop that: dropConstraint.");
                    });
            schema.put(table.withIndexes(without(table.indexes(), name.name())));
        } else if (owner.get() instanceof View view) {
            schema.put(view.withIndexes(without(view.indexes(), name.name())));
        }
        schema.moveComment(ObjectName.of(ObjectKind.INDEX, schema.kept(name)), null);
    }

    private void refuseUnknown(DropIndex operation) {
        QualifiedName table = operation.table();
        boolean doubtful = !schema.isCertain(ObjectName.of(ObjectKind.INDEX, operation.index()))
                || table != null
                        && schema.find(Dependents.table(table)).isPresent()
                        && !schema.isCertain(ObjectKind.TABLE, table)
                || hasUncertainTable();
        if (!doubtful) {
            throw FoldingRefusal.unknown(
                    "index \"" + operation.index() + "\"", operation.index().name(), all());
        }
    }

    /** Of a table that is uncertain, the indexes are as well. */
    private boolean hasUncertainTable() {
        return schema.all(Table.class).stream().anyMatch(table -> !schema.isCertain(table.objectName()));
    }

    private List<String> all() {
        return schema.all(Table.class).stream()
                .flatMap(table -> table.indexes().stream())
                .map(Index::name)
                .toList();
    }

    private List<Index> without(List<Index> indexes, String name) {
        return indexes.stream()
                .filter(index -> !schema.rules.same(index.name(), name))
                .toList();
    }

    void rename(RenameIndex operation) {
        QualifiedName name = schema.kept(operation.index());
        QualifiedName renamed = new QualifiedName(name.schema(), operation.newName());
        Optional<SchemaObject> owner = schema.indexOwner(name);
        if (owner.isEmpty()) {
            refuseUnknown(new DropIndex(name, null, false, false, false, null));
            return;
        }
        if (!schema.rules.same(name.name(), operation.newName())) {
            relations.refuseTaken(renamed);
        }
        if (owner.get() instanceof Table table) {
            List<Constraint> constraints = table.constraints().stream()
                    .map(each -> parts.indexed(table, name.name())
                                    .filter(each::equals)
                                    .isPresent()
                            ? each.named(operation.newName())
                            : each)
                    .toList();
            schema.put(table.withIndexes(renamed(table.indexes(), name.name(), operation.newName()))
                    .withConstraints(constraints));
        } else if (owner.get() instanceof View view) {
            schema.put(view.withIndexes(renamed(view.indexes(), name.name(), operation.newName())));
        }
        schema.moveComment(ObjectName.of(ObjectKind.INDEX, name), ObjectName.of(ObjectKind.INDEX, renamed));
    }

    private List<Index> renamed(List<Index> indexes, String old, String newName) {
        return indexes.stream()
                .map(index -> schema.rules.same(index.name(), old) ? index.named(newName) : index)
                .sorted(Comparator.comparing(Index::name))
                .toList();
    }
}
