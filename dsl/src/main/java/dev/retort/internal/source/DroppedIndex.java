package dev.retort.internal.source;

import dev.retort.internal.operation.DropIndex;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.QualifiedName;
import java.util.Objects;

/** Writes an index that is dropped, with what it was. */
final class DroppedIndex {

    private final DropIndex operation;
    private final ScriptNames names;

    DroppedIndex(DropIndex operation, ScriptNames names) {
        this.operation = operation;
        this.names = names;
    }

    Statement write(ChangeWriter changes) {
        QualifiedName table = operation.table();
        ArgumentList arguments = new ArgumentList("dropIndex");
        if (table == null) {
            changes.outsideBatch("dropIndex without its table");
            arguments.add(names.ofIndex(operation.index()));
        } else if (Objects.equals(table.schema(), operation.index().schema())) {
            changes.ofTable(arguments.add(names.ofIndex(operation.index().name())), table);
        } else {
            throw new OperationNotWritable("A script cannot drop the index \"" + operation.index()
                    + "\" of a table in another schema, \"" + table + "\".");
        }
        changes.concurrently(arguments, operation.concurrently());
        arguments.flag("ifExists", operation.ifExists()).flag("cascade", operation.cascade());
        Index was = operation.was();
        if (was != null) {
            ChangeWriter.requireSame(operation.index().name(), was.name());
            ChangeWriter.requireSame(String.valueOf(table), was.table().toString());
            IndexWriter writer = new IndexWriter(was, names);
            arguments.option("was", Code.list(writer.elements()));
            writer.options(arguments);
        }
        return arguments.statement();
    }
}
