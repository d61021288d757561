package dev.retort.internal.fold;

import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Deferral;
import dev.retort.internal.schema.UnderlyingIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keys that a table is created with and that are kept by indexes which differ in nothing but their names. PostgreSQL creates
 * one of them, the primary key where that is among them, and reports nothing of the others; a table that is there gets each.
 */
public final class RepeatedKeys {

    private RepeatedKeys() {}

    /** What a table is left with that is created with all of them. */
    static List<Constraint> merged(List<Constraint> constraints) {
        List<Constraint> repeated = of(constraints);
        Map<Index, Constraint> names = new LinkedHashMap<>();
        repeated.forEach(constraint -> names.putIfAbsent(index(constraint), constraint));
        List<Constraint> merged = new ArrayList<>();
        for (Constraint constraint : constraints) {
            Constraint other = names.get(index(constraint));
            if (!repeated.contains(constraint)) {
                merged.add(other == null || constraint.name() != null ? constraint : constraint.named(other.name()));
            }
        }
        return merged;
    }

    /** Those that have the index of another one, which is created instead. */
    public static List<Constraint> of(List<Constraint> constraints) {
        Map<Index, Constraint> first = new LinkedHashMap<>();
        for (Constraint constraint : constraints) {
            Index index = index(constraint);
            if (index != null && (constraint instanceof Constraint.PrimaryKey || !first.containsKey(index))) {
                first.put(index, constraint);
            }
        }
        return constraints.stream()
                .filter(constraint -> index(constraint) != null && first.get(index(constraint)) != constraint)
                .toList();
    }

    private record Index(List<String> columns, List<String> include, Deferral deferral, boolean nullsNotDistinct) {}

    private static @Nullable Index index(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return new Index(key.columns(), included(key.index()), key.deferral(), false);
        } else if (constraint instanceof Constraint.Unique unique) {
            return new Index(unique.columns(), included(unique.index()), unique.deferral(), unique.nullsNotDistinct());
        }
        return null;
    }

    private static List<String> included(@Nullable UnderlyingIndex index) {
        return index == null ? List.of() : index.include();
    }
}
