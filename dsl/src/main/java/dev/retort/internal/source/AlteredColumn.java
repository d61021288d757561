package dev.retort.internal.source;

import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.ColumnChange;
import dev.retort.internal.schema.ColumnType;
import org.jspecify.annotations.Nullable;

/** Writes how a column changes, with what it was. */
final class AlteredColumn {

    private final AlterColumn operation;
    private final ScriptNames names;

    AlteredColumn(AlterColumn operation, ScriptNames names) {
        this.operation = operation;
        this.names = names;
    }

    Statement write(Surroundings around) {
        ColumnChange to = operation.to();
        if (isRename()) {
            names.declare(String.valueOf(to.newName()));
            return around.ofTable(new ArgumentList("renameColumn"), operation.table())
                    .text(NameText.plain(operation.column()))
                    .text(NameText.plain(String.valueOf(to.newName())))
                    .statement();
        }
        check();
        ArgumentList arguments = around.ofTable(new ArgumentList("alterColumn"), operation.table())
                .text(NameText.plain(operation.column()))
                .option("newColumnName", to.newName());
        type(arguments, "type", to.type());
        ColumnWriter.textChange(arguments, "collation", to.collation());
        arguments.sql("using", to.using()).choice("nullable", to.nullable());
        ColumnWriter.defaultChange(arguments, "default", to.defaultValue());
        ColumnWriter.identityChange(arguments, "identity", to.identity());
        ColumnWriter.textChange(arguments, "comment", to.comment());
        arguments.option("views", operation.recreateViews() ? "recreate" : null);
        existing(arguments, operation.from());
        return around.place(arguments, operation.place()).statement();
    }

    private static void existing(ArgumentList arguments, ColumnChange from) {
        type(arguments, "existingType", from.type());
        ColumnWriter.textChange(arguments, "existingCollation", from.collation());
        arguments.sql("existingUsing", from.using()).choice("existingNullable", from.nullable());
        ColumnWriter.defaultChange(arguments, "existingDefault", from.defaultValue());
        ColumnWriter.identityChange(arguments, "existingIdentity", from.identity());
        ColumnWriter.textChange(arguments, "existingComment", from.comment());
    }

    private static void type(ArgumentList arguments, String name, @Nullable ColumnType type) {
        if (type != null) {
            arguments.option(name, TypeWords.of(type));
        }
    }

    private boolean isRename() {
        String newName = operation.to().newName();
        return newName != null
                && operation.equals(new AlterColumn(
                        operation.table(), operation.column(), ColumnChange.rename(newName), ColumnChange.NONE));
    }

    private void check() {
        ColumnChange to = operation.to();
        boolean partsOfType = to.using() != null || to.collation() != null || operation.recreateViews();
        if (to.equals(ColumnChange.NONE) && operation.place() == null) {
            throw new OperationNotWritable("A script cannot alter nothing of \"" + operation.column() + "\".");
        } else if (to.type() == null ? partsOfType : ColumnType.isSerial(to.type())) {
            throw new OperationNotWritable("A script cannot make the column \"" + operation.column()
                    + "\" serial, and say using, collation or views only with its type.");
        } else if (operation.from().newName() != null) {
            throw new OperationNotWritable("A script cannot say another old name of \"" + operation.column() + "\".");
        }
        if (to.newName() != null) {
            names.declare(to.newName());
        }
        ColumnWriter.check(
                operation.column(),
                to.type() != null ? to.type() : operation.from().type(),
                to.defaultValue() == null ? null : to.defaultValue().to());
    }
}
