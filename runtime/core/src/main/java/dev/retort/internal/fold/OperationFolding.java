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

/** Leads each operation to the class that knows what it does to a schema, and returns that schema. */
final class OperationFolding implements Operation.Visitor<WorkingSchema> {

    private final WorkingSchema schema;
    private final TableFolding tables;
    private final ColumnFolding columns;
    private final ConstraintFolding constraints;
    private final IndexFolding indexes;
    private final EnumFolding enums;
    private final RowFolding rows;
    private final ObjectFolding objects;
    private final WorkFolding work;

    OperationFolding(WorkingSchema schema) {
        this.schema = schema;
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
    public WorkingSchema createTable(CreateTable operation) {
        tables.create(operation);
        return schema;
    }

    @Override
    public WorkingSchema dropTable(DropTable operation) {
        tables.drop(operation);
        return schema;
    }

    @Override
    public WorkingSchema renameTable(RenameTable operation) {
        tables.rename(operation);
        return schema;
    }

    @Override
    public WorkingSchema attachPartition(AttachPartition operation) {
        tables.attach(operation);
        return schema;
    }

    @Override
    public WorkingSchema detachPartition(DetachPartition operation) {
        tables.detach(operation);
        return schema;
    }

    @Override
    public WorkingSchema setTableComment(SetTableComment operation) {
        tables.comment(operation);
        return schema;
    }

    @Override
    public WorkingSchema addColumn(AddColumn operation) {
        columns.add(operation);
        return schema;
    }

    @Override
    public WorkingSchema dropColumn(DropColumn operation) {
        columns.drop(operation);
        return schema;
    }

    @Override
    public WorkingSchema alterColumn(AlterColumn operation) {
        columns.alter(operation);
        return schema;
    }

    @Override
    public WorkingSchema createIndex(CreateIndex operation) {
        indexes.create(operation);
        return schema;
    }

    @Override
    public WorkingSchema dropIndex(DropIndex operation) {
        indexes.drop(operation);
        return schema;
    }

    @Override
    public WorkingSchema renameIndex(RenameIndex operation) {
        indexes.rename(operation);
        return schema;
    }

    @Override
    public WorkingSchema addConstraint(AddConstraint operation) {
        constraints.add(operation);
        return schema;
    }

    @Override
    public WorkingSchema dropConstraint(DropConstraint operation) {
        constraints.drop(operation);
        return schema;
    }

    @Override
    public WorkingSchema renameConstraint(RenameConstraint operation) {
        constraints.rename(operation);
        return schema;
    }

    @Override
    public WorkingSchema validateConstraint(ValidateConstraint operation) {
        constraints.validate(operation);
        return schema;
    }

    @Override
    public WorkingSchema createEnum(CreateEnum operation) {
        enums.create(operation);
        return schema;
    }

    @Override
    public WorkingSchema dropEnum(DropEnum operation) {
        enums.drop(operation);
        return schema;
    }

    @Override
    public WorkingSchema addEnumValue(AddEnumValue operation) {
        enums.add(operation);
        return schema;
    }

    @Override
    public WorkingSchema renameEnum(RenameEnum operation) {
        enums.rename(operation);
        return schema;
    }

    @Override
    public WorkingSchema reorderEnumValues(ReorderEnumValues operation) {
        enums.reorder(operation);
        return schema;
    }

    @Override
    public WorkingSchema renameEnumValue(RenameEnumValue operation) {
        enums.renameValue(operation);
        return schema;
    }

    @Override
    public WorkingSchema dropEnumValue(DropEnumValue operation) {
        enums.dropValue(operation);
        return schema;
    }

    @Override
    public WorkingSchema batchAlterTable(BatchAlterTable operation) {
        operation.changes().forEach(change -> change.accept(this));
        return schema;
    }

    @Override
    public WorkingSchema checkInverse(CheckInverse operation) {
        return schema;
    }

    @Override
    public WorkingSchema insertRows(InsertRows operation) {
        rows.insert(operation);
        return schema;
    }

    @Override
    public WorkingSchema updateRows(UpdateRows operation) {
        rows.update(operation);
        return schema;
    }

    @Override
    public WorkingSchema deleteRows(DeleteRows operation) {
        rows.delete(operation);
        return schema;
    }

    @Override
    public WorkingSchema objectOperation(ObjectOperation operation) {
        return operation.accept(objects);
    }

    @Override
    public WorkingSchema work(Work operation) {
        return operation.accept(work);
    }
}
