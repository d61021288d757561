package dev.retort.internal.operation;

/** One change of a database, as a value: what is to be done, not how a database spells it. */
public sealed interface Operation
        permits AddColumn,
                AddConstraint,
                AddEnumValue,
                AlterColumn,
                AttachPartition,
                BatchAlterTable,
                CheckInverse,
                CreateEnum,
                CreateIndex,
                CreateTable,
                DeleteRows,
                DetachPartition,
                DropColumn,
                DropConstraint,
                DropEnum,
                DropEnumValue,
                DropIndex,
                DropTable,
                InsertRows,
                ObjectOperation,
                RenameConstraint,
                RenameEnum,
                RenameEnumValue,
                RenameIndex,
                RenameTable,
                ReorderEnumValues,
                SetTableComment,
                UpdateRows,
                ValidateConstraint,
                Work {

    /** What undoes it, or why nothing can. */
    Inverse inverse();

    /** The same without what was before, which only its inverse needs to know. */
    default Operation withoutFormer() {
        return this;
    }

    <R> R accept(Visitor<R> visitor);

    /** Whether a script may go by the number of rows that it changes. */
    default boolean countsRows() {
        return false;
    }

    /** The verb that it is written with: that of its own name, unless it says otherwise. */
    default String verb() {
        String name = getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** One method an operation; the compiler finds the forgotten one. */
    interface Visitor<R> {
        R createTable(CreateTable operation);

        R dropTable(DropTable operation);

        R renameTable(RenameTable operation);

        R attachPartition(AttachPartition operation);

        R detachPartition(DetachPartition operation);

        R addColumn(AddColumn operation);

        R dropColumn(DropColumn operation);

        R alterColumn(AlterColumn operation);

        R createIndex(CreateIndex operation);

        R dropIndex(DropIndex operation);

        R renameIndex(RenameIndex operation);

        R addConstraint(AddConstraint operation);

        R dropConstraint(DropConstraint operation);

        R renameConstraint(RenameConstraint operation);

        R validateConstraint(ValidateConstraint operation);

        R setTableComment(SetTableComment operation);

        R createEnum(CreateEnum operation);

        R dropEnum(DropEnum operation);

        /** The operation has a visitor of its own. */
        R objectOperation(ObjectOperation operation);

        R addEnumValue(AddEnumValue operation);

        R renameEnum(RenameEnum operation);

        R reorderEnumValues(ReorderEnumValues operation);

        R renameEnumValue(RenameEnumValue operation);

        R dropEnumValue(DropEnumValue operation);

        R batchAlterTable(BatchAlterTable operation);

        R checkInverse(CheckInverse operation);

        R insertRows(InsertRows operation);

        R updateRows(UpdateRows operation);

        R deleteRows(DeleteRows operation);

        /** The operation has a visitor of its own. */
        R work(Work operation);
    }
}
