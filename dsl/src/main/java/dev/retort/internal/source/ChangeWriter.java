package dev.retort.internal.source;

import dev.retort.internal.operation.AddColumn;
import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.AddEnumValue;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.AttachPartition;
import dev.retort.internal.operation.BatchAlterTable;
import dev.retort.internal.operation.CheckInverse;
import dev.retort.internal.operation.Condition;
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
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes each operation as the statement that asks for it. */
final class ChangeWriter implements Operation.Visitor<Statement> {

    private final ScriptNames names;
    private final Surroundings around;

    ChangeWriter(ScriptNames names, Surroundings around) {
        this.names = names;
        this.around = around;
    }

    @Override
    public Statement createTable(CreateTable operation) {
        Table table = operation.table();
        ArgumentList arguments = around.of("createTable", table.name()).flag("ifNotExists", operation.ifNotExists());
        TableWriter writer = new TableWriter(table, names);
        writer.options(arguments);
        return arguments.statement(writer.body());
    }

    @Override
    public Statement dropTable(DropTable operation) {
        ArgumentList arguments = around.of("dropTable", operation.table())
                .flag("ifExists", operation.ifExists())
                .flag("cascade", operation.cascade());
        Table was = operation.was();
        if (was == null) {
            return arguments.statement();
        }
        NameText.requireSame(operation.table(), was.name());
        TableWriter writer = new TableWriter(was, names);
        writer.options(arguments);
        return arguments.statement(writer.body());
    }

    @Override
    public Statement renameTable(RenameTable operation) {
        return around.of("renameTable", operation.table())
                .text(NameText.own(operation.newName()))
                .statement();
    }

    @Override
    public Statement attachPartition(AttachPartition operation) {
        return around.of("attachPartition", operation.table())
                .text(NameText.beside(operation.table().schema(), operation.partition()))
                .option("forValues", TableWriter.forValues(operation.forValues()))
                .statement();
    }

    @Override
    public Statement detachPartition(DetachPartition operation) {
        return around.of("detachPartition", operation.table())
                .text(NameText.beside(operation.table().schema(), operation.partition()))
                .flag("concurrently", operation.concurrently())
                .option("was", operation.was())
                .statement();
    }

    @Override
    public Statement addColumn(AddColumn operation) {
        ArgumentList arguments = around.ofTable(new ArgumentList("addColumn"), operation.table());
        new AddedColumn(operation, names).write(arguments);
        return around.place(arguments.flag("ifNotExists", operation.ifNotExists()), operation.place())
                .statement();
    }

    @Override
    public Statement dropColumn(DropColumn operation) {
        ArgumentList arguments = around.ofTable(new ArgumentList("dropColumn"), operation.table())
                .text(NameText.plain(operation.column()))
                .flag("ifExists", operation.ifExists())
                .flag("cascade", operation.cascade());
        if (operation.was() != null) {
            NameText.requireSame(operation.column(), operation.was().name());
            ColumnWriter.existing(arguments, operation.was());
        }
        return arguments.statement();
    }

    @Override
    public Statement alterColumn(AlterColumn operation) {
        return new AlteredColumn(operation, names).write(around);
    }

    @Override
    public Statement createIndex(CreateIndex operation) {
        Index index = operation.index();
        IndexWriter writer = new IndexWriter(index, names);
        ArgumentList arguments = around.ofTable(
                        new ArgumentList("createIndex").add(names.ofIndex(index.name())), index.table())
                .add(Code.list(writer.elements()));
        writer.options(arguments);
        around.concurrently(arguments, operation.concurrently());
        return arguments.flag("ifNotExists", operation.ifNotExists()).statement();
    }

    @Override
    public Statement dropIndex(DropIndex operation) {
        return new FormerIndex(operation, names).write(around);
    }

    @Override
    public Statement renameIndex(RenameIndex operation) {
        return around.of("renameIndex", operation.index())
                .text(NameText.own(operation.newName()))
                .statement();
    }

    @Override
    public Statement addConstraint(AddConstraint operation) {
        return operation.constraint().accept(new AddedConstraint(around, operation.table(), names));
    }

    @Override
    public Statement dropConstraint(DropConstraint operation) {
        return new FormerConstraint(operation, names).write(around);
    }

    @Override
    public Statement renameConstraint(RenameConstraint operation) {
        return around.ofTable(new ArgumentList("renameConstraint"), operation.table())
                .text(NameText.plain(operation.constraint()))
                .text(NameText.plain(operation.newName()))
                .statement();
    }

    @Override
    public Statement validateConstraint(ValidateConstraint operation) {
        return around.ofTable(new ArgumentList("validateConstraint"), operation.table())
                .text(NameText.plain(operation.constraint()))
                .statement();
    }

    @Override
    public Statement setTableComment(SetTableComment operation) {
        ArgumentList arguments = around.ofTable(new ArgumentList(operation.verb()), operation.table());
        if (operation.comment() != null) {
            arguments.text(operation.comment());
        }
        return arguments.option("existingComment", operation.was()).statement();
    }

    @Override
    public Statement createEnum(CreateEnum operation) {
        return around.of("createEnum", operation.name())
                .add(TypeWords.values(operation.name(), operation.values()))
                .flag("ifNotExists", operation.ifNotExists())
                .statement();
    }

    @Override
    public Statement dropEnum(DropEnum operation) {
        ArgumentList arguments = around.of("dropEnum", operation.name())
                .flag("ifExists", operation.ifExists())
                .flag("cascade", operation.cascade());
        if (operation.was() != null) {
            arguments.option("was", TypeWords.oldValues(operation.name(), operation.was()));
        }
        return arguments.statement();
    }

    @Override
    public Statement addEnumValue(AddEnumValue operation) {
        ArgumentList arguments = around.of("addEnumValue", operation.name()).text(operation.value());
        return arguments
                .neighbours(operation.value(), operation.before(), operation.after())
                .flag("ifNotExists", operation.ifNotExists())
                .statement();
    }

    @Override
    public Statement renameEnum(RenameEnum operation) {
        return around.of("renameEnum", operation.name())
                .text(NameText.own(operation.newName()))
                .statement();
    }

    @Override
    public Statement reorderEnumValues(ReorderEnumValues operation) {
        boolean reorders = !operation.values().equals(operation.was())
                && new HashSet<>(operation.values()).equals(new HashSet<>(operation.was()));
        if (!reorders) {
            throw new OperationNotWritable(
                    "A script cannot reorder the values of \"" + operation.name() + "\" into others, or the same.");
        }
        return around.of("enumValues", operation.name())
                .add(TypeWords.values(operation.name(), operation.values()))
                .option("was", TypeWords.oldValues(operation.name(), operation.was()))
                .statement();
    }

    @Override
    public Statement renameEnumValue(RenameEnumValue operation) {
        if (operation.value().equals(operation.newValue())) {
            throw new OperationNotWritable("A script cannot rename the value \"" + operation.value() + "\" to itself.");
        }
        return around.of("renameEnumValue", operation.name())
                .text(operation.value())
                .text(operation.newValue())
                .statement();
    }

    @Override
    public Statement dropEnumValue(DropEnumValue operation) {
        ArgumentList arguments = around.of("dropEnumValue", operation.name())
                .text(operation.value())
                .option("replaceWith", operation.replaceWith());
        return arguments
                .neighbours(operation.value(), operation.before(), operation.after())
                .statement();
    }

    @Override
    public Statement batchAlterTable(BatchAlterTable operation) {
        ArgumentList arguments = around.of("batchAlterTable", operation.table());
        if (operation.recreate() != BatchAlterTable.Recreate.AUTO) {
            arguments.option("recreate", operation.recreate().name().toLowerCase(Locale.ROOT));
        }
        if (operation.changes().isEmpty()) {
            throw new OperationNotWritable(
                    "A script cannot say a batch of \"" + operation.table() + "\" without changes.");
        }
        ChangeWriter inside = new ChangeWriter(names, Surroundings.batchOf(operation.table()));
        List<Statement> body = new ArrayList<>();
        operation.changes().forEach(change -> body.add(change.accept(inside)));
        return arguments.statement(body);
    }

    @Override
    public Statement checkInverse(CheckInverse operation) {
        throw new OperationNotWritable("A script cannot ask for the check of an inverse; change makes it by itself.");
    }

    @Override
    public Statement insertRows(InsertRows operation) {
        if (operation.rows().size() != 1 || operation.rows().get(0).isEmpty()) {
            throw new OperationNotWritable("A script can insert one row at a time into \"" + operation.table()
                    + "\", and many with bulkInsert.");
        }
        return new Statement.Chain(List.of(
                rowsOf(operation.table()),
                Code.call("insert", ValueWords.entries(operation.rows().get(0)))));
    }

    private Code rowsOf(QualifiedName table) {
        around.outsideBatch("table");
        return Code.call("table", List.of(Code.text(GroovyText.text(NameText.of(table)))));
    }

    @Override
    public Statement updateRows(UpdateRows operation) {
        if (operation.values().isEmpty()) {
            throw new OperationNotWritable("A script cannot set nothing of the rows of \"" + operation.table() + "\".");
        }
        return rows(operation.table(), operation.where(), Code.call("update", ValueWords.entries(operation.values())));
    }

    @Override
    public Statement deleteRows(DeleteRows operation) {
        return rows(operation.table(), operation.where(), Code.text("delete()"));
    }

    private Statement rows(QualifiedName table, @Nullable Condition where, Code last) {
        List<Code> calls = new ArrayList<>(List.of(rowsOf(table)));
        if (where != null) {
            calls.add(Code.call("where", WorkWriter.condition(where)));
        }
        calls.add(last);
        return new Statement.Chain(calls);
    }

    @Override
    public Statement objectOperation(ObjectOperation operation) {
        around.outsideBatch(operation.verb());
        return operation.accept(ObjectWriter.WORDS);
    }

    @Override
    public Statement work(Work operation) {
        around.outsideBatch(operation.verb());
        return operation.accept(WorkWriter.WORDS);
    }
}
