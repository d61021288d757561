package dev.retort.script;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AddEnumValue;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AttachPartition;
import dev.retort.operation.Backfill;
import dev.retort.operation.BatchAlterTable;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.CheckInverse;
import dev.retort.operation.ConstraintKind;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DeleteRows;
import dev.retort.operation.DetachPartition;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropEnum;
import dev.retort.operation.DropEnumValue;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropTable;
import dev.retort.operation.Execute;
import dev.retort.operation.ExecuteFile;
import dev.retort.operation.InsertRows;
import dev.retort.operation.ObjectOperation;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameConstraint;
import dev.retort.operation.RenameEnum;
import dev.retort.operation.RenameEnumValue;
import dev.retort.operation.RenameIndex;
import dev.retort.operation.RenameTable;
import dev.retort.operation.ReorderEnumValues;
import dev.retort.operation.SetTableComment;
import dev.retort.operation.UpdateRows;
import dev.retort.operation.ValidateConstraint;

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
