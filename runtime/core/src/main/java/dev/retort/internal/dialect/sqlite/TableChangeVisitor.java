package dev.retort.internal.dialect.sqlite;

import dev.retort.RetortException;
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
import dev.retort.internal.operation.DropTable;
import dev.retort.internal.operation.InsertRows;
import dev.retort.internal.operation.ObjectOperation;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RenameConstraint;
import dev.retort.internal.operation.RenameEnum;
import dev.retort.internal.operation.RenameEnumValue;
import dev.retort.internal.operation.RenameTable;
import dev.retort.internal.operation.ReorderEnumValues;
import dev.retort.internal.operation.SetTableComment;
import dev.retort.internal.operation.UpdateRows;
import dev.retort.internal.operation.ValidateConstraint;
import dev.retort.internal.operation.Work;
import dev.retort.internal.schema.QualifiedName;
import java.util.function.Supplier;

/** The operations that change a given table; the others have no place among such changes. */
abstract class TableChangeVisitor<R> implements Operation.Visitor<R> {

    final ShadowSchema scratch;
    final String table;

    TableChangeVisitor(ShadowSchema scratch, String table) {
        this.scratch = scratch;
        this.table = table;
    }

    abstract R addColumnHere(AddColumn operation);

    abstract R dropColumnHere(DropColumn operation);

    abstract R alterColumnHere(AlterColumn operation);

    abstract R addConstraintHere(AddConstraint operation);

    abstract R dropConstraintHere(DropConstraint operation);

    abstract R renameConstraintHere(RenameConstraint operation);

    abstract R validateConstraintHere(ValidateConstraint operation);

    abstract R createIndexHere(CreateIndex operation);

    abstract R nothing();

    @Override
    public final R addColumn(AddColumn operation) {
        return here(operation.table(), () -> addColumnHere(operation));
    }

    @Override
    public final R dropColumn(DropColumn operation) {
        return here(operation.table(), () -> dropColumnHere(operation));
    }

    @Override
    public final R alterColumn(AlterColumn operation) {
        return here(operation.table(), () -> alterColumnHere(operation));
    }

    @Override
    public final R addConstraint(AddConstraint operation) {
        return here(operation.table(), () -> addConstraintHere(operation));
    }

    @Override
    public final R dropConstraint(DropConstraint operation) {
        return here(operation.table(), () -> dropConstraintHere(operation));
    }

    @Override
    public final R renameConstraint(RenameConstraint operation) {
        return here(operation.table(), () -> renameConstraintHere(operation));
    }

    @Override
    public final R validateConstraint(ValidateConstraint operation) {
        return here(operation.table(), () -> validateConstraintHere(operation));
    }

    @Override
    public final R createIndex(CreateIndex operation) {
        return here(operation.index().table(), () -> createIndexHere(operation));
    }

    @Override
    public final R setTableComment(SetTableComment operation) {
        return here(operation.table(), () -> nothing());
    }

    @Override
    public final R createEnum(CreateEnum operation) {
        return nothing();
    }

    @Override
    public final R dropEnum(DropEnum operation) {
        return nothing();
    }

    @Override
    public final R addEnumValue(AddEnumValue operation) {
        throw elsewhere("addEnumValue");
    }

    @Override
    public final R renameEnum(RenameEnum operation) {
        throw elsewhere("renameEnum");
    }

    @Override
    public final R reorderEnumValues(ReorderEnumValues operation) {
        throw elsewhere("enumValues");
    }

    @Override
    public final R renameEnumValue(RenameEnumValue operation) {
        throw elsewhere("renameEnumValue");
    }

    @Override
    public final R dropEnumValue(DropEnumValue operation) {
        throw elsewhere("dropEnumValue");
    }

    @Override
    public final R createTable(CreateTable operation) {
        throw elsewhere("createTable");
    }

    @Override
    public final R dropTable(DropTable operation) {
        throw elsewhere("dropTable");
    }

    @Override
    public final R renameTable(RenameTable operation) {
        throw elsewhere("renameTable");
    }

    @Override
    public final R objectOperation(ObjectOperation operation) {
        throw elsewhere("an operation on another object");
    }

    @Override
    public final R attachPartition(AttachPartition operation) {
        throw elsewhere("attachPartition");
    }

    @Override
    public final R detachPartition(DetachPartition operation) {
        throw elsewhere("detachPartition");
    }

    @Override
    public final R batchAlterTable(BatchAlterTable operation) {
        throw elsewhere("batchAlterTable");
    }

    @Override
    public final R checkInverse(CheckInverse operation) {
        throw elsewhere("a check");
    }

    @Override
    public final R insertRows(InsertRows operation) {
        throw elsewhere("insert");
    }

    @Override
    public final R updateRows(UpdateRows operation) {
        throw elsewhere("update");
    }

    @Override
    public final R deleteRows(DeleteRows operation) {
        throw elsewhere("delete");
    }

    @Override
    public final R work(Work operation) {
        throw elsewhere(operation.verb());
    }

    private R here(QualifiedName name, Supplier<R> change) {
        if (!Names.same(Names.unqualified(name), table)) {
            throw Refusal.of("A batch for the table \"" + table + "\" cannot change the table \"" + name + "\".");
        }
        return change.get();
    }

    private RetortException elsewhere(String verb) {
        return Refusal.of(
                "A batch for the table \"" + table + "\" changes that table only; " + verb + " has no place in it.",
                "Write it before or after the batch.");
    }
}
