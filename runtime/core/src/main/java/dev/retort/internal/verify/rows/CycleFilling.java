package dev.retort.internal.verify.rows;

import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.RowTrials.Refusal;
import dev.retort.internal.schema.Constraint.ForeignKey;
import dev.retort.internal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** The first rows of tables that need each other: one of each, all at once. */
final class CycleFilling {

    private static final int TRIES = 40;

    private final Trials trials;
    private final Dialect dialect;
    private final PlanBuilder builder;
    private final Parents parents;
    private final RandomGenerator random;

    CycleFilling(Trials trials, Dialect dialect, PlanBuilder builder, Parents parents, RandomGenerator random) {
        this.trials = trials;
        this.dialect = dialect;
        this.builder = builder;
        this.parents = parents;
        this.random = random;
    }

    /** Why none of them was taken; empty where each of the tables has a row now. */
    Optional<Refusal> fill(FillOrder.Step step, UnaryOperator<QualifiedName> entrance) throws SQLException, NoRow {
        Map<QualifiedName, List<Component>> plans = new LinkedHashMap<>();
        for (TableShape shape : step.tables()) {
            List<ForeignKey> open = step.inner().getOrDefault(shape.name(), List.of());
            plans.put(
                    shape.name(), builder.build(new PlanBuilder.Request(shape, open, known(step, shape, entrance), 1)));
        }
        Optional<Refusal> refused = Optional.empty();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Map<QualifiedName, Map<String, String>> rows = new LinkedHashMap<>();
            for (TableShape shape : step.tables()) {
                rows.put(shape.name(), row(plans.getOrDefault(shape.name(), List.of()), attempt));
            }
            link(step, rows, entrance);
            Inserts inserts = new Inserts(dialect);
            List<String> statements = step.tables().stream()
                    .map(shape -> inserts.insert(shape, List.of(rows.getOrDefault(shape.name(), Map.of()))))
                    .toList();
            refused = trials.run(dialect.trials().together(statements));
            // SQLite looks at foreign keys that wait only now.
            refused = refused.isEmpty() ? trials.commit() : refused;
            if (refused.isEmpty()) {
                return refused;
            }
        }
        return refused;
    }

    /** What others refer to, and what refers to others, within the group. */
    private Set<String> known(FillOrder.Step step, TableShape shape, UnaryOperator<QualifiedName> entrance) {
        Set<String> known = new LinkedHashSet<>();
        step.inner()
                .forEach((table, keys) -> keys.forEach(key -> {
                    if (table.equals(shape.name())) {
                        known.addAll(key.columns());
                    }
                    if (entrance.apply(key.referencedTable()).equals(shape.name())) {
                        known.addAll(parents.columns(key));
                    }
                }));
        return known;
    }

    private Map<String, String> row(List<Component> components, int attempt) {
        Map<String, String> row = new LinkedHashMap<>();
        for (Component component : components) {
            int pick = attempt == 0
                    ? component.ordinary(0)
                    : component.unique() ? component.fresh() : random.nextInt(component.size());
            row.putAll(component.tuple(pick));
        }
        return row;
    }

    /** Gives each foreign key the values of the row that it leads to, until none changes any more. */
    private void link(
            FillOrder.Step step, Map<QualifiedName, Map<String, String>> rows, UnaryOperator<QualifiedName> entrance) {
        for (int round = 0; round <= step.tables().size(); round++) {
            for (Map.Entry<QualifiedName, List<ForeignKey>> each : step.inner().entrySet()) {
                Map<String, String> row = rows.getOrDefault(each.getKey(), Map.of());
                for (ForeignKey key : each.getValue()) {
                    Map<String, String> parent = rows.getOrDefault(entrance.apply(key.referencedTable()), Map.of());
                    List<String> referenced = new ArrayList<>(parents.columns(key));
                    for (int i = 0;
                            i < Math.min(referenced.size(), key.columns().size());
                            i++) {
                        String value = parent.get(referenced.get(i));
                        if (value != null) {
                            row.put(key.columns().get(i), value);
                        }
                    }
                }
            }
        }
    }
}
