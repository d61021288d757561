package dev.retort.internal.fold;

import dev.retort.internal.operation.AttachPartition;
import dev.retort.internal.operation.CreateTable;
import dev.retort.internal.operation.DetachPartition;
import dev.retort.internal.operation.DropTable;
import dev.retort.internal.operation.RenameTable;
import dev.retort.internal.operation.SetTableComment;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the operations on whole tables do. */
final class TableFolding {

    private final WorkingSchema schema;
    private final Dependents dependents;
    private final ConstraintFolding constraints;
    private final IndexFolding indexes;

    TableFolding(WorkingSchema schema) {
        this.schema = schema;
        this.dependents = new Dependents(schema);
        this.constraints = new ConstraintFolding(schema);
        this.indexes = new IndexFolding(schema);
    }

    void create(CreateTable operation) {
        Table declared = operation.table();
        QualifiedName name = schema.kept(declared.name());
        if (operation.ifNotExists() && mayBeThere(name)) {
            return;
        }
        new RelationNames(schema).refuseTaken(name);
        refuseRepeated(declared);
        declared.options().inherits().forEach(schema::table);
        Table.PartitionOf partition = declared.options().partitionOf();
        if (partition != null) {
            schema.table(partition.table());
        }
        Table bare = new Table(
                name, declared.columns(), declared.constraints(), List.of(), declared.comment(), options(declared));
        List<Column> columns = bare.columns().stream()
                .map(column -> new ColumnFolding(schema).kept(column, bare))
                .toList();
        InheritedColumns inherited = new TableParts(schema).inherited();
        Table table = inherited.leftOut(bare.withColumns(columns)
                .withConstraints(List.of())
                .withComment(schema.rules.keepsComments() ? declared.comment() : null));
        schema.put(table);
        List<Constraint> created =
                schema.rules.mergesKeys() ? RepeatedKeys.merged(declared.constraints()) : declared.constraints();
        for (Constraint constraint : created) {
            table = constraints.with(table, constraint);
            schema.put(table);
        }
        for (Index index : declared.indexes()) {
            indexes.create(index.of(name), false);
        }
    }

    /** Whether a table of the name is there, or may be: then nothing is known of what it looks like. */
    private boolean mayBeThere(QualifiedName name) {
        if (schema.find(ObjectName.of(ObjectKind.TABLE, name)).isPresent()) {
            return true;
        }
        boolean doubtful = !schema.isCertain(ObjectKind.TABLE, name);
        if (doubtful) {
            schema.doubt(ObjectName.of(ObjectKind.TABLE, name));
        }
        return doubtful;
    }

    private Table.Options options(Table declared) {
        Table.PartitionOf partition = declared.options().partitionOf();
        List<QualifiedName> parents =
                declared.options().inherits().stream().map(schema::kept).toList();
        Table.Options options = declared.options().withInherits(parents);
        return partition == null
                ? options
                : options.withPartitionOf(
                        new Table.PartitionOf(schema.kept(partition.table()), bound(partition.forValues())));
    }

    private static String bound(String forValues) {
        return forValues.strip().equalsIgnoreCase("DEFAULT") ? "DEFAULT" : forValues.strip();
    }

    private void refuseRepeated(Table table) {
        List<String> seen = new ArrayList<>();
        for (Column column : table.columns()) {
            if (seen.stream().anyMatch(name -> schema.rules.same(name, column.name()))) {
                throw FoldingRefusal.of(
                        "Table \"" + table.name() + "\" has two columns \"" + column.name() + "\".", "Take one away.");
            }
            seen.add(column.name());
        }
    }

    void drop(DropTable operation) {
        QualifiedName name = operation.table();
        if (operation.ifExists() && schema.find(Dependents.table(name)).isEmpty()) {
            schema.remove(Dependents.table(name));
            return;
        }
        Optional<Table> known = schema.table(name);
        List<Table> partitions = dependents.children(name).stream()
                .filter(child -> dependents.isPartition(child, name))
                .toList();
        if (known.isPresent() && !operation.cascade()) {
            refuseNeeded(known.get(), partitions);
        }
        dependents.dropViews(dependents.views(name));
        dependents.triggers(name).forEach(trigger -> schema.remove(trigger.objectName()));
        dependents.withoutForeignKeys(reference -> schema.same(reference.key().referencedTable(), name));
        for (Table child : dependents.children(name)) {
            drop(new DropTable(child.name(), false, true, null));
        }
        new SequenceFolding(schema).dropOwned(name, null);
        dependents.dropRelation(known.map(Table::objectName).orElse(Dependents.table(schema.kept(name))));
    }

    private void refuseNeeded(Table table, List<Table> partitions) {
        List<String> needing = new ArrayList<>();
        dependents.references(table.name()).stream()
                .filter(reference -> partitions.stream().noneMatch(each -> each.equals(reference.table())))
                .forEach(reference -> needing.add(reference.toString()));
        referencesToWholes(table).forEach(reference -> needing.add(reference.toString()));
        dependents.views(table.name()).stream()
                .filter(view -> schema.isCertain(view.objectName()))
                .forEach(view -> needing.add(Dependents.words(view)));
        dependents.triggers(table.name()).forEach(trigger -> needing.add(Dependents.words(trigger)));
        dependents.children(table.name()).stream()
                .filter(child -> !partitions.contains(child))
                .forEach(child -> needing.add("the table \"" + child.name() + "\", which inherits from it,"));
        if (!needing.isEmpty()) {
            throw FoldingRefusal.needed("table \"" + table.name() + "\"", needing);
        }
    }

    /** What refers to a table keeps its partitions. */
    private List<Dependents.Reference> referencesToWholes(Table table) {
        List<Dependents.Reference> references = new ArrayList<>();
        Table.PartitionOf partition = table.options().partitionOf();
        while (partition != null && schema.rules.checksReferences()) {
            QualifiedName whole = partition.table();
            dependents.references(whole).stream()
                    .filter(reference -> !schema.same(reference.table().name(), table.name()))
                    .forEach(references::add);
            partition = schema.find(Dependents.table(whole))
                    .map(found -> ((Table) found).options().partitionOf())
                    .orElse(null);
        }
        return references;
    }

    void rename(RenameTable operation) {
        QualifiedName old = schema.kept(operation.table());
        QualifiedName renamed = new QualifiedName(old.schema(), operation.newName());
        Optional<Table> known = schema.table(old);
        if (!schema.same(old, renamed)) {
            new RelationNames(schema).refuseTaken(renamed);
        }
        if (known.isEmpty()) {
            schema.remove(Dependents.table(old));
            schema.doubt(Dependents.table(renamed));
        } else {
            Table table = known.get();
            List<Index> own =
                    table.indexes().stream().map(index -> index.of(renamed)).toList();
            schema.rename(table.objectName(), table.named(renamed).withIndexes(own));
        }
        schema.moveComments(old, renamed);
        follow(old, renamed);
    }

    /** Whatever names the table names it by its new name. */
    private void follow(QualifiedName old, QualifiedName renamed) {
        for (Table table : schema.all(Table.class)) {
            List<Constraint> constraints = table.constraints().stream()
                    .map(constraint -> ConstraintFolding.referring(
                            constraint, key -> schema.same(key.referencedTable(), old), renamed))
                    .toList();
            List<QualifiedName> parents = table.options().inherits().stream()
                    .map(parent -> schema.same(parent, old) ? renamed : parent)
                    .toList();
            Table.PartitionOf partition = table.options().partitionOf();
            Table.PartitionOf followedPartition = partition != null && schema.same(partition.table(), old)
                    ? new Table.PartitionOf(renamed, partition.forValues())
                    : partition;
            Table followed = table.withConstraints(constraints)
                    .withOptions(table.options().withInherits(parents).withPartitionOf(followedPartition));
            if (!followed.equals(table)) {
                schema.put(followed);
            }
        }
        new ViewFollowing(schema).renamed(old, renamed);
        new Following(schema).table(old, renamed);
    }

    void comment(SetTableComment operation) {
        Optional<Table> table = schema.table(operation.table());
        if (schema.rules.keepsComments()) {
            table.ifPresent(found -> schema.put(found.withComment(operation.comment())));
        }
    }

    /** A partition has what its table has, and only what is beyond that is its own. */
    void attach(AttachPartition operation) {
        Optional<Table> parent = schema.table(operation.table());
        Optional<Table> partition = schema.table(operation.partition());
        if (partition.isEmpty()) {
            return;
        }
        Table.PartitionOf of = new Table.PartitionOf(schema.kept(operation.table()), bound(operation.forValues()));
        Table attached = partition.get().withOptions(partition.get().options().withPartitionOf(of));
        if (parent.isEmpty()) {
            schema.put(attached);
            schema.doubt(attached.objectName());
            return;
        }
        PartitionParts parts = new PartitionParts(schema);
        List<Constraint> inherited = parts.constraints(parent.get());
        List<Constraint> own = attached.constraints().stream()
                .filter(constraint -> inherited.stream().noneMatch(each -> parts.isFrom(each, constraint)))
                .toList();
        List<Index> inheritedIndexes = parts.indexes(parent.get());
        List<Index> ownIndexes = attached.indexes().stream()
                .filter(index -> inheritedIndexes.stream().noneMatch(each -> parts.isFrom(each, index)))
                .toList();
        Table partitioned = attached.withConstraints(own).withIndexes(ownIndexes);
        schema.put(new TableParts(schema).inherited().leftOut(partitioned));
    }

    /** The columns stay, and copies of the keys and indexes, under names that the server chose when it made them. */
    void detach(DetachPartition operation) {
        Optional<Table> parent = schema.table(operation.table());
        Optional<Table> partition = schema.table(operation.partition());
        if (partition.isEmpty()) {
            return;
        }
        Table detached = new PartitionParts(schema).detached(partition.get());
        schema.put(detached);
        if (parent.isEmpty() || hasParts(parent.get())) {
            schema.doubt(detached.objectName());
        }
    }

    private boolean hasParts(Table table) {
        PartitionParts parts = new PartitionParts(schema);
        return !parts.constraints(table).isEmpty() || !parts.indexes(table).isEmpty();
    }
}
