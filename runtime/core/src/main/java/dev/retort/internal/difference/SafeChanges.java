package dev.retort.internal.difference;

import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.Backfill;
import dev.retort.internal.operation.ColumnChange;
import dev.retort.internal.operation.Condition;
import dev.retort.internal.operation.ConstraintKind;
import dev.retort.internal.operation.CreateIndex;
import dev.retort.internal.operation.DropConstraint;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.SqlExpression;
import dev.retort.internal.operation.UpdateRows;
import dev.retort.internal.operation.ValidateConstraint;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The same changes in two steps, for a database that is in use: what looks at every row of a table that is there is put off
 * to the second one, where it keeps nobody from the table. What changes from then on is checked from the first one on.
 */
final class SafeChanges {

    /** Rows that are set in one transaction, as many as the language itself takes. */
    private static final int BATCH = 1000;

    private final Schema from;
    private final DifferenceRules rules;
    private final List<SchemaChange> first = new ArrayList<>();
    private final List<SchemaChange> second = new ArrayList<>();
    private final Map<QualifiedName, Map<String, @Nullable Object>> fills = new LinkedHashMap<>();

    private SafeChanges(Schema from, DifferenceRules rules) {
        this.from = from;
        this.rules = rules;
    }

    /** One list or two, in their order. */
    static List<List<SchemaChange>> of(List<SchemaChange> changes, Schema from, DifferenceRules rules) {
        if (!rules.checksApart()) {
            return List.of(changes);
        }
        SafeChanges safe = new SafeChanges(from, rules);
        changes.forEach(safe::add);
        List<SchemaChange> fills = new ArrayList<>();
        safe.fills.forEach((table, values) ->
                fills.add(new SchemaChange(safe.fill(table, values), ObjectName.of(ObjectKind.TABLE, table), false)));
        safe.second.addAll(0, fills);
        return safe.second.isEmpty() ? List.of(safe.first) : List.of(safe.first, safe.second);
    }

    private void add(SchemaChange change) {
        Operation operation = change.operation();
        if (operation instanceof AddConstraint add && isThere(add.table()) && isChecked(add.constraint())) {
            put(first, change, new AddConstraint(add.table(), add.constraint().notValidated()));
            put(
                    second,
                    change,
                    new ValidateConstraint(
                            add.table(), String.valueOf(add.constraint().name())));
        } else if (operation instanceof CreateIndex create
                && isThere(create.index().table())) {
            put(second, change, new CreateIndex(create.index(), true, create.ifNotExists()));
        } else if (operation instanceof UpdateRows update) {
            fills.computeIfAbsent(update.table(), table -> new LinkedHashMap<>())
                    .putAll(update.values());
        } else if (operation instanceof AlterColumn alter
                && Boolean.FALSE.equals(alter.to().nullable())) {
            notNull(change, alter);
        } else {
            first.add(change);
        }
    }

    /** Those of one table together: a row that got one value only would break the checks of the others. */
    private Operation fill(QualifiedName table, Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> set = new LinkedHashMap<>();
        values.forEach((column, value) -> set.put(column, values.size() == 1 ? value : unlessThere(column, value)));
        Condition lacking = values.size() == 1
                ? new Condition.Matches(
                        Collections.singletonMap(values.keySet().iterator().next(), null))
                : new Condition.Sql(
                        values.keySet().stream()
                                .map(column -> rules.folding().quote(column) + " IS NULL")
                                .collect(Collectors.joining(" OR ")),
                        Map.of());
        boolean keyed = from.table(table).stream()
                .flatMap(found -> found.constraints().stream())
                .anyMatch(Constraint.PrimaryKey.class::isInstance);
        return keyed
                ? new Backfill(
                        table,
                        new Backfill.Assignments.Values(set),
                        lacking,
                        Map.of(),
                        new Backfill.Batches(List.of(), BATCH, Duration.ZERO),
                        new Backfill.WayBack(null))
                : new UpdateRows(table, lacking, set);
    }

    private SqlExpression unlessThere(String column, @Nullable Object value) {
        String text = value instanceof SqlExpression sql ? sql.sql() : rules.literal(Objects.requireNonNull(value));
        return new SqlExpression("coalesce(" + rules.folding().quote(column) + ", " + text + ")");
    }

    private boolean isThere(QualifiedName table) {
        return from.table(table).isPresent();
    }

    private static boolean isChecked(Constraint constraint) {
        boolean named = constraint.name() != null;
        return named && (constraint instanceof Constraint.ForeignKey || constraint instanceof Constraint.Check);
    }

    /** The server takes a check that was validated for the proof, and reads no row when the column is changed. */
    private void notNull(SchemaChange change, AlterColumn alter) {
        Constraint check = new Constraint.Check(
                "ck_" + alter.table().name() + "_" + alter.column() + "_not_null",
                rules.folding().quote(alter.column()) + " IS NOT NULL",
                true);
        ColumnChange rest = alter.to().withNullable(null);
        if (!rest.equals(ColumnChange.NONE)) {
            put(first, change, with(alter, rest, alter.from().withNullable(null)));
        }
        put(first, change, new AddConstraint(alter.table(), check));
        put(second, change, new ValidateConstraint(alter.table(), String.valueOf(check.name())));
        put(second, change, with(alter, nullable(false), nullable(true)));
        put(
                second,
                change,
                new DropConstraint(
                        String.valueOf(check.name()),
                        alter.table(),
                        ConstraintKind.CHECK,
                        false,
                        false,
                        check.validated()));
    }

    private static ColumnChange nullable(@Nullable Boolean nullable) {
        return ColumnChange.NONE.withNullable(nullable);
    }

    private static AlterColumn with(AlterColumn alter, ColumnChange to, ColumnChange from) {
        boolean views = alter.recreateViews() && to.type() != null;
        return new AlterColumn(alter.table(), alter.column(), to, from, alter.place(), views);
    }

    private static void put(List<SchemaChange> changes, SchemaChange original, Operation operation) {
        ObjectName about = original.about();
        changes.add(new SchemaChange(operation, about, original.losesData()));
    }
}
