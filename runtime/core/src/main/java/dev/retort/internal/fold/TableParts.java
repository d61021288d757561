package dev.retort.internal.fold;

import dev.retort.RetortException;
import dev.retort.internal.operation.ConstraintKind;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The parts of tables, by their names: columns, constraints and indexes. */
final class TableParts {

    private final WorkingSchema schema;

    TableParts(WorkingSchema schema) {
        this.schema = schema;
    }

    // ---- columns ----

    /**
     * The column of a table.
     *
     * @throws RetortException where there is none
     */
    Column column(Table table, String name) {
        return maybeColumn(table, name)
                .orElseThrow(() -> FoldingRefusal.unknown(
                        "column \"" + name + "\" in the table \"" + table.name() + "\"",
                        name,
                        columns(table).stream().map(Column::name).toList()));
    }

    /** One of its own, or one that it inherits. */
    Optional<Column> maybeColumn(Table table, String name) {
        return columns(table).stream()
                .filter(column -> schema.rules.same(column.name(), name))
                .findFirst();
    }

    /** Whether its columns are all that it has: others come from the tables that it is a part of or inherits from. */
    static boolean hasAllColumns(Table table) {
        return table.options().partitionOf() == null
                && table.options().inherits().isEmpty();
    }

    /** All that the table has. */
    List<Column> columns(Table table) {
        return inherited().of(table);
    }

    InheritedColumns inherited() {
        return new InheritedColumns(name -> schema.find(ObjectKind.TABLE, name, Table.class));
    }

    // ---- constraints ----

    /** Whether the database keeps it by an index of the same name. */
    static boolean hasIndex(Constraint constraint) {
        return switch (constraint.accept(ConstraintKind.OF)) {
            case PRIMARY_KEY, UNIQUE, EXCLUDE -> true;
            case FOREIGN_KEY, CHECK -> false;
        };
    }

    boolean isNamed(Constraint constraint, String name) {
        return constraint.name() != null && schema.rules.same(constraint.name(), name);
    }

    /** By the name it has, or by the one that PostgreSQL would give it. */
    Optional<Constraint> maybeConstraint(Table table, String name) {
        Optional<Constraint> named =
                table.constraints().stream().filter(each -> isNamed(each, name)).findFirst();
        if (named.isPresent()) {
            return named;
        }
        Set<String> taken = new HashSet<>();
        for (Constraint constraint : table.constraints()) {
            if (constraint.name() == null) {
                String given = DefaultNames.of(constraint, table, taken, schema.names);
                taken.add(given);
                if (schema.rules.same(given, name)) {
                    return Optional.of(constraint);
                }
            }
        }
        return Optional.empty();
    }

    /** @throws RetortException where there is none */
    Constraint constraint(Table table, String name) {
        return maybeConstraint(table, name).orElseThrow(() -> unknown(table, name));
    }

    private static RetortException unknown(Table table, String name) {
        return FoldingRefusal.unknown(
                "constraint \"" + name + "\" of the table \"" + table.name() + "\"",
                name,
                table.constraints().stream()
                        .map(Constraint::name)
                        .filter(Objects::nonNull)
                        .toList());
    }

    // ---- indexes ----

    static List<String> columns(Index index) {
        return Stream.concat(
                        index.elements().stream()
                                .filter(Index.Element.ColumnName.class::isInstance)
                                .map(element -> ((Index.Element.ColumnName) element).name()),
                        index.include().stream())
                .toList();
    }

    /** Whether the index is over the column, or looks at it. */
    boolean isAbout(Index index, String column) {
        boolean named = columns(index).stream().anyMatch(name -> schema.rules.same(name, column));
        boolean computed = index.elements().stream()
                .filter(Index.Element.Expression.class::isInstance)
                .anyMatch(element -> schema.names.mentions(((Index.Element.Expression) element).sql(), column));
        return named || computed || index.where() != null && schema.names.mentions(index.where(), column);
    }

    boolean has(List<Index> indexes, String name) {
        return indexes.stream().anyMatch(index -> schema.rules.same(index.name(), name));
    }

    /** The constraint that is kept by an index of the name. */
    Optional<Constraint> indexed(Table table, String name) {
        return table.constraints().stream()
                .filter(TableParts::hasIndex)
                .filter(each -> each.name() != null && schema.rules.same(each.name(), name))
                .findFirst();
    }
}
