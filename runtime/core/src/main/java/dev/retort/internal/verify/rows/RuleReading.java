package dev.retort.internal.verify.rows;

import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Constraint.ForeignKey;
import dev.retort.internal.schema.Index;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Sorts the constraints and the unique indexes of a table by what they mean for its rows. */
final class RuleReading implements Constraint.Visitor<Boolean> {

    private final Mentions mentions;
    private final List<String> names;
    private final List<Rule> rules;
    private final List<List<String>> keys;
    private final List<ForeignKey> foreignKeys;

    RuleReading(
            Mentions mentions,
            List<String> names,
            List<Rule> rules,
            List<List<String>> keys,
            List<ForeignKey> foreignKeys) {
        this.mentions = mentions;
        this.names = names;
        this.rules = rules;
        this.keys = keys;
        this.foreignKeys = foreignKeys;
    }

    @Override
    public Boolean primaryKey(Constraint.PrimaryKey constraint) {
        rules.add(rule(constraint, "primary key", constraint.columns()));
        return keys.add(constraint.columns());
    }

    @Override
    public Boolean unique(Constraint.Unique constraint) {
        rules.add(rule(constraint, "unique constraint", constraint.columns()));
        return keys.add(constraint.columns());
    }

    @Override
    public Boolean foreignKey(ForeignKey constraint) {
        rules.add(rule(constraint, "foreign key", constraint.columns()));
        return !constraint.notEnforced() && foreignKeys.add(constraint);
    }

    private static Rule rule(Constraint constraint, String words, List<String> columns) {
        return new Rule(constraint.name(), words, "", new HashSet<>(columns), false);
    }

    @Override
    public Boolean check(Constraint.Check constraint) {
        String condition = constraint.condition();
        return !constraint.notEnforced()
                && rules.add(new Rule(constraint.name(), "check", condition, mentions.columns(condition, names), true));
    }

    @Override
    public Boolean exclude(Constraint.Exclude constraint) {
        String all = constraint.elements().stream()
                .map(Constraint.Exclude.Element::expression)
                .collect(Collectors.joining(", "));
        Set<String> columns = mentions.columns(all, names);
        keys.add(List.copyOf(columns));
        return rules.add(new Rule(constraint.name(), "exclusion constraint", "", columns, false));
    }

    void index(Index index) {
        String where = index.where() == null ? "" : index.where();
        Set<String> columns = new HashSet<>(mentions.columns(where, names));
        Set<String> elements = new HashSet<>();
        for (Index.Element element : index.elements()) {
            if (element instanceof Index.Element.ColumnName column) {
                elements.add(column.name());
            } else if (element instanceof Index.Element.Expression expression) {
                elements.addAll(mentions.columns(expression.sql(), names));
            }
        }
        keys.add(List.copyOf(elements));
        columns.addAll(elements);
        rules.add(new Rule(index.name(), "unique index", "", columns, false));
    }
}
