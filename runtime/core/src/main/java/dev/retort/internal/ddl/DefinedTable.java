package dev.retort.internal.ddl;

import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * The definition of a table.
 *
 * @param constraints those that are not part of a column's definition
 */
public record DefinedTable(
        QualifiedName name,
        List<DefinedColumn> columns,
        List<Constraint> constraints,
        Table.Options options,
        boolean ifNotExists) {

    public DefinedTable {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
    }

    /** All constraints, those of the columns first. */
    public List<Constraint> allConstraints() {
        List<Constraint> all = new ArrayList<>();
        columns.forEach(column -> all.addAll(column.constraints()));
        all.addAll(constraints);
        return List.copyOf(all);
    }

    public Table table() {
        List<Column> plain = columns.stream().map(DefinedColumn::column).toList();
        return table(plain);
    }

    /** The same with other columns. */
    public Table table(List<Column> others) {
        return new Table(name, others, allConstraints(), List.of(), null, options);
    }
}
