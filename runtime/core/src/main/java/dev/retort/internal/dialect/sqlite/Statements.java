package dev.retort.internal.dialect.sqlite;

import dev.retort.RetortException;
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
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/** What each operation is in SQLite. */
final class Statements implements Operation.Visitor<List<SqlStatement>> {

    private final Catalog catalog;

    Statements(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public List<SqlStatement> createTable(CreateTable operation) {
        List<String> statements = new ArrayList<>();
        statements.add(Definitions.createTable(operation.table(), operation.ifNotExists()));
        boolean there = operation.ifNotExists()
                && !operation.table().indexes().isEmpty()
                && SchemaRow.all(catalog).stream()
                        .anyMatch(object -> object.isTable(
                                Names.unqualified(operation.table().name())));
        if (there) {
            return statements.stream().map(SqlStatement::of).toList();
        }
        for (Index index : operation.table().indexes()) {
            statements.add(Definitions.index(index, operation.ifNotExists()));
        }
        // What it says is about its own columns.
        return ShadowSchema.withoutStrings((sql, parameters) -> List.of(), statements);
    }

    @Override
    public List<SqlStatement> dropTable(DropTable operation) {
        String name = Names.unqualified(operation.table());
        List<SqlStatement> statements = new ArrayList<>(Dependents.drop(catalog, "table", name, operation.cascade()));
        statements.add(SqlStatement.of(
                "DROP TABLE " + (operation.ifExists() ? "IF EXISTS " : "") + Names.quote(operation.table())));
        return statements;
    }

    /**
     * SQLite takes the views, triggers and foreign keys that speak of the table along. A name that differs in its case
     * alone is taken already, by the table itself.
     */
    @Override
    public List<SqlStatement> renameTable(RenameTable operation) {
        String name = Names.unqualified(operation.table());
        if (Names.same(name, operation.newName()) && !name.equals(operation.newName())) {
            String between = Names.quote(Names.NEW_TABLE + name);
            return List.of(
                    SqlStatement.of("ALTER TABLE " + Names.quote(operation.table()) + " RENAME TO " + between),
                    SqlStatement.of("ALTER TABLE " + between + " RENAME TO " + Names.quote(operation.newName())));
        }
        return one("ALTER TABLE " + Names.quote(operation.table()) + " RENAME TO " + Names.quote(operation.newName()));
    }

    @Override
    public List<SqlStatement> addColumn(AddColumn operation) {
        return alter(operation.table(), operation);
    }

    @Override
    public List<SqlStatement> dropColumn(DropColumn operation) {
        return alter(operation.table(), operation);
    }

    @Override
    public List<SqlStatement> alterColumn(AlterColumn operation) {
        return alter(operation.table(), operation);
    }

    @Override
    public List<SqlStatement> addConstraint(AddConstraint operation) {
        return alter(operation.table(), operation);
    }

    @Override
    public List<SqlStatement> dropConstraint(DropConstraint operation) {
        return alter(operation.table(), operation);
    }

    @Override
    public List<SqlStatement> renameConstraint(RenameConstraint operation) {
        return alter(operation.table(), operation);
    }

    @Override
    public List<SqlStatement> validateConstraint(ValidateConstraint operation) {
        return alter(operation.table(), operation);
    }

    @Override
    public List<SqlStatement> attachPartition(AttachPartition operation) {
        throw noPartitions();
    }

    @Override
    public List<SqlStatement> detachPartition(DetachPartition operation) {
        throw noPartitions();
    }

    private static RetortException noPartitions() {
        return Refusal.lacks(Capability.PARTITIONS, "Keep the rows in one table.");
    }

    private List<SqlStatement> alter(QualifiedName table, Operation change) {
        return AlterTablePlanner.of(catalog, new BatchAlterTable(table, List.of(change)));
    }

    @Override
    public List<SqlStatement> batchAlterTable(BatchAlterTable operation) {
        return operation.changes().isEmpty() ? List.of() : AlterTablePlanner.of(catalog, operation);
    }

    @Override
    public List<SqlStatement> createIndex(CreateIndex operation) {
        return ShadowSchema.withoutStrings(
                catalog, List.of(Definitions.index(operation.index(), operation.ifNotExists())));
    }

    @Override
    public List<SqlStatement> dropIndex(DropIndex operation) {
        return one(InPlaceChange.dropIndexText(operation));
    }

    @Override
    public List<SqlStatement> renameIndex(RenameIndex operation) {
        return InPlaceChange.renameIndex(operation, SchemaRow.all(catalog)).stream()
                .map(SqlStatement::of)
                .toList();
    }

    @Override
    public List<SqlStatement> setTableComment(SetTableComment operation) {
        return List.of();
    }

    @Override
    public List<SqlStatement> createEnum(CreateEnum operation) {
        return List.of();
    }

    @Override
    public List<SqlStatement> dropEnum(DropEnum operation) {
        return List.of();
    }

    @Override
    public List<SqlStatement> objectOperation(ObjectOperation operation) {
        return operation.accept(new ObjectStatements(catalog));
    }

    @Override
    public List<SqlStatement> addEnumValue(AddEnumValue operation) {
        return new EnumColumns(catalog, operation.name()).add(operation);
    }

    @Override
    public List<SqlStatement> renameEnum(RenameEnum operation) {
        return new EnumColumns(catalog, operation.name()).rename(operation);
    }

    @Override
    public List<SqlStatement> reorderEnumValues(ReorderEnumValues operation) {
        return new EnumColumns(catalog, operation.name()).reorder(operation);
    }

    @Override
    public List<SqlStatement> renameEnumValue(RenameEnumValue operation) {
        return new EnumColumns(catalog, operation.name()).rename(operation);
    }

    @Override
    public List<SqlStatement> dropEnumValue(DropEnumValue operation) {
        return new EnumColumns(catalog, operation.name()).drop(operation);
    }

    @Override
    public List<SqlStatement> checkInverse(CheckInverse operation) {
        InverseCheck.check(operation, catalog);
        return List.of();
    }

    @Override
    public List<SqlStatement> insertRows(InsertRows operation) {
        return rows(operation.table()).insert(operation);
    }

    @Override
    public List<SqlStatement> updateRows(UpdateRows operation) {
        return List.of(rows(operation.table()).update(operation));
    }

    @Override
    public List<SqlStatement> deleteRows(DeleteRows operation) {
        return List.of(rows(operation.table()).delete(operation));
    }

    /** The engine asks for it by itself. */
    @Override
    public List<SqlStatement> work(Work operation) {
        throw new IllegalStateException(operation.verb() + " is no change that a dialect spells");
    }

    private static RowSql rows(QualifiedName table) {
        Names.refuseSchema(table);
        return new RowSql(new SqliteSpelling());
    }

    private static List<SqlStatement> one(String sql) {
        return List.of(SqlStatement.of(sql));
    }
}
