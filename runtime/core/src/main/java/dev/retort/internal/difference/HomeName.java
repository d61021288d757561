package dev.retort.internal.difference;

import dev.retort.internal.fold.FoldingRules;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;

/** A name without a schema, where it is said beside one of a schema: there it would be taken for one of that. */
public final class HomeName {

    private HomeName() {}

    /** The name as it has to be said beside the other one. */
    public static QualifiedName beside(QualifiedName other, QualifiedName name, FoldingRules rules) {
        return other.schema() != null && name.schema() == null ? new QualifiedName(rules.home(), name.name()) : name;
    }

    /** The table with the names of those that it is a part of or inherits from as they have to be said. */
    static Table in(Table table, FoldingRules rules) {
        Table.Options options = table.options();
        Table.PartitionOf partition = options.partitionOf();
        Table.Options inheriting = options.withInherits(options.inherits().stream()
                .map(parent -> beside(table.name(), parent, rules))
                .toList());
        return table.withOptions(
                partition == null
                        ? inheriting
                        : inheriting.withPartitionOf(new Table.PartitionOf(
                                beside(table.name(), partition.table(), rules), partition.forValues())));
    }
}
