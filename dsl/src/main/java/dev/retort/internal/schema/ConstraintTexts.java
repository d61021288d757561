package dev.retort.internal.schema;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A constraint with its columns and its texts put into another form. What it refers to in another table stays.
 *
 * @param column the form of the name of a column of its own table
 * @param sql the form of a condition
 * @param element the form of what an exclusion is over: a column's name, or SQL
 */
public record ConstraintTexts(UnaryOperator<String> column, UnaryOperator<String> sql, UnaryOperator<String> element)
        implements Constraint.Visitor<Constraint> {

    private List<String> columns(List<String> names) {
        return names.stream().map(column).toList();
    }

    private @Nullable String sqlOrNull(@Nullable String text) {
        return text == null ? null : sql.apply(text);
    }

    @Override
    public Constraint primaryKey(Constraint.PrimaryKey key) {
        return new Constraint.PrimaryKey(
                key.name(), columns(key.columns()), key.deferral(), key.onConflict(), key.index());
    }

    @Override
    public Constraint foreignKey(Constraint.ForeignKey key) {
        return new Constraint.ForeignKey(
                key.name(),
                columns(key.columns()),
                key.referencedTable(),
                key.referencedColumns(),
                key.onDelete(),
                key.onUpdate(),
                key.match(),
                key.deferral(),
                key.notValid(),
                columns(key.onDeleteColumns()),
                key.notEnforced());
    }

    @Override
    public Constraint unique(Constraint.Unique key) {
        return new Constraint.Unique(
                key.name(),
                columns(key.columns()),
                key.deferral(),
                key.nullsNotDistinct(),
                key.onConflict(),
                key.index());
    }

    @Override
    public Constraint check(Constraint.Check check) {
        return new Constraint.Check(
                check.name(), sql.apply(check.condition()), check.notValid(), check.noInherit(), check.notEnforced());
    }

    @Override
    public Constraint exclude(Constraint.Exclude exclude) {
        return new Constraint.Exclude(
                exclude.name(),
                exclude.elements().stream()
                        .map(each -> new Constraint.Exclude.Element(
                                element.apply(each.expression()), each.operator(), each.operatorClass()))
                        .toList(),
                exclude.using(),
                sqlOrNull(exclude.where()),
                exclude.deferral(),
                exclude.index());
    }
}
