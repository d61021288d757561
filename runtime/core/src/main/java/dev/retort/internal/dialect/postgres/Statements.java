package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.Capability;
import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.RowSql;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.operation.AddColumn;
import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.AddEnumValue;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.AttachPartition;
import dev.retort.internal.operation.BatchAlterTable;
import dev.retort.internal.operation.CheckInverse;
import dev.retort.internal.operation.ColumnPlace;
import dev.retort.internal.operation.CreateEnum;
import dev.retort.internal.operation.CreateIndex;
import dev.retort.internal.operation.CreateTable;
import dev.retort.internal.operation.DeleteRows;
import dev.retort.internal.operation.DetachPartition;
import dev.retort.internal.operation.DropColumn;
import dev.retort.internal.operation.DropConstraint;
import dev.retort.internal.operation.DropEnum;
import dev.retort.internal.operation.DropEnumValue;
import dev.retort.internal.operation.DropIndex;
import dev.retort.internal.operation.DropTable;
import dev.retort.internal.operation.InsertRows;
import dev.retort.internal.operation.ObjectOperation;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RenameConstraint;
import dev.retort.internal.operation.RenameEnum;
import dev.retort.internal.operation.RenameEnumValue;
import dev.retort.internal.operation.RenameIndex;
import dev.retort.internal.operation.RenameTable;
import dev.retort.internal.operation.ReorderEnumValues;
import dev.retort.internal.operation.SetTableComment;
import dev.retort.internal.operation.UpdateRows;
import dev.retort.internal.operation.ValidateConstraint;
import dev.retort.internal.operation.Work;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each operation is in PostgreSQL's SQL. */
final class Statements implements Operation.Visitor<List<SqlStatement>> {

    private final Catalog catalog;

    Statements(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public List<SqlStatement> createTable(CreateTable operation) {
        return TableStatements.create(operation);
    }

    @Override
    public List<SqlStatement> dropTable(DropTable operation) {
        return one("DROP TABLE " + Clauses.ifExists(operation.ifExists()) + Identifiers.quote(operation.table())
                + Clauses.cascade(operation.cascade()));
    }

    @Override
    public List<SqlStatement> renameTable(RenameTable operation) {
        return one(Clauses.alterTable(operation.table()) + "RENAME TO " + Identifiers.quote(operation.newName()));
    }

    @Override
    public List<SqlStatement> attachPartition(AttachPartition operation) {
        return one(Clauses.alterTable(operation.table()) + "ATTACH PARTITION "
                + Identifiers.quote(operation.partition()) + " " + TableStatements.forValues(operation.forValues()));
    }

    @Override
    public List<SqlStatement> detachPartition(DetachPartition operation) {
        String sql = Clauses.alterTable(operation.table()) + "DETACH PARTITION "
                + Identifiers.quote(operation.partition()) + (operation.concurrently() ? " CONCURRENTLY" : "");
        return List.of(new SqlStatement(sql, List.of(), operation.concurrently()));
    }

    @Override
    public List<SqlStatement> addColumn(AddColumn operation) {
        refusePlace(operation.table(), operation.column().name(), operation.place());
        StringBuilder column = new StringBuilder(Clauses.alterTable(operation.table()))
                .append(operation.ifNotExists() ? "ADD COLUMN IF NOT EXISTS " : "ADD COLUMN ")
                .append(Columns.definition(operation.column()));
        List<String> apart = new ArrayList<>();
        for (Constraint constraint : operation.constraints()) {
            Optional<String> inline =
                    Constraints.ofColumn(constraint, operation.column().name());
            inline.ifPresentOrElse(
                    sql -> column.append(' ').append(sql), () -> apart.add(", ADD " + Constraints.ofTable(constraint)));
        }
        List<SqlStatement> statements = new ArrayList<>();
        statements.add(SqlStatement.of(column + String.join("", apart)));
        if (operation.index() != null) {
            statements.addAll(createIndex(new CreateIndex(operation.index(), false, operation.ifNotExists())));
        }
        String comment = operation.column().comment();
        if (comment != null) {
            statements.add(TableStatements.columnComment(
                    operation.table(), operation.column().name(), comment));
        }
        return List.copyOf(statements);
    }

    @Override
    public List<SqlStatement> dropColumn(DropColumn operation) {
        return one(Clauses.alterTable(operation.table()) + "DROP COLUMN " + Clauses.ifExists(operation.ifExists())
                + Identifiers.quote(operation.column()) + Clauses.cascade(operation.cascade()));
    }

    @Override
    public List<SqlStatement> alterColumn(AlterColumn operation) {
        refusePlace(operation.table(), operation.column(), operation.place());
        return TableStatements.alterColumn(operation);
    }

    private static void refusePlace(QualifiedName table, String column, @Nullable ColumnPlace place) {
        if (place != null) {
            throw Refusal.lacks(Capability.COLUMN_PLACES, "Leave out before: and after:, a new column comes last.");
        }
    }

    @Override
    public List<SqlStatement> createIndex(CreateIndex operation) {
        return operation.concurrently() && catalog.canLook()
                ? new PartitionedIndex(catalog).create(operation)
                : List.of(Indexes.create(operation));
    }

    @Override
    public List<SqlStatement> dropIndex(DropIndex operation) {
        return List.of(Indexes.drop(
                operation.concurrently() && catalog.canLook() && new PartitionedIndex(catalog).is(operation)
                        ? operation.blocking()
                        : operation));
    }

    @Override
    public List<SqlStatement> renameIndex(RenameIndex operation) {
        return one("ALTER INDEX " + Identifiers.quote(operation.index()) + " RENAME TO "
                + Identifiers.quote(operation.newName()));
    }

    @Override
    public List<SqlStatement> addConstraint(AddConstraint operation) {
        return one(Clauses.alterTable(operation.table()) + "ADD " + Constraints.ofTable(operation.constraint()));
    }

    @Override
    public List<SqlStatement> dropConstraint(DropConstraint operation) {
        return one(Clauses.alterTable(operation.table()) + "DROP CONSTRAINT " + Clauses.ifExists(operation.ifExists())
                + Identifiers.quote(operation.constraint()) + Clauses.cascade(operation.cascade()));
    }

    @Override
    public List<SqlStatement> renameConstraint(RenameConstraint operation) {
        return one(Clauses.alterTable(operation.table()) + "RENAME CONSTRAINT "
                + Identifiers.quote(operation.constraint()) + " TO " + Identifiers.quote(operation.newName()));
    }

    @Override
    public List<SqlStatement> validateConstraint(ValidateConstraint operation) {
        return one(Clauses.alterTable(operation.table()) + "VALIDATE CONSTRAINT "
                + Identifiers.quote(operation.constraint()));
    }

    @Override
    public List<SqlStatement> setTableComment(SetTableComment operation) {
        return List.of(TableStatements.tableComment(operation.table(), operation.comment()));
    }

    @Override
    public List<SqlStatement> createEnum(CreateEnum operation) {
        return List.of(EnumValues.create(operation));
    }

    @Override
    public List<SqlStatement> dropEnum(DropEnum operation) {
        return one("DROP TYPE " + Clauses.ifExists(operation.ifExists()) + Identifiers.quote(operation.name())
                + Clauses.cascade(operation.cascade()));
    }

    @Override
    public List<SqlStatement> objectOperation(ObjectOperation operation) {
        return operation.accept(new ObjectStatements());
    }

    @Override
    public List<SqlStatement> addEnumValue(AddEnumValue operation) {
        return List.of(EnumValues.add(operation));
    }

    @Override
    public List<SqlStatement> renameEnum(RenameEnum operation) {
        return one("ALTER TYPE " + Identifiers.quote(operation.name()) + " RENAME TO "
                + Identifiers.quote(operation.newName()));
    }

    @Override
    public List<SqlStatement> reorderEnumValues(ReorderEnumValues operation) {
        return List.of(EnumValues.reorder(operation));
    }

    @Override
    public List<SqlStatement> renameEnumValue(RenameEnumValue operation) {
        return List.of(EnumValues.rename(operation));
    }

    @Override
    public List<SqlStatement> dropEnumValue(DropEnumValue operation) {
        return List.of(EnumValues.drop(operation));
    }

    @Override
    public List<SqlStatement> batchAlterTable(BatchAlterTable operation) {
        if (operation.recreate() == BatchAlterTable.Recreate.ALWAYS) {
            throw Refusal.lacks(Capability.REBUILDING_BATCHES, "Leave out recreate:, every change is made in place.");
        }
        return operation.changes().stream()
                .flatMap(change -> change.accept(this).stream())
                .toList();
    }

    @Override
    public List<SqlStatement> checkInverse(CheckInverse operation) {
        return InverseCheck.statements(operation);
    }

    @Override
    public List<SqlStatement> insertRows(InsertRows operation) {
        return new RowSql(new PostgresSpelling()).insert(operation);
    }

    @Override
    public List<SqlStatement> updateRows(UpdateRows operation) {
        return List.of(new RowSql(new PostgresSpelling()).update(operation));
    }

    @Override
    public List<SqlStatement> deleteRows(DeleteRows operation) {
        return List.of(new RowSql(new PostgresSpelling()).delete(operation));
    }

    /** The engine asks for it by itself. */
    @Override
    public List<SqlStatement> work(Work operation) {
        throw new IllegalStateException(operation.verb() + " is no change that a dialect spells");
    }

    private static List<SqlStatement> one(String sql) {
        return List.of(SqlStatement.of(sql));
    }
}
