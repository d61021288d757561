package dev.retort.internal.script;

import dev.retort.internal.operation.AddColumn;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.BatchAlterTable;
import dev.retort.internal.operation.CreateEnum;
import dev.retort.internal.operation.CreateTable;
import dev.retort.internal.operation.DropColumn;
import dev.retort.internal.operation.DropEnum;
import dev.retort.internal.operation.DropTable;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The enum types that a script wants to come and go with a column: they are created before what brings the column, and
 * dropped after what takes it away, by operations of their own, whose inverses then come in the right order too.
 */
public final class EnumTypes {

    private final Map<Object, Operation> created = new LinkedHashMap<>();
    private final Map<Object, Operation> dropped = new LinkedHashMap<>();

    private EnumTypes() {}

    /** The operation, between those of its types. */
    public static List<Operation> with(Operation operation) {
        EnumTypes types = new EnumTypes();
        types.read(operation);
        if (types.created.isEmpty() && types.dropped.isEmpty()) {
            return List.of(operation);
        }
        List<Operation> all = new ArrayList<>(types.created.values());
        all.add(operation);
        all.addAll(types.dropped.values());
        return all;
    }

    private void read(Operation operation) {
        if (operation instanceof CreateTable create) {
            columns(create.table().columns(), type -> comes(type, create.ifNotExists()));
        } else if (operation instanceof DropTable drop && drop.was() != null) {
            columns(drop.was().columns(), type -> goes(type, drop.ifExists()));
        } else if (operation instanceof AddColumn add) {
            of(add.column().type(), type -> comes(type, add.ifNotExists()));
        } else if (operation instanceof DropColumn drop && drop.was() != null) {
            of(drop.was().type(), type -> goes(type, drop.ifExists()));
        } else if (operation instanceof AlterColumn alter) {
            of(alter.to().type(), type -> comes(type, false));
            of(alter.from().type(), type -> goes(type, false));
        } else if (operation instanceof BatchAlterTable batch) {
            batch.changes().forEach(this::read);
        }
    }

    private interface Found {
        void type(ColumnType.Enumeration type);
    }

    private static void columns(Collection<Column> columns, Found found) {
        columns.forEach(column -> of(column.type(), found));
    }

    private static void of(@Nullable ColumnType type, Found found) {
        if (type instanceof ColumnType.Array array) {
            of(array.element(), found);
        } else if (type instanceof ColumnType.Enumeration enumeration && enumeration.create()) {
            found.type(enumeration);
        }
    }

    private void comes(ColumnType.Enumeration type, boolean ifNotExists) {
        put(created, type, new CreateEnum(type.name(), type.values(), ifNotExists));
    }

    private void goes(ColumnType.Enumeration type, boolean ifExists) {
        put(dropped, type, new DropEnum(type.name(), ifExists, false, type.values()));
    }

    private static void put(Map<Object, Operation> all, ColumnType.Enumeration type, Operation operation) {
        Operation other = all.putIfAbsent(type.name(), operation);
        if (other != null && !other.equals(operation)) {
            throw new Refusal(
                    "The enumeration \"" + type.name() + "\" is to be created twice, with different values.",
                    "Name the same values in both places.");
        }
    }
}
