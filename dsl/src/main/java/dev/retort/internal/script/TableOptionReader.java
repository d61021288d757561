package dev.retort.internal.script;

import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is said of a table as a whole. */
final class TableOptionReader {

    private TableOptionReader() {}

    static Table.Options options(QualifiedName table, Options options) {
        String onCommit = Keywords.onCommit(options.text("onCommit"));
        boolean temporary = options.flag("temporary");
        if (onCommit != null && !temporary) {
            throw new Refusal(
                    "Table \"" + table + "\" says onCommit:, but only a temporary table can.", "Add temporary: true.");
        }
        List<QualifiedName> inherits = options.names("inherits").stream()
                .map(name -> NameReader.qualified("an inherited table", name, table.schema()))
                .toList();
        return new Table.Options(
                options.flag("strict"),
                options.flag("withoutRowid"),
                temporary,
                options.flag("unlogged"),
                onCommit,
                options.text("partitionBy"),
                partitionOf(table, options),
                inherits,
                options.storage());
    }

    private static Table.@Nullable PartitionOf partitionOf(QualifiedName table, Options options) {
        String parent = options.text("partitionOf");
        String forValues = options.text("forValues");
        if (parent == null && forValues != null) {
            throw new Refusal(
                    "Table \"" + table + "\" says forValues: without partitionOf:.", "Name the table it is a part of.");
        }
        return parent == null
                ? null
                : new Table.PartitionOf(
                        NameReader.qualified("the partitioned table", parent, table.schema()),
                        Columns.forValues(table, forValues));
    }
}
