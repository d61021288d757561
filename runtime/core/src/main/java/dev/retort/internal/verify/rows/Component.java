package dev.retort.internal.verify.rows;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Columns whose values depend on each other, with all values that were found for them together. */
final class Component {

    /** Fewer odd values than that are no reason to prefer them: most often it is only null. */
    private static final int FEW = 3;

    /** How many odd values come in their order, before chance decides. */
    private static final int IN_ORDER = 6;

    private final Set<String> columns = new LinkedHashSet<>();
    private final List<Map<String, String>> tuples;
    private final int ordinary;
    private final boolean unique;
    /** Of those that were not used yet. */
    private int next;

    private int odds;
    private int nextOdd = -1;

    /**
     * @param tuples none means that no row can be
     * @param ordinary how many of them nobody wonders at, from the first
     * @param unique whether rows must differ in one of the columns
     */
    Component(Collection<String> columns, List<Map<String, String>> tuples, int ordinary, boolean unique) {
        this.columns.addAll(columns);
        this.tuples = List.copyOf(tuples);
        this.ordinary = Math.max(1, Math.min(ordinary, tuples.size()));
        this.unique = unique;
    }

    static Component of(Relation relation, boolean unique) {
        return new Component(
                relation.columns(),
                relation.tuples().stream()
                        .map(tuple -> tuple(relation.columns(), tuple))
                        .toList(),
                relation.ordinary(),
                unique);
    }

    static Map<String, String> tuple(List<String> columns, List<String> literals) {
        Map<String, String> tuple = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            tuple.put(columns.get(i), literals.get(i));
        }
        return tuple;
    }

    Set<String> columns() {
        return columns;
    }

    int size() {
        return tuples.size();
    }

    boolean unique() {
        return unique;
    }

    Map<String, String> tuple(int index) {
        return tuples.get(index);
    }

    /** The n-th of those that nobody wonders at. */
    int ordinary(int n) {
        next = Math.max(next, n + 1);
        return Math.floorMod(n, ordinary);
    }

    /** One that no row has yet, as long as there are any. */
    int fresh() {
        return next++ % tuples.size();
    }

    /**
     * First those odd values that show most, whatever the seed; then one after the other from any of them on, and sometimes
     * any value. Where hardly any is odd, those that no row has yet.
     */
    int odd(RandomGenerator random) {
        int odd = tuples.size() - ordinary;
        int number = odds++;
        if (odd < FEW) {
            return number < FEW ? fresh() : random.nextInt(tuples.size());
        }
        if (number < Math.min(IN_ORDER, odd)) {
            return ordinary + number;
        }
        if (random.nextInt(4) == 0) {
            return random.nextInt(tuples.size());
        }
        nextOdd = nextOdd < 0 ? random.nextInt(odd) : (nextOdd + 1) % odd;
        return ordinary + nextOdd;
    }

    /** Goes on after as many odd values as rows have already. */
    void goOnAfter(int oddRows) {
        odds = Math.max(0, oddRows);
    }

    /** The one that leaves the most out, or sets it to null. */
    int sparse() {
        int best = 0;
        long most = -1;
        for (int i = 0; i < tuples.size(); i++) {
            long nothing = tuples.get(i).values().stream()
                    .filter(literal -> literal.equals(Relation.NULL) || literal.equals(Relation.LEFT_OUT))
                    .count();
            if (nothing > most) {
                most = nothing;
                best = i;
            }
        }
        return best;
    }

    boolean touches(Set<String> any) {
        return any.stream().anyMatch(columns::contains);
    }
}
