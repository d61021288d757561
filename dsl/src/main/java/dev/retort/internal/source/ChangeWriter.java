package dev.retort.internal.source;

import dev.retort.internal.operation.AddColumn;
import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.AddEnumValue;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.AttachPartition;
import dev.retort.internal.operation.BatchAlterTable;
import dev.retort.internal.operation.CheckInverse;
import dev.retort.internal.operation.ColumnPlace;
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
    private final @Nullable QualifiedName batch;

    ChangeWriter(ScriptNames names) {
        this(names, null);
    }

    /** @param batch the table whose batch the statements are in; null outside of one */
    private ChangeWriter(ScriptNames names, @Nullable QualifiedName batch) {
        this.names = names;
        this.batch = batch;
    }

    /** Names the table, which is not named inside of its batch. */
    ArgumentList ofTable(ArgumentList arguments, QualifiedName table) {
        if (batch == null) {
            return arguments.text(NameText.of(table));
        } else if (!batch.equals(table)) {
            throw new OperationNotWritable(
                    "A script cannot change \"" + table + "\" in the batch of \"" + batch + "\".");
        }
        return arguments;
    }

    private ArgumentList of(String verb, QualifiedName name) {
        outsideBatch(verb);
        return new ArgumentList(verb).text(NameText.of(name));
    }

    void outsideBatch(String verb) {
        if (batch != null) {
            throw new OperationNotWritable("A script cannot say " + verb + " in the batch of \"" + batch + "\".");
        }
    }

    @Override
    public Statement createTable(CreateTable operation) {
        Table table = operation.table();
        ArgumentList arguments = of("createTable", table.name()).flag("ifNotExists", operation.ifNotExists());
        TableWriter writer = new TableWriter(table, names);
        writer.options(arguments);
        return arguments.statement(writer.body());
    }

    @Override
    public Statement dropTable(DropTable operation) {
        ArgumentList arguments = of("dropTable", operation.table())
                .flag("ifExists", operation.ifExists())
                .flag("cascade", operation.cascade());
        Table was = operation.was();
        if (was == null) {
            return arguments.statement();
        }
        requireSame(operation.table(), was.name());
        TableWriter writer = new TableWriter(was, names);
        writer.options(arguments);
        return arguments.statement(writer.body());
    }

    /** What was has the name of what is dropped. */
    static void requireSame(Object dropped, Object was) {
        if (!dropped.equals(was)) {
            throw new OperationNotWritable("A script cannot drop \"" + dropped + "\" as what was \"" + was + "\".");
        }
    }

    @Override
    public Statement renameTable(RenameTable operation) {
        return of("renameTable", operation.table())
                .text(NameText.own(operation.newName()))
                .statement();
    }

    @Override
    public Statement attachPartition(AttachPartition operation) {
        return of("attachPartition", operation.table())
                .text(NameText.beside(operation.table().schema(), operation.partition()))
                .option("forValues", TableWriter.forValues(operation.forValues()))
                .statement();
    }

    @Override
    public Statement detachPartition(DetachPartition operation) {
        return of("detachPartition", operation.table())
                .text(NameText.beside(operation.table().schema(), operation.partition()))
                .flag("concurrently", operation.concurrently())
                .option("was", operation.was())
                .statement();
    }

    @Override
    public Statement addColumn(AddColumn operation) {
        ArgumentList arguments = ofTable(new ArgumentList("addColumn"), operation.table());
        new AddedColumn(operation, names).write(arguments);
        return place(arguments.flag("ifNotExists", operation.ifNotExists()), operation.place())
                .statement();
    }

    ArgumentList place(ArgumentList arguments, @Nullable ColumnPlace place) {
        if (place == null) {
            return arguments;
        } else if (batch == null) {
            throw new OperationNotWritable("A script can say where a column is only in a batchAlterTable.");
        }
        return arguments.option(
                place.side() == ColumnPlace.Side.BEFORE ? "before" : "after", NameText.plain(place.neighbour()));
    }

    @Override
    public Statement dropColumn(DropColumn operation) {
        ArgumentList arguments = ofTable(new ArgumentList("dropColumn"), operation.table())
                .text(NameText.plain(operation.column()))
                .flag("ifExists", operation.ifExists())
                .flag("cascade", operation.cascade());
        if (operation.was() != null) {
            requireSame(operation.column(), operation.was().name());
            ColumnWriter.existing(arguments, operation.was());
        }
        return arguments.statement();
    }

    @Override
    public Statement alterColumn(AlterColumn operation) {
        return new AlteredColumn(operation, names).write(this);
    }

    @Override
    public Statement createIndex(CreateIndex operation) {
        Index index = operation.index();
        IndexWriter writer = new IndexWriter(index, names);
        ArgumentList arguments = ofTable(
                        new ArgumentList("createIndex").add(names.ofIndex(index.name())), index.table())
                .add(Code.list(writer.elements()));
        writer.options(arguments);
        concurrently(arguments, operation.concurrently());
        return arguments.flag("ifNotExists", operation.ifNotExists()).statement();
    }

    void concurrently(ArgumentList arguments, boolean concurrently) {
        if (concurrently) {
            outsideBatch("concurrently");
        }
        arguments.flag("concurrently", concurrently);
    }

    @Override
    public Statement dropIndex(DropIndex operation) {
        return new DroppedIndex(operation, names).write(this);
    }

    @Override
    public Statement renameIndex(RenameIndex operation) {
        return of("renameIndex", operation.index())
                .text(NameText.own(operation.newName()))
                .statement();
    }

    @Override
    public Statement addConstraint(AddConstraint operation) {
        return operation.constraint().accept(new AddedConstraint(this, operation.table(), names));
    }

    @Override
    public Statement dropConstraint(DropConstraint operation) {
        return new DroppedConstraint(operation, names).write(this);
    }

    @Override
    public Statement renameConstraint(RenameConstraint operation) {
        return ofTable(new ArgumentList("renameConstraint"), operation.table())
                .text(NameText.plain(operation.constraint()))
                .text(NameText.plain(operation.newName()))
                .statement();
    }

    @Override
    public Statement validateConstraint(ValidateConstraint operation) {
        return ofTable(new ArgumentList("validateConstraint"), operation.table())
                .text(NameText.plain(operation.constraint()))
                .statement();
    }

    @Override
    public Statement setTableComment(SetTableComment operation) {
        ArgumentList arguments = ofTable(new ArgumentList(operation.verb()), operation.table());
        if (operation.comment() != null) {
            arguments.text(operation.comment());
        }
        return arguments.option("existingComment", operation.was()).statement();
    }

    @Override
    public Statement createEnum(CreateEnum operation) {
        return of("createEnum", operation.name())
                .add(TypeWords.values(operation.name(), operation.values()))
                .flag("ifNotExists", operation.ifNotExists())
                .statement();
    }

    @Override
    public Statement dropEnum(DropEnum operation) {
        ArgumentList arguments = of("dropEnum", operation.name())
                .flag("ifExists", operation.ifExists())
                .flag("cascade", operation.cascade());
        if (operation.was() != null) {
            arguments.option("was", TypeWords.oldValues(operation.name(), operation.was()));
        }
        return arguments.statement();
    }

    @Override
    public Statement addEnumValue(AddEnumValue operation) {
        ArgumentList arguments = of("addEnumValue", operation.name()).text(operation.value());
        return arguments
                .neighbours(operation.value(), operation.before(), operation.after())
                .flag("ifNotExists", operation.ifNotExists())
                .statement();
    }

    @Override
    public Statement renameEnum(RenameEnum operation) {
        return of("renameEnum", operation.name())
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
        return of("enumValues", operation.name())
                .add(TypeWords.values(operation.name(), operation.values()))
                .option("was", TypeWords.oldValues(operation.name(), operation.was()))
                .statement();
    }

    @Override
    public Statement renameEnumValue(RenameEnumValue operation) {
        if (operation.value().equals(operation.newValue())) {
            throw new OperationNotWritable("A script cannot rename the value \"" + operation.value() + "\" to itself.");
        }
        return of("renameEnumValue", operation.name())
                .text(operation.value())
                .text(operation.newValue())
                .statement();
    }

    @Override
    public Statement dropEnumValue(DropEnumValue operation) {
        ArgumentList arguments = of("dropEnumValue", operation.name())
                .text(operation.value())
                .option("replaceWith", operation.replaceWith());
        return arguments
                .neighbours(operation.value(), operation.before(), operation.after())
                .statement();
    }

    @Override
    public Statement batchAlterTable(BatchAlterTable operation) {
        ArgumentList arguments = of("batchAlterTable", operation.table());
        if (operation.recreate() != BatchAlterTable.Recreate.AUTO) {
            arguments.option("recreate", operation.recreate().name().toLowerCase(Locale.ROOT));
        }
        if (operation.changes().isEmpty()) {
            throw new OperationNotWritable(
                    "A script cannot say a batch of \"" + operation.table() + "\" without changes.");
        }
        ChangeWriter inside = new ChangeWriter(names, operation.table());
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
        outsideBatch("table");
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
        outsideBatch(operation.verb());
        return operation.accept(ObjectWriter.WORDS);
    }

    @Override
    public Statement work(Work operation) {
        outsideBatch(operation.verb());
        return operation.accept(WorkWriter.WORDS);
    }
}
