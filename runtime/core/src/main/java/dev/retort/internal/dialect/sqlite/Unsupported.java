package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.operation.AddColumn;
import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.BatchAlterTable;
import dev.retort.internal.operation.Change;
import dev.retort.internal.operation.CreateIndex;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.DefaultValue;

/** Refuses in a change of a table, without a look at the table, what SQLite knows in none. */
final class Unsupported {

    /** Of the kind that allows most. */
    private static final TableText ANY_TABLE = TableText.parse("CREATE TABLE t (c)");

    private Unsupported() {}

    static void refuse(Operation operation) {
        if (operation instanceof BatchAlterTable batch) {
            batch.changes().forEach(Unsupported::refuse);
        } else if (operation instanceof AddColumn add) {
            Names.unqualified(add.table());
            Definitions.addedColumn(add.column(), add.constraints(), ANY_TABLE);
            if (add.index() != null) {
                Definitions.index(add.index(), false);
            }
        } else if (operation instanceof AlterColumn alter) {
            refuse(alter);
        } else if (operation instanceof AddConstraint add) {
            Names.unqualified(add.table());
            Definitions.constraint(add.constraint());
        } else if (operation instanceof CreateIndex create) {
            Definitions.index(create.index(), create.ifNotExists());
        }
    }

    private static void refuse(AlterColumn alter) {
        Names.unqualified(alter.table());
        if (alter.to().type() != null) {
            Definitions.type(alter.to().type(), false);
            if (alter.to().using() != null) {
                refuseCasts(alter, alter.to().type(), alter.to().using());
            }
        }
        Change<DefaultValue> value = alter.to().defaultValue();
        if (value != null && value.to() != null) {
            Expressions.defaultClause(value.to());
        }
    }

    private static void refuseCasts(AlterColumn alter, ColumnType type, String using) {
        Conversion.Place place = new Conversion.Place(alter.table().name(), "'A row'", alter.column());
        Casts.translated(Expressions.portable(using), column -> null, type, place);
    }
}
