package dev.retort.internal.ddl;

import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

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

    /** The columns of the primary key; empty where there is none. */
    public List<String> key() {
        return allConstraints().stream()
                .filter(Constraint.PrimaryKey.class::isInstance)
                .map(constraint -> constraint.accept(Constraint.COLUMNS))
                .findFirst()
                .orElse(List.of());
    }

    /** @param notNull which columns hold no nulls, whatever else is said of them */
    public Table table(Predicate<DefinedColumn> notNull) {
        List<Column> plain = columns.stream()
                .map(column -> notNull.test(column) ? column.column().withNullable(false) : column.column())
                .toList();
        return new Table(name, plain, allConstraints(), List.of(), null, options);
    }
}
