package dev.retort.internal.difference;

import dev.retort.internal.fold.Folding;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.ColumnChange;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RenameEnum;
import dev.retort.internal.operation.RenameEnumValue;
import dev.retort.internal.operation.RenameSequence;
import dev.retort.internal.operation.RenameTable;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Renames that were chosen, as changes: the columns of a table before the table itself. */
public final class AppliedRenames {

    private final Map<ObjectName, String> renamed;

    /** @param renamed tables, columns, sequences, enum types and their values, to their new names */
    public AppliedRenames(Map<ObjectName, String> renamed) {
        this.renamed = renamed;
    }

    /** What the renames alone make of a schema. */
    public Schema in(Schema schema, DifferenceRules rules) {
        return new Folding(rules.folding())
                .after(schema, changes().stream().map(SchemaChange::operation).toList());
    }

    List<SchemaChange> changes() {
        List<SchemaChange> changes = new ArrayList<>();
        renamed.forEach((name, newName) -> {
            if (name.part() != null) {
                changes.add(new SchemaChange(ofPart(name, name.part(), newName), name, false));
            }
        });
        renamed.forEach((name, newName) -> {
            if (name.part() == null) {
                changes.add(new SchemaChange(ofWhole(name, newName), name, false));
            }
        });
        return changes;
    }

    private static Operation ofWhole(ObjectName name, String newName) {
        return switch (name.kind()) {
            case ENUM_TYPE -> new RenameEnum(name.name(), newName);
            case SEQUENCE -> new RenameSequence(name.name(), newName);
            default -> new RenameTable(name.name(), newName);
        };
    }

    private static Operation ofPart(ObjectName name, String part, String newName) {
        return name.kind() == ObjectKind.COLUMN
                ? new AlterColumn(name.name(), part, ColumnChange.rename(newName), ColumnChange.NONE)
                : new RenameEnumValue(name.name(), part, newName);
    }
}
