package dev.retort.internal.verify.rows;

import dev.retort.internal.schema.Constraint.ForeignKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Puts together what the columns of a table may have, and finds out what they may have together. */
final class PlanBuilder {

    private final ColumnValues values;
    private final Parents parents;
    private final Partitions partitions;
    private final Solver solver;

    PlanBuilder(ColumnValues values, Parents parents, Partitions partitions, Solver solver) {
        this.values = values;
        this.parents = parents;
        this.partitions = partitions;
        this.solver = solver;
    }

    /**
     * What is asked for beside the table.
     *
     * @param open foreign keys whose values come later
     * @param known columns whose values must be known, though the database would number them
     * @param first the number that counting begins with
     */
    record Request(TableShape shape, List<ForeignKey> open, Set<String> known, long first) {}

    /**
     * The components of the rows of a table.
     *
     * @throws NoRow where there can be none
     */
    List<Component> build(Request request) throws SQLException, NoRow {
        TableShape shape = request.shape();
        List<Relation> relations = new ArrayList<>();
        Set<String> nulled = new HashSet<>();
        for (ForeignKey key : shape.foreignKeys()) {
            if (!request.open().contains(key)) {
                relate(shape, key, relations, nulled);
            }
        }
        Set<String> covered = new HashSet<>();
        relations.forEach(relation -> covered.addAll(relation.columns()));
        List<Rule> conditions = Stream.concat(
                        shape.rules().stream().filter(Rule::condition), partitions.rule(shape).stream())
                .map(rule -> spread(shape, rule))
                .toList();
        for (TableCell cell : shape.cells()) {
            if (nulled.contains(cell.name())) {
                relations.add(Relation.of(cell.name(), List.of(Relation.NULL), 1));
            } else if (!covered.contains(cell.name()) && isGiven(request, cell, conditions)) {
                relations.add(single(request, cell, conditions));
            }
        }
        return components(shape, relations, conditions);
    }

    /** With the columns that those are computed from which it names. */
    private static Rule spread(TableShape shape, Rule rule) {
        Set<String> columns = new LinkedHashSet<>(rule.columns());
        for (TableCell cell : shape.cells()) {
            if (cell.generated() && rule.columns().contains(cell.name())) {
                shape.cells().stream()
                        .filter(other -> !other.generated())
                        .map(TableCell::name)
                        .filter(name -> expression(cell).contains(name))
                        .forEach(columns::add);
            }
        }
        return new Rule(rule.name(), rule.words(), rule.sql(), columns, true);
    }

    private static String expression(TableCell cell) {
        return cell.column().generated() == null
                ? ""
                : cell.column().generated().expression();
    }

    /**
     * A column that the database numbers is given only where somebody must know its value, or where a revision may bring
     * rows with the first numbers.
     */
    private static boolean isGiven(Request request, TableCell cell, List<Rule> conditions) {
        if (cell.generated()) {
            return false;
        }
        return !cell.numbered()
                || (request.shape().isKey(cell) && cell.takesNumbers())
                || request.known().contains(cell.name())
                || conditions.stream().anyMatch(rule -> rule.columns().contains(cell.name()));
    }

    private Relation single(Request request, TableCell cell, List<Rule> conditions) throws SQLException, NoRow {
        TableShape shape = request.shape();
        List<String> expressions = new ArrayList<>();
        conditions.stream()
                .filter(rule -> rule.columns().contains(cell.name()))
                .map(Rule::sql)
                .forEach(expressions::add);
        boolean free = expressions.isEmpty() && !request.known().contains(cell.name());
        Relation relation = values.relation(shape, cell, expressions, request.first(), free);
        if (!relation.tuples().isEmpty()) {
            return relation;
        } else if (!cell.hasDefault()) {
            throw NoRow.withoutValue(cell, ColumnValues.name(cell.type()));
        }
        return Relation.of(cell.name(), List.of(Relation.LEFT_OUT), 1);
    }

    private void relate(TableShape shape, ForeignKey key, List<Relation> relations, Set<String> nulled)
            throws SQLException, NoRow {
        List<List<String>> rows = parents.rows(key);
        if (rows.isEmpty()) {
            if (!shape.isOptional(key)) {
                throw NoRow.withoutParent(key);
            }
            key.columns().stream().filter(shape::isNullable).forEach(nulled::add);
            return;
        }
        List<List<String>> tuples = new ArrayList<>(rows);
        if (shape.isOptional(key)) {
            boolean whole = key.columns().stream().allMatch(shape::isNullable);
            rows.stream()
                    .limit(whole ? 1 : rows.size())
                    .map(row -> withoutParent(shape, key, row))
                    .distinct()
                    .forEach(tuples::add);
        }
        relations.add(new Relation(key.columns(), tuples, rows.size()));
    }

    private static List<String> withoutParent(TableShape shape, ForeignKey key, List<String> row) {
        List<String> tuple = new ArrayList<>(row);
        for (int i = 0; i < tuple.size(); i++) {
            if (shape.isNullable(key.columns().get(i))) {
                tuple.set(i, Relation.NULL);
            }
        }
        return tuple;
    }

    /** Joins what shares a column or a condition. */
    private List<Component> components(TableShape shape, List<Relation> relations, List<Rule> conditions)
            throws SQLException {
        List<Component> components = new ArrayList<>();
        List<Relation> left = new ArrayList<>(relations);
        while (!left.isEmpty()) {
            Set<String> columns = new LinkedHashSet<>(left.get(0).columns());
            int before;
            do {
                before = columns.size();
                left.stream()
                        .filter(each -> meets(columns, each.columns()))
                        .forEach(each -> columns.addAll(each.columns()));
                conditions.stream()
                        .filter(each -> meets(columns, each.columns()))
                        .forEach(each -> columns.addAll(each.columns()));
            } while (columns.size() > before);
            List<Relation> own =
                    left.stream().filter(each -> meets(columns, each.columns())).toList();
            left.removeAll(own);
            List<Rule> held = conditions.stream()
                    .filter(each -> meets(columns, each.columns()))
                    .toList();
            components.add(component(shape, own, held));
        }
        return components;
    }

    private static boolean meets(Set<String> columns, Collection<String> others) {
        return others.stream().anyMatch(columns::contains);
    }

    private Component component(TableShape shape, List<Relation> relations, List<Rule> conditions) throws SQLException {
        Set<String> columns = new LinkedHashSet<>();
        relations.forEach(relation -> columns.addAll(relation.columns()));
        boolean unique = shape.keys().stream().anyMatch(key -> meets(columns, key));
        if (relations.size() == 1 && conditions.isEmpty()) {
            return Component.of(relations.get(0), unique);
        }
        List<Map<String, String>> solved = solver.solve(shape, relations, conditions);
        if (!solved.isEmpty()) {
            return solved(columns, relations, solved, unique);
        }
        return new Component(columns, unsolved(relations), 1, unique);
    }

    /** Those of ordinary values alone come first. */
    private static Component solved(
            Set<String> columns, List<Relation> relations, List<Map<String, String>> solved, boolean unique) {
        List<Map<String, String>> ordinary = new ArrayList<>();
        List<Map<String, String>> odd = new ArrayList<>();
        for (Map<String, String> tuple : solved) {
            boolean all = relations.stream().allMatch(each -> each.isOrdinary(tuple));
            (all ? ordinary : odd).add(tuple);
        }
        List<Map<String, String>> sorted = new ArrayList<>(ordinary);
        sorted.addAll(odd);
        return new Component(columns, sorted, ordinary.size(), unique);
    }

    /** What may be tried though the conditions seem to refuse it: the database then says which of them does. */
    private static List<Map<String, String>> unsolved(List<Relation> relations) {
        List<Map<String, String>> tuples = new ArrayList<>();
        int most =
                relations.stream().mapToInt(each -> each.tuples().size()).max().orElse(0);
        for (int i = 0; i < Math.min(most, 200); i++) {
            Map<String, String> tuple = new LinkedHashMap<>();
            for (int r = 0; r < relations.size(); r++) {
                List<List<String>> own = relations.get(r).tuples();
                int index = (i * (r + 1) + i / Math.max(1, own.size()) * r) % own.size();
                tuple.putAll(Component.tuple(relations.get(r).columns(), own.get(index)));
            }
            tuples.add(tuple);
        }
        return tuples;
    }
}
