package dev.retort.internal.verify.rows;

import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.RowTrials.Refusal;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.verify.rows.PlanBuilder.Request;
import dev.retort.internal.verify.rows.RowFilling.Unfilled;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Goes through the tables of one database, each after those that its rows refer to. */
final class DatabaseFilling {

    /** An ordinary one, and the one with as little as can be. */
    private static final int USUAL_ROWS = 2;

    /** With so many, each table has those odd values that show most. */
    private static final int ENOUGH_ROWS = 5;

    private final Trials trials;
    private final Dialect dialect;
    private final TableShapes shapes;
    private final RowCounts counts;
    private final PlanBuilder builder;
    private final TableFilling filling;
    private final CycleFilling cycles;
    private final SelfReferences selfReferences;
    private final Map<QualifiedName, Integer> present = new LinkedHashMap<>();
    private final Set<QualifiedName> begun = new HashSet<>();
    private final Map<QualifiedName, String> reasons = new LinkedHashMap<>();

    DatabaseFilling(Trials trials, Dialect dialect, Schema schema, RandomGenerator random) {
        this.trials = trials;
        this.dialect = dialect;
        KnownTypes types = new KnownTypes(schema, dialect.spelling());
        this.shapes = new TableShapes(schema, dialect.spelling(), types);
        this.counts = new RowCounts(trials, dialect);
        Parents parents = new Parents(trials, schema, dialect);
        this.selfReferences = new SelfReferences(trials, dialect, parents);
        this.builder = new PlanBuilder(
                new ColumnValues(trials, dialect, types, random.nextLong()),
                parents,
                new Partitions(trials, dialect),
                new Solver(trials, dialect, random));
        this.filling = new TableFilling(trials, dialect, random);
        this.cycles = new CycleFilling(trials, dialect, builder, parents, random);
    }

    List<Unfilled> fill(int rows) throws SQLException {
        List<TableShape> all = shapes.all();
        present.putAll(counts.of(
                all, all.stream().mapToInt(shape -> wanted(shape, rows)).max().orElse(rows)));
        List<TableShape> missing =
                all.stream().filter(shape -> count(shape) < wanted(shape, rows)).toList();
        missing.stream()
                .filter(shape -> count(shape) == 0)
                .map(TableShape::name)
                .forEach(begun::add);
        List<FillOrder.Step> steps = FillOrder.of(missing, shapes::entrance);
        for (FillOrder.Step step : steps) {
            fill(step, rows);
        }
        for (FillOrder.Step step : steps) {
            for (TableShape shape : step.tables()) {
                fill(shape, wanted(shape, rows));
            }
        }
        for (TableShape shape : all) {
            selfReferences.add(shape, shapes::entrance);
        }
        List<Unfilled> unfilled = new ArrayList<>();
        for (TableShape shape : all) {
            if (count(shape) == 0) {
                unfilled.add(new Unfilled(shape.name(), reasons.getOrDefault(shape.name(), "No row was taken.")));
            }
        }
        return unfilled;
    }

    /** Values that are endless have rows of their own, so that no other odd value is left out for them. */
    private int wanted(TableShape shape, int rows) {
        return rows < ENOUGH_ROWS
                ? rows
                : rows
                        + shape.cells().stream()
                                .filter(cell -> !cell.generated())
                                .mapToInt(cell ->
                                        dialect.samples().endless(cell.type()).size())
                                .max()
                                .orElse(0);
    }

    private int count(TableShape shape) {
        return present.getOrDefault(shape.name(), 0);
    }

    private void fill(FillOrder.Step step, int rows) throws SQLException {
        boolean empty = step.tables().stream().anyMatch(shape -> count(shape) == 0);
        if (!step.inner().isEmpty() && empty) {
            together(step);
        } else if (step.inner().isEmpty()) {
            // Some are left for when there is more to refer to.
            TableShape shape = step.tables().get(0);
            fill(shape, step.again() ? (rows + 1) / 2 : wanted(shape, rows));
        }
    }

    private void together(FillOrder.Step step) throws SQLException {
        try {
            Optional<Refusal> refused = cycles.fill(step, shapes::entrance);
            for (TableShape shape : step.tables()) {
                refused.ifPresentOrElse(
                        last -> reasons.put(shape.name(), Reasons.sentence(shape, last)),
                        () -> present.merge(shape.name(), 1, Integer::sum));
                number(shape);
            }
        } catch (NoRow e) {
            step.tables().forEach(shape -> reasons.put(shape.name(), e.sentence()));
        }
        trials.commit();
    }

    private void fill(TableShape shape, int rows) throws SQLException {
        int have = count(shape);
        if (have >= rows) {
            return;
        }
        try {
            List<Component> components = builder.build(new Request(shape, List.of(), Set.of(), have + 1L));
            if (begun.contains(shape.name()) || have >= ENOUGH_ROWS) {
                components.forEach(each -> each.goOnAfter(have - USUAL_ROWS));
            }
            TableFilling.Filled filled = filling.fill(shape, components, have, rows);
            Refusal last = filled.last();
            if (last != null) {
                reasons.put(shape.name(), Reasons.sentence(shape, last));
            }
            if (components.stream().anyMatch(each -> isNumbered(shape, each))) {
                number(shape);
            }
            Optional<Refusal> refused = trials.commit();
            refused.ifPresentOrElse(
                    late -> reasons.put(shape.name(), Reasons.sentence(shape, late)),
                    () -> present.put(shape.name(), have + filled.rows()));
        } catch (NoRow e) {
            trials.commit();
            reasons.put(shape.name(), e.sentence());
        }
    }

    private static boolean isNumbered(TableShape shape, Component component) {
        return shape.cells().stream()
                .anyMatch(cell -> cell.numbered() && component.columns().contains(cell.name()));
    }

    /** Lets the database go on after the numbers that rows have brought along. */
    private void number(TableShape shape) throws SQLException {
        List<String> columns = shape.cells().stream()
                .filter(TableCell::numbered)
                .map(TableCell::name)
                .toList();
        if (!columns.isEmpty()) {
            var statement = dialect.loading().numbering(shape.name(), columns);
            if (statement.isPresent()) {
                trials.run(List.of(statement.get().sql()));
            }
        }
    }
}
