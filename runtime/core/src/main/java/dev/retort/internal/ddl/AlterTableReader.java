package dev.retort.internal.ddl;

import dev.retort.internal.operation.AddColumn;
import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.AttachPartition;
import dev.retort.internal.operation.ColumnChange;
import dev.retort.internal.operation.DetachPartition;
import dev.retort.internal.operation.DropColumn;
import dev.retort.internal.operation.DropConstraint;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RenameConstraint;
import dev.retort.internal.operation.RenameTable;
import dev.retort.internal.operation.ValidateConstraint;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code ALTER TABLE} with its actions. */
final class AlterTableReader {

    /** What a schema does not hold: owners, the order of rows on disk, what is switched off for a while. */
    private static final Set<String> NOT_HELD = Set.of("OWNER", "CLUSTER", "REPLICA", "ENABLE", "DISABLE");

    private final QualifiedName table;
    private final boolean ifExists;
    private final boolean only;

    private AlterTableReader(QualifiedName table, boolean ifExists, boolean only) {
        this.table = table;
        this.ifExists = ifExists;
        this.only = only;
    }

    /** After ALTER TABLE. */
    static List<SqlEffect> read(Cursor cursor) {
        Cursor.check(!cursor.is("ALL", "IN", "TABLESPACE"));
        boolean ifExists = cursor.skip("IF", "EXISTS");
        boolean only = cursor.skip("ONLY");
        QualifiedName table = cursor.qualified();
        cursor.about(ObjectName.of(ObjectKind.TABLE, table));
        cursor.skipSymbol("*");
        AlterTableReader reader = new AlterTableReader(table, ifExists, only);
        List<SqlEffect> effects = new ArrayList<>();
        List<Cursor> actions = cursor.parts();
        Cursor.check(!actions.isEmpty());
        for (Cursor action : actions) {
            try {
                effects.addAll(reader.action(action));
                action.end();
            } catch (NotUnderstood e) {
                effects.add(new SqlEffect.Uncertain(reader.named(action)));
            }
        }
        return List.copyOf(effects);
    }

    /** What an action that is not understood is about: a column, as far as its first words say so. */
    private ObjectName named(Cursor action) {
        action.restart();
        boolean alters = action.skip("ALTER");
        if (alters && !action.is("CONSTRAINT")) {
            action.skip("COLUMN");
            return action.optionalName()
                    .map(column -> new ObjectName(ObjectKind.COLUMN, table, column))
                    .orElseGet(this::tableName);
        }
        return tableName();
    }

    private ObjectName tableName() {
        return ObjectName.of(ObjectKind.TABLE, table);
    }

    private List<SqlEffect> action(Cursor action) {
        Optional<TableOption> option = KeptOptionReader.read(action);
        if (option.isPresent()) {
            return sets(option.get());
        } else if (action.skip("ADD")) {
            return changes(add(action));
        } else if (action.skip("DROP")) {
            return changes(drop(action));
        } else if (action.skip("ALTER")) {
            Cursor.check(!action.is("CONSTRAINT"));
            action.skip("COLUMN");
            Optional<TableOption> kept = KeptOptionReader.ofColumn(action);
            if (kept.isPresent()) {
                return sets(kept.get());
            }
            return AlterColumnReader.read(action, table).map(this::changes).orElse(List.of());
        } else if (action.skip("RENAME")) {
            return changes(rename(action));
        } else if (action.skip("VALIDATE", "CONSTRAINT")) {
            return changes(new ValidateConstraint(table, action.name()));
        } else if (action.skip("ATTACH", "PARTITION")) {
            QualifiedName partition = action.qualified();
            return changes(new AttachPartition(table, partition, PartitionBound.read(action)));
        } else if (action.skip("DETACH", "PARTITION")) {
            return changes(detach(action));
        } else if (RowSecurityReader.isNext(action)) {
            return List.of(RowSecurityReader.read(action, table));
        } else if (TriggerFiringReader.isNext(action)) {
            return List.of(TriggerFiringReader.read(action, table));
        } else if (action.skip("SET", "SCHEMA")) {
            String schema = action.name();
            return List.of(
                    new SqlEffect.Uncertain(tableName()),
                    new SqlEffect.Uncertain(ObjectName.of(ObjectKind.TABLE, new QualifiedName(schema, table.name()))));
        }
        Cursor.check(action.isAny(NOT_HELD) || action.is("SET", "WITHOUT") || action.is("SET", "ACCESS", "METHOD"));
        action.skipRest();
        return List.of();
    }

    private List<SqlEffect> sets(TableOption option) {
        return List.of(new SqlEffect.SetsOption(table, option));
    }

    private List<SqlEffect> changes(Operation operation) {
        return List.of(new SqlEffect.Changes(operation, ifExists, only));
    }

    private Operation add(Cursor action) {
        if (ConstraintDefinition.isNext(action)) {
            return new AddConstraint(table, ConstraintDefinition.ofTable(action));
        }
        action.skip("COLUMN");
        boolean ifNotExists = action.skip("IF", "NOT", "EXISTS");
        DefinedColumn column = ColumnDefinition.read(action);
        return new AddColumn(table, column.column(), column.constraints(), null, ifNotExists);
    }

    private Operation drop(Cursor action) {
        boolean constraint = action.skip("CONSTRAINT");
        if (!constraint) {
            action.skip("COLUMN");
        }
        boolean dropIfExists = action.skip("IF", "EXISTS");
        String name = action.name();
        boolean cascade = action.skip("CASCADE");
        action.skip("RESTRICT");
        return constraint
                ? new DropConstraint(name, table, null, dropIfExists, cascade, null)
                : new DropColumn(table, name, dropIfExists, cascade, null);
    }

    private Operation rename(Cursor action) {
        if (action.skip("TO")) {
            return new RenameTable(table, action.name());
        }
        boolean constraint = action.skip("CONSTRAINT");
        if (!constraint && !action.is("TO")) {
            action.skip("COLUMN");
        }
        String name = action.name();
        action.expect("TO");
        return constraint
                ? new RenameConstraint(table, name, action.name())
                : new AlterColumn(table, name, ColumnChange.rename(action.name()), ColumnChange.NONE);
    }

    private Operation detach(Cursor action) {
        QualifiedName partition = action.qualified();
        // FINALIZE is the second half of one that was interrupted, and locks as little.
        boolean concurrently = action.skip("CONCURRENTLY") || action.skip("FINALIZE");
        return new DetachPartition(table, partition, concurrently, null);
    }
}
