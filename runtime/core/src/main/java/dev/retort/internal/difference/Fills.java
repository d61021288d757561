package dev.retort.internal.difference;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.error.Suggestion;
import dev.retort.internal.operation.AddColumn;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.Change;
import dev.retort.internal.operation.ColumnChange;
import dev.retort.internal.operation.Condition;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.SqlExpression;
import dev.retort.internal.operation.UpdateRows;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The values that rows get which are there, in columns that must have one from now on and have no default. */
final class Fills {

    private final Map<String, String> values;
    private final Schema reached;
    private final DifferenceRules rules;

    /**
     * @param values by {@code table.column}
     * @param reached after all of the changes
     */
    Fills(Map<String, String> values, Schema reached, DifferenceRules rules) {
        this.values = values;
        this.reached = reached;
        this.rules = rules;
    }

    /** @throws RetortException of the kind USAGE where a column is named that needs none */
    List<SchemaChange> in(List<SchemaChange> changes) {
        TreeSet<String> needy = new TreeSet<>();
        List<SchemaChange> filled = new ArrayList<>();
        for (SchemaChange change : changes) {
            String column = change.about().path();
            if (!isNeedy(change.operation())) {
                filled.add(change);
                continue;
            }
            needy.add(column);
            Optional.ofNullable(values.get(column))
                    .map(value -> filled(change.operation(), value))
                    .orElse(List.of(change.operation()))
                    .forEach(operation -> filled.add(new SchemaChange(operation, change.about(), change.losesData())));
        }
        List<Problem> problems = values.keySet().stream()
                .filter(name -> !needy.contains(name))
                .map(name -> Problem.of("Nothing is to be filled in \"" + name
                                + "\": it is no column that must have a value from now on and has no default.")
                        .withHint(hint(name, needy)))
                .toList();
        if (!problems.isEmpty()) {
            throw new RetortException(RetortException.Kind.USAGE, problems);
        }
        return filled;
    }

    private static String hint(String name, TreeSet<String> needy) {
        return Suggestion.didYouMean(name, needy)
                .orElse(needy.isEmpty() ? "There is none." : "There is: " + String.join(", ", needy) + ".");
    }

    /** Whether it fails for rows that have no value. */
    static boolean isNeedy(Operation operation) {
        if (operation instanceof AddColumn add) {
            return lacksValue(add.column());
        }
        return operation instanceof AlterColumn alter
                && Boolean.FALSE.equals(alter.to().nullable());
    }

    private static boolean lacksValue(Column column) {
        return !column.nullable()
                && column.defaultValue() == null
                && column.generated() == null
                && column.identity() == null
                && !ColumnType.isSerial(column.type());
    }

    private List<Operation> filled(Operation operation, String value) {
        return operation instanceof AddColumn add ? added(add, value) : altered((AlterColumn) operation, value);
    }

    /** Databases give a new column its default without writing the rows again, and need no second step for it. */
    private List<Operation> added(AddColumn add, String text) {
        Column column = add.column();
        DefaultValue value = value(column.type(), text);
        AddColumn filled = new AddColumn(
                add.table(), column.withDefault(value), add.constraints(), add.index(), add.ifNotExists(), add.place());
        return List.of(filled, new AlterColumn(add.table(), column.name(), defaulting(null), defaulting(value)));
    }

    private static ColumnChange defaulting(@Nullable DefaultValue value) {
        return new ColumnChange(null, null, null, new Change<>(value), null, null);
    }

    private List<Operation> altered(AlterColumn alter, String text) {
        DefaultValue value = value(type(alter.table(), alter.column()), text);
        Object set;
        if (value instanceof DefaultValue.Literal literal) {
            set = literal.value();
        } else {
            set = new SqlExpression(((DefaultValue.Expression) value).sql());
        }
        return List.of(
                new UpdateRows(
                        alter.table(),
                        new Condition.Matches(Collections.singletonMap(alter.column(), null)),
                        Map.of(alter.column(), set)),
                alter);
    }

    private ColumnType type(QualifiedName table, String column) {
        return reached.table(table).stream()
                .flatMap(found -> found.columns().stream())
                .filter(each -> rules.folding().same(each.name(), column))
                .map(Column::type)
                .findFirst()
                .orElse(ColumnType.Simple.TEXT);
    }

    private DefaultValue value(ColumnType type, String text) {
        return type.accept(new FilledValue(text, rules));
    }
}
