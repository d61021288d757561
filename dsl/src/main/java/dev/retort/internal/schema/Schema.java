package dev.retort.internal.schema;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a database holds besides its rows, in an order that does not depend on how it came about: two databases
 * migrated along different ways to the same state are equal.
 *
 * @param tables by name as {@link QualifiedName#toString()} spells it; Retort's own tables are not among them
 * @param objects every other object (view, trigger, function, sequence, enum type, …) by {@code kind name}, with its
 *     definition as the database has it
 */
public record Schema(SortedMap<String, Table> tables, SortedMap<String, String> objects) {
    public Schema(Map<String, Table> tables, Map<String, String> objects) {
        this(new TreeMap<>(tables), new TreeMap<>(objects));
    }

    public Schema {
        tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
        objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
    }
}
