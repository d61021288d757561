package dev.retort.internal.difference;

import dev.retort.internal.fold.FoldingRules;
import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.ConstraintKind;
import dev.retort.internal.operation.DropConstraint;
import dev.retort.internal.operation.DropIndex;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Keys that are dropped while foreign keys refer to them: these go before, and come again where their tables stay. */
final class HeldKeys {

    private final Schema from;
    private final Schema to;
    private final FoldingRules rules;
    private final Changes changes;

    /** @param changes with those of all tables that stay */
    HeldKeys(Schema from, Schema to, FoldingRules rules, Changes changes) {
        this.from = from;
        this.to = to;
        this.rules = rules;
        this.changes = changes;
    }

    private record Key(QualifiedName table, Set<String> columns) {}

    /** The foreign keys that are dropped for this reason. */
    Set<Constraint> release() {
        Set<Constraint> released = new HashSet<>();
        Set<Key> keys = rules.checksReferences() ? dropped() : Set.of();
        if (keys.isEmpty()) {
            return released;
        }
        for (Table table : from.tables().toList()) {
            for (Constraint constraint : table.constraints()) {
                boolean held = constraint instanceof Constraint.ForeignKey key
                        && keys.contains(new Key(key.referencedTable(), new HashSet<>(key.referencedColumns())));
                if (held && !isDropped(table, constraint)) {
                    release(table, constraint);
                    released.add(constraint);
                }
            }
        }
        return released;
    }

    private void release(Table table, Constraint constraint) {
        String name = Objects.requireNonNullElse(constraint.name(), "");
        ObjectName about = new ObjectName(ObjectKind.CONSTRAINT, table.name(), name);
        changes.add(
                Phase.RELEASED_REFERENCES,
                about,
                new DropConstraint(name, table.name(), ConstraintKind.FOREIGN_KEY, false, false, constraint));
        if (to.table(table.name()).isPresent()) {
            changes.add(Phase.REFERENCES, about, new AddConstraint(table.name(), constraint));
        }
    }

    private boolean isDropped(Table table, Constraint constraint) {
        return Stream.of(Phase.RELEASED_REFERENCES, Phase.DETACHED_KEYS)
                .flatMap(phase -> changes.of(phase).stream())
                .anyMatch(change -> change.operation() instanceof DropConstraint drop
                        && drop.table().equals(table.name())
                        && drop.constraint().equals(constraint.name()));
    }

    private Set<Key> dropped() {
        Set<Key> keys = new HashSet<>();
        List<SchemaChange> released = new ArrayList<>(changes.of(Phase.DETACHED_KEYS));
        released.addAll(changes.of(Phase.RELEASED_KEYS));
        for (SchemaChange change : released) {
            if (change.operation() instanceof DropConstraint drop && drop.was() != null) {
                keys.add(new Key(drop.table(), new HashSet<>(drop.was().accept(Constraint.COLUMNS))));
            } else if (change.operation() instanceof DropIndex drop
                    && drop.was() != null
                    && drop.was().unique()) {
                keys.add(new Key(drop.was().table(), columns(drop.was())));
            }
        }
        return keys;
    }

    private static Set<String> columns(Index index) {
        Set<String> columns = new HashSet<>();
        for (Index.Element element : index.elements()) {
            if (element instanceof Index.Element.ColumnName column) {
                columns.add(column.name());
            }
        }
        return columns;
    }
}
