package dev.retort.internal.source;

import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.Storage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what an index is over, and how it is kept. */
final class IndexWriter {

    private final Index index;
    private final List<Code> elements = new ArrayList<>();
    private final Set<String> columns = new HashSet<>();
    private final Map<String, String> operatorClasses = new LinkedHashMap<>();
    private final Map<String, String> collations = new LinkedHashMap<>();
    private final Map<String, String> orders = new LinkedHashMap<>();

    IndexWriter(Index index, ScriptNames names) {
        this.index = index;
        for (Index.Element element : index.elements()) {
            if (element instanceof Index.Element.ColumnName column) {
                names.check("an index of " + index.table(), List.of(column.name()), true);
                column(column);
            } else if (element instanceof Index.Element.Expression expression) {
                elements.add(ValueWords.sql(expression.sql()));
            }
        }
        if (elements.isEmpty()) {
            throw new OperationNotWritable("A script cannot say an index over nothing: \"" + index.name() + "\".");
        }
    }

    private void column(Index.Element.ColumnName column) {
        elements.add(Code.text(GroovyText.text(column.name())));
        boolean again = !columns.add(column.name());
        if (again && !column.equals(new Index.Element.ColumnName(column.name()))) {
            throw new OperationNotWritable("A script cannot say how the index \"" + index.name()
                    + "\" has the column \"" + column.name() + "\" a second time.");
        }
        put(operatorClasses, column.name(), column.operatorClass());
        put(collations, column.name(), column.collation());
        put(orders, column.name(), column.order());
    }

    private static void put(Map<String, String> all, String column, @Nullable String words) {
        if (words != null) {
            all.put(column, words);
        }
    }

    /** Columns and expressions. */
    List<Code> elements() {
        return elements;
    }

    void options(ArgumentList arguments) {
        arguments
                .flag("unique", index.unique())
                .option("using", index.method())
                .pairs("ops", operatorClasses)
                .pairs("collation", collations)
                .pairs("order", orders)
                .names("include", index.include())
                .sql("where", index.where())
                .flag("nullsNotDistinct", index.nullsNotDistinct());
        storage(arguments, index.storage());
    }

    /** How a table or an index is stored. */
    static void storage(ArgumentList arguments, @Nullable Storage storage) {
        if (storage != null) {
            arguments.pairs("with", storage.parameters()).option("tablespace", storage.tablespace());
        }
    }
}
