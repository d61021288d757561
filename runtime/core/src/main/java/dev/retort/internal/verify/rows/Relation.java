package dev.retort.internal.verify.rows;

import java.util.List;
import java.util.Map;

/**
 * Values that columns can have together, as literals.
 *
 * @param tuples a literal for each column; those that nobody wonders at come first
 * @param ordinary how many of them that are
 */
record Relation(List<String> columns, List<List<String>> tuples, int ordinary) {

    /** In the place of a literal: the column is left out of the insert. */
    static final String LEFT_OUT = "";

    static final String NULL = "NULL";

    Relation {
        columns = List.copyOf(columns);
        tuples = List.copyOf(tuples);
    }

    static Relation of(String column, List<String> literals, int ordinary) {
        return new Relation(List.of(column), literals.stream().map(List::of).toList(), ordinary);
    }

    /** Whether the values of its columns are some that nobody wonders at. */
    boolean isOrdinary(Map<String, String> values) {
        List<String> own = columns.stream().map(values::get).toList();
        return tuples.subList(0, ordinary).contains(own);
    }

    /** The same with other tuples of its own. */
    Relation with(List<List<String>> some) {
        return new Relation(columns, some, Math.min(ordinary, some.size()));
    }
}
