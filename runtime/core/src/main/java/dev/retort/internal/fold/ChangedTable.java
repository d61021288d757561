package dev.retort.internal.fold;

import dev.retort.internal.operation.AddColumn;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.DropColumn;
import dev.retort.internal.operation.DropTable;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RenameTable;
import dev.retort.internal.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/** The table that a statement changes, of those that are also written for what is no table. */
final class ChangedTable {

    private ChangedTable() {}

    /** Null for every other operation. */
    static @Nullable QualifiedName of(Operation operation) {
        if (operation instanceof RenameTable rename) {
            return rename.table();
        } else if (operation instanceof AlterColumn alter) {
            return alter.table();
        } else if (operation instanceof AddColumn add) {
            return add.table();
        } else if (operation instanceof DropColumn drop) {
            return drop.table();
        }
        return operation instanceof DropTable drop ? drop.table() : null;
    }
}
