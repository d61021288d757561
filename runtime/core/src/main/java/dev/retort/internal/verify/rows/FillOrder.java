package dev.retort.internal.verify.rows;

import dev.retort.internal.schema.Constraint.ForeignKey;
import dev.retort.internal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** In which order tables are filled, so that a row finds those that it refers to. */
final class FillOrder {

    private final Map<QualifiedName, TableShape> left = new LinkedHashMap<>();
    private final UnaryOperator<QualifiedName> entrance;
    private final List<Step> steps = new ArrayList<>();

    private FillOrder(List<TableShape> shapes, UnaryOperator<QualifiedName> entrance) {
        shapes.forEach(shape -> left.put(shape.name(), shape));
        this.entrance = entrance;
    }

    /**
     * Tables that are filled next.
     *
     * @param tables one, or those whose first rows need each other
     * @param inner the foreign keys between them by which they do; empty where the first row needs no other
     * @param again whether some rows can refer to more when all tables have some
     */
    record Step(List<TableShape> tables, Map<QualifiedName, List<ForeignKey>> inner, boolean again) {}

    /** @param entrance the table by which rows get into another one */
    static List<Step> of(List<TableShape> shapes, UnaryOperator<QualifiedName> entrance) {
        FillOrder order = new FillOrder(shapes, entrance);
        while (!order.left.isEmpty()) {
            order.steps.add(order.next());
        }
        return order.steps;
    }

    private Step next() {
        for (TableShape shape : left.values()) {
            if (parents(shape, false).isEmpty()) {
                return step(shape, false);
            }
        }
        for (TableShape shape : left.values()) {
            if (parents(shape, true).isEmpty()) {
                return step(shape, true);
            }
        }
        return cycle();
    }

    private Step step(TableShape shape, boolean again) {
        left.remove(shape.name());
        boolean self = shape.foreignKeys().stream().anyMatch(key -> refersTo(key, shape.name()));
        return new Step(List.of(shape), Map.of(), again || self);
    }

    private boolean refersTo(ForeignKey key, QualifiedName table) {
        return entrance.apply(key.referencedTable()).equals(table);
    }

    /** What is left of the tables that a row of this one refers to; of itself only where it must. */
    private Set<QualifiedName> parents(TableShape shape, boolean required) {
        Set<QualifiedName> parents = new TreeSet<>();
        for (ForeignKey key : shape.foreignKeys()) {
            QualifiedName parent = entrance.apply(key.referencedTable());
            boolean must = !shape.isOptional(key);
            if (left.containsKey(parent) && (must || (!required && !parent.equals(shape.name())))) {
                parents.add(parent);
            }
        }
        return parents;
    }

    /** The smallest group whose tables need none but each other. */
    private Step cycle() {
        Set<QualifiedName> smallest = left.keySet();
        for (QualifiedName name : left.keySet()) {
            Set<QualifiedName> needed = needed(name);
            smallest = needed.size() < smallest.size() ? needed : smallest;
        }
        List<TableShape> tables =
                new TreeSet<>(smallest).stream().map(left::get).toList();
        Set<QualifiedName> names = new HashSet<>(smallest);
        Map<QualifiedName, List<ForeignKey>> inner = new LinkedHashMap<>();
        for (TableShape shape : tables) {
            inner.put(
                    shape.name(),
                    shape.foreignKeys().stream()
                            .filter(key -> !shape.isOptional(key))
                            .filter(key -> names.contains(entrance.apply(key.referencedTable())))
                            .toList());
        }
        left.keySet().removeAll(names);
        return new Step(tables, inner, false);
    }

    private Set<QualifiedName> needed(QualifiedName name) {
        Set<QualifiedName> needed = new TreeSet<>(Set.of(name));
        List<QualifiedName> open = new ArrayList<>(List.of(name));
        while (!open.isEmpty()) {
            TableShape shape = left.get(open.remove(open.size() - 1));
            if (shape != null) {
                parents(shape, true).stream().filter(needed::add).forEach(open::add);
            }
        }
        return needed;
    }
}
