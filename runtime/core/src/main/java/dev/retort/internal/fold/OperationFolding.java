package dev.retort.internal.fold;

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
import org.jspecify.annotations.Nullable;

/** Leads each operation to the class that knows what it does to a schema. */
final class OperationFolding implements Operation.Visitor<@Nullable Void> {

    private final TableFolding tables;
    private final ColumnFolding columns;
    private final ConstraintFolding constraints;
    private final IndexFolding indexes;
    private final EnumFolding enums;
    private final RowFolding rows;
    private final ObjectFolding objects;
    private final WorkFolding work;

    OperationFolding(WorkingSchema schema) {
        tables = new TableFolding(schema);
        columns = new ColumnFolding(schema);
        constraints = new ConstraintFolding(schema);
        indexes = new IndexFolding(schema);
        enums = new EnumFolding(schema);
        rows = new RowFolding(schema);
        objects = new ObjectFolding(schema);
        work = new WorkFolding(schema, this);
    }

    @Override
    public @Nullable Void createTable(CreateTable operation) {
        tables.create(operation);
        return null;
    }

    @Override
    public @Nullable Void dropTable(DropTable operation) {
        tables.drop(operation);
        return null;
    }

    @Override
    public @Nullable Void renameTable(RenameTable operation) {
        tables.rename(operation);
        return null;
    }

    @Override
    public @Nullable Void attachPartition(AttachPartition operation) {
        tables.attach(operation);
        return null;
    }

    @Override
    public @Nullable Void detachPartition(DetachPartition operation) {
        tables.detach(operation);
        return null;
    }

    @Override
    public @Nullable Void setTableComment(SetTableComment operation) {
        tables.comment(operation);
        return null;
    }

    @Override
    public @Nullable Void addColumn(AddColumn operation) {
        columns.add(operation);
        return null;
    }

    @Override
    public @Nullable Void dropColumn(DropColumn operation) {
        columns.drop(operation);
        return null;
    }

    @Override
    public @Nullable Void alterColumn(AlterColumn operation) {
        columns.alter(operation);
        return null;
    }

    @Override
    public @Nullable Void createIndex(CreateIndex operation) {
        indexes.create(operation);
        return null;
    }

    @Override
    public @Nullable Void dropIndex(DropIndex operation) {
        indexes.drop(operation);
        return null;
    }

    @Override
    public @Nullable Void renameIndex(RenameIndex operation) {
        indexes.rename(operation);
        return null;
    }

    @Override
    public @Nullable Void addConstraint(AddConstraint operation) {
        constraints.add(operation);
        return null;
    }

    @Override
    public @Nullable Void dropConstraint(DropConstraint operation) {
        constraints.drop(operation);
        return null;
    }

    @Override
    public @Nullable Void renameConstraint(RenameConstraint operation) {
        constraints.rename(operation);
        return null;
    }

    @Override
    public @Nullable Void validateConstraint(ValidateConstraint operation) {
        constraints.validate(operation);
        return null;
    }

    @Override
    public @Nullable Void createEnum(CreateEnum operation) {
        enums.create(operation);
        return null;
    }

    @Override
    public @Nullable Void dropEnum(DropEnum operation) {
        enums.drop(operation);
        return null;
    }

    @Override
    public @Nullable Void addEnumValue(AddEnumValue operation) {
        enums.add(operation);
        return null;
    }

    @Override
    public @Nullable Void renameEnum(RenameEnum operation) {
        enums.rename(operation);
        return null;
    }

    @Override
    public @Nullable Void reorderEnumValues(ReorderEnumValues operation) {
        enums.reorder(operation);
        return null;
    }

    @Override
    public @Nullable Void renameEnumValue(RenameEnumValue operation) {
        enums.renameValue(operation);
        return null;
    }

    @Override
    public @Nullable Void dropEnumValue(DropEnumValue operation) {
        enums.dropValue(operation);
        return null;
    }

    @Override
    public @Nullable Void batchAlterTable(BatchAlterTable operation) {
        operation.changes().forEach(change -> change.accept(this));
        return null;
    }

    @Override
    public @Nullable Void checkInverse(CheckInverse operation) {
        return null;
    }

    @Override
    public @Nullable Void insertRows(InsertRows operation) {
        rows.insert(operation);
        return null;
    }

    @Override
    public @Nullable Void updateRows(UpdateRows operation) {
        rows.update(operation);
        return null;
    }

    @Override
    public @Nullable Void deleteRows(DeleteRows operation) {
        rows.delete(operation);
        return null;
    }

    @Override
    public @Nullable Void objectOperation(ObjectOperation operation) {
        return operation.accept(objects);
    }

    @Override
    public @Nullable Void work(Work operation) {
        return operation.accept(work);
    }
}
