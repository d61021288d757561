package dev.retort.internal.target;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.CreateEnum;
import dev.retort.internal.operation.CreateExtension;
import dev.retort.internal.operation.CreateIndex;
import dev.retort.internal.operation.CreateRoutine;
import dev.retort.internal.operation.CreateSchema;
import dev.retort.internal.operation.CreateSequence;
import dev.retort.internal.operation.CreateTable;
import dev.retort.internal.operation.CreateTrigger;
import dev.retort.internal.operation.CreateView;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.SetTableComment;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Declarations in an order in which each finds what it refers to. It is the same for the same declarations, in whatever
 * order these are written: names that the database gives depend on it.
 */
final class FoldingOrder {

    private enum Stage {
        SCHEMAS,
        EXTENSIONS,
        TYPES,
        ROUTINES,
        TABLES,
        VIEWS,
        KEYS,
        INDEXES,
        REFERENCES,
        SEQUENCES,
        TRIGGERS,
        COMMENTS
    }

    /** What is done for a declaration, or for a part of it. */
    record Part(Declaration declared, Operation operation) {}

    private record Placed(Stage stage, String name, Part part) {}

    private final List<Placed> placed = new ArrayList<>();
    private final Map<QualifiedName, Declaration> tables = new TreeMap<>();

    FoldingOrder(List<Declaration> declared) {
        declared.forEach(this::place);
        Set<QualifiedName> begun = new HashSet<>();
        tables.values().forEach(table -> afterParents(table, begun));
    }

    /** What is at the same stage is sorted by what it is, but for tables, which come after those whose columns they have. */
    List<Part> parts() {
        return placed.stream()
                .sorted(Comparator.comparing(Placed::stage).thenComparing(Placed::name))
                .map(Placed::part)
                .toList();
    }

    private void place(Declaration declared) {
        Operation operation = declared.operation();
        if (operation instanceof CreateTable create) {
            tables.put(create.table().name(), declared);
            return;
        }
        add(stage(operation), declared, operation);
    }

    private void add(Stage stage, Declaration declared, Operation operation) {
        placed.add(new Placed(stage, operation.toString(), new Part(declared, operation)));
    }

    private static Stage stage(Operation operation) {
        if (operation instanceof CreateSchema) {
            return Stage.SCHEMAS;
        } else if (operation instanceof CreateExtension) {
            return Stage.EXTENSIONS;
        } else if (operation instanceof CreateEnum) {
            return Stage.TYPES;
        } else if (operation instanceof CreateRoutine) {
            return Stage.ROUTINES;
        } else if (operation instanceof CreateView) {
            return Stage.VIEWS;
        } else if (operation instanceof AddConstraint add) {
            return add.constraint() instanceof Constraint.ForeignKey ? Stage.REFERENCES : Stage.KEYS;
        } else if (operation instanceof CreateIndex) {
            return Stage.INDEXES;
        } else if (operation instanceof CreateSequence) {
            return Stage.SEQUENCES;
        } else if (operation instanceof CreateTrigger) {
            return Stage.TRIGGERS;
        } else if (operation instanceof SetTableComment) {
            return Stage.COMMENTS;
        }
        throw new RetortException(
                Kind.SCRIPT, Problem.of("A schema file declares what there is; it has no " + operation.verb() + "."));
    }

    private void afterParents(Declaration declared, Set<QualifiedName> begun) {
        Table table = ((CreateTable) declared.operation()).table();
        if (!begun.add(table.name())) {
            return;
        }
        List<QualifiedName> parents = new ArrayList<>(table.options().inherits());
        Table.PartitionOf partition = table.options().partitionOf();
        if (partition != null) {
            parents.add(partition.table());
        }
        parents.stream().map(this::declared).filter(Objects::nonNull).forEach(parent -> afterParents(parent, begun));
        addParts(declared, table);
    }

    /** One may be named with the schema in which its own name needs none. */
    private @Nullable Declaration declared(QualifiedName table) {
        Declaration named = tables.get(table);
        return named == null ? tables.get(QualifiedName.of(table.name())) : named;
    }

    /** A foreign key may refer to any other table, and to a key that an index brings. */
    private void addParts(Declaration declared, Table table) {
        List<Constraint> own = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.ForeignKey) {
                add(Stage.REFERENCES, declared, new AddConstraint(table.name(), constraint));
            } else {
                own.add(constraint);
            }
        }
        Table bare = table.withConstraints(own).withIndexes(List.of());
        placed.add(new Placed(Stage.TABLES, "", new Part(declared, new CreateTable(bare, false))));
        for (Index index : table.indexes()) {
            add(Stage.INDEXES, declared, new CreateIndex(index, false, false));
        }
    }
}
