package dev.retort.internal.source;

import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Deferral;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes what a table is: its options, and what is inside its closure. */
final class TableWriter {

    private final Table table;
    private final ScriptNames names;
    private final Set<String> keyColumns = new HashSet<>();

    TableWriter(Table table, ScriptNames names) {
        this.table = table;
        this.names = names;
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.PrimaryKey key && !keyColumns.addAll(key.columns())) {
                throw new OperationNotWritable("A script cannot give the table \"" + table.name() + "\" two keys.");
            }
        }
    }

    void options(ArgumentList arguments) {
        Table.Options options = table.options();
        arguments
                .flag("temporary", options.temporary())
                .flag("unlogged", options.unlogged())
                .option("onCommit", options.onCommit())
                .flag("strict", options.strict())
                .flag("withoutRowid", options.withoutRowid())
                .option("partitionBy", options.partitionBy());
        if (options.partitionOf() != null) {
            QualifiedName parent = options.partitionOf().table();
            arguments
                    .option("partitionOf", NameText.beside(table.name().schema(), parent))
                    .option("forValues", forValues(options.partitionOf().forValues()));
        }
        arguments.names(
                "inherits",
                options.inherits().stream()
                        .map(parent -> NameText.beside(table.name().schema(), parent))
                        .toList());
        IndexWriter.storage(arguments, options.storage());
        arguments.option("comment", table.comment());
    }

    /** Which rows a partition has, as the language keeps it. */
    static String forValues(String sql) {
        boolean kept = !sql.isBlank() && sql.equals(sql.strip()) && !sql.matches("(?is)FOR\\s+VALUES\\s.*");
        if (!kept) {
            throw new OperationNotWritable("A script cannot keep the rows of a partition as \"" + sql + "\".");
        }
        return sql;
    }

    List<Statement> body() {
        check();
        table.columns().forEach(column -> names.declare(column.name()));
        boolean atColumn = keyIsOfColumn();
        List<Statement> body = new ArrayList<>();
        for (Column column : table.columns()) {
            boolean inKey = keyColumns.contains(column.name());
            ArgumentList arguments = new ArgumentList("column");
            ColumnWriter.named(column).forEach(arguments::add);
            ColumnWriter.options(arguments, column, inKey, inKey && atColumn);
            ColumnWriter.lastOptions(arguments, column, column.onConflict());
            body.add(arguments.statement());
        }
        TableConstraints constraints = new TableConstraints(table, names);
        table.constraints().stream().skip(atColumn ? 1 : 0).forEach(each -> body.add(each.accept(constraints)));
        table.indexes().forEach(index -> body.add(index(index)));
        return body;
    }

    private void check() {
        Table.Options options = table.options();
        boolean partition = options.partitionOf() != null;
        if (partition && !table.columns().isEmpty()) {
            throw new OperationNotWritable(
                    "A script cannot give the partition \"" + table.name() + "\" columns of its own.");
        } else if (!partition && table.columns().isEmpty() && options.inherits().isEmpty()) {
            throw new OperationNotWritable(
                    "A script cannot create the table \"" + table.name() + "\" without columns.");
        } else if (options.onCommit() != null && !options.temporary()) {
            throw new OperationNotWritable(
                    "A script cannot say onCommit of \"" + table.name() + "\", which is not temporary.");
        }
        Set<String> columns = new HashSet<>();
        table.columns().forEach(column -> columns.add(column.name()));
        if (columns.size() < table.columns().size()) {
            throw new OperationNotWritable("A script cannot name a column of \"" + table.name() + "\" twice.");
        }
    }

    /** The usual key: of one column, with nothing to be said of it. */
    private boolean keyIsOfColumn() {
        if (table.constraints().isEmpty()
                || !(table.constraints().get(0) instanceof Constraint.PrimaryKey key)
                || key.columns().size() != 1) {
            return false;
        }
        boolean plain = key.deferral() == Deferral.NOT_DEFERRABLE && key.onConflict() == null && key.index() == null;
        Optional<Column> column = table.columns().stream()
                .filter(each -> each.name().equals(key.columns().get(0)))
                .findFirst();
        return plain
                && column.isPresent()
                && column.get().onConflict() == null
                && (key.name() == null
                        || names.convention().of(table.name(), key, "").equals(Optional.of(key.name())));
    }

    private Statement index(Index index) {
        if (!index.table().equals(table.name())) {
            throw new OperationNotWritable(
                    "A script cannot create the index \"" + index.name() + "\" of another table with this one.");
        }
        IndexWriter writer = new IndexWriter(index, names);
        ArgumentList arguments = new ArgumentList("index");
        writer.elements().forEach(arguments::add);
        names.option(arguments, index);
        writer.options(arguments);
        return arguments.statement();
    }
}
