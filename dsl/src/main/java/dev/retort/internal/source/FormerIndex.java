package dev.retort.internal.source;

import dev.retort.internal.operation.DropIndex;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.QualifiedName;
import java.util.Objects;

/** Writes an index that is dropped, with what it was. */
final class FormerIndex {

    private final DropIndex operation;
    private final ScriptNames names;

    FormerIndex(DropIndex operation, ScriptNames names) {
        this.operation = operation;
        this.names = names;
    }

    Statement write(Surroundings around) {
        QualifiedName table = operation.table();
        ArgumentList arguments = new ArgumentList("dropIndex");
        if (table == null) {
            around.outsideBatch("dropIndex without its table");
            arguments.add(names.ofIndex(operation.index()));
        } else if (Objects.equals(table.schema(), operation.index().schema())) {
            around.ofTable(arguments.add(names.ofIndex(operation.index().name())), table);
        } else {
            throw new OperationNotWritable("A script cannot drop the index \"" + operation.index()
                    + "\" of a table in another schema, \"" + table + "\".");
        }
        around.concurrently(arguments, operation.concurrently());
        arguments.flag("ifExists", operation.ifExists()).flag("cascade", operation.cascade());
        Index was = operation.was();
        if (was != null) {
            NameText.requireSame(operation.index().name(), was.name());
            NameText.requireSame(String.valueOf(table), was.table().toString());
            IndexWriter writer = new IndexWriter(was, names);
            arguments.option("was", Code.list(writer.elements()));
            writer.options(arguments);
        }
        return arguments.statement();
    }
}
