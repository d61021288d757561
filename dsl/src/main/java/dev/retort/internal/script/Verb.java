package dev.retort.internal.script;

import dev.retort.internal.operation.AddColumn;
import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.AddEnumValue;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.AttachPartition;
import dev.retort.internal.operation.Backfill;
import dev.retort.internal.operation.BatchAlterTable;
import dev.retort.internal.operation.BulkInsert;
import dev.retort.internal.operation.CheckInverse;
import dev.retort.internal.operation.ConstraintKind;
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
import dev.retort.internal.operation.Execute;
import dev.retort.internal.operation.ExecuteFile;
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

/** The word an operation is written with. */
final class Verb implements Operation.Visitor<String> {

    static String of(Operation operation) {
        return operation.accept(new Verb());
    }

    @Override
    public String createTable(CreateTable operation) {
        return "createTable";
    }

    @Override
    public String dropTable(DropTable operation) {
        return "dropTable";
    }

    @Override
    public String renameTable(RenameTable operation) {
        return "renameTable";
    }

    @Override
    public String attachPartition(AttachPartition operation) {
        return "attachPartition";
    }

    @Override
    public String detachPartition(DetachPartition operation) {
        return "detachPartition";
    }

    @Override
    public String addColumn(AddColumn operation) {
        return "addColumn";
    }

    @Override
    public String dropColumn(DropColumn operation) {
        return "dropColumn";
    }

    @Override
    public String alterColumn(AlterColumn operation) {
        return "alterColumn";
    }

    @Override
    public String createIndex(CreateIndex operation) {
        return "createIndex";
    }

    @Override
    public String dropIndex(DropIndex operation) {
        return "dropIndex";
    }

    @Override
    public String renameIndex(RenameIndex operation) {
        return "renameIndex";
    }

    @Override
    public String addConstraint(AddConstraint operation) {
        return switch (operation.constraint().accept(ConstraintKind.OF)) {
            case PRIMARY_KEY -> "createPrimaryKey";
            case FOREIGN_KEY -> "createForeignKey";
            case UNIQUE -> "createUniqueConstraint";
            case CHECK -> "createCheckConstraint";
            case EXCLUDE -> "createExcludeConstraint";
        };
    }

    @Override
    public String dropConstraint(DropConstraint operation) {
        return "dropConstraint";
    }

    @Override
    public String renameConstraint(RenameConstraint operation) {
        return "renameConstraint";
    }

    @Override
    public String validateConstraint(ValidateConstraint operation) {
        return "validateConstraint";
    }

    @Override
    public String setTableComment(SetTableComment operation) {
        return operation.comment() == null ? "dropTableComment" : "createTableComment";
    }

    @Override
    public String createEnum(CreateEnum operation) {
        return "createEnum";
    }

    @Override
    public String dropEnum(DropEnum operation) {
        return "dropEnum";
    }

    @Override
    public String objectOperation(ObjectOperation operation) {
        return operation.accept(new ObjectVerb());
    }

    @Override
    public String addEnumValue(AddEnumValue operation) {
        return "addEnumValue";
    }

    @Override
    public String renameEnum(RenameEnum operation) {
        return "renameEnum";
    }

    @Override
    public String reorderEnumValues(ReorderEnumValues operation) {
        return "enumValues";
    }

    @Override
    public String renameEnumValue(RenameEnumValue operation) {
        return "renameEnumValue";
    }

    @Override
    public String dropEnumValue(DropEnumValue operation) {
        return "dropEnumValue";
    }

    @Override
    public String batchAlterTable(BatchAlterTable operation) {
        return "batchAlterTable";
    }

    @Override
    public String checkInverse(CheckInverse operation) {
        return of(operation.operation());
    }

    @Override
    public String execute(Execute operation) {
        return "execute";
    }

    @Override
    public String executeFile(ExecuteFile operation) {
        return "executeFile";
    }

    @Override
    public String bulkInsert(BulkInsert operation) {
        return "bulkInsert";
    }

    @Override
    public String insertRows(InsertRows operation) {
        return "insert";
    }

    @Override
    public String updateRows(UpdateRows operation) {
        return "update";
    }

    @Override
    public String deleteRows(DeleteRows operation) {
        return "delete";
    }

    @Override
    public String backfill(Backfill operation) {
        return "backfill";
    }
}
