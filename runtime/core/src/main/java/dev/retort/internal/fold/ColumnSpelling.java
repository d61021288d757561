package dev.retort.internal.fold;

import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.ConstraintTexts;
import dev.retort.internal.schema.Index;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * The names of columns within constraints and indexes as the table itself has them, where letter case tells no two
 * apart.
 *
 * @param columns of the table
 * @param same whether two names are one
 */
public record ColumnSpelling(List<Column> columns, BiPredicate<String, String> same) {

    public Constraint of(Constraint constraint) {
        return constraint.accept(new ConstraintTexts(this::name, UnaryOperator.identity(), this::name));
    }

    public Index of(Index index) {
        List<Index.Element> elements =
                index.elements().stream().map(this::element).toList();
        return new Index(
                index.name(),
                index.table(),
                elements,
                index.unique(),
                index.method(),
                index.include(),
                index.where(),
                index.nullsNotDistinct(),
                index.storage());
    }

    private Index.Element element(Index.Element element) {
        return element instanceof Index.Element.ColumnName column
                ? new Index.Element.ColumnName(
                        name(column.name()), column.collation(), column.operatorClass(), column.order())
                : element;
    }

    private String name(String name) {
        return columns.stream()
                .map(Column::name)
                .filter(column -> same.test(column, name))
                .findFirst()
                .orElse(name);
    }
}
