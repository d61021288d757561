package dev.retort.internal.verify.rows;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Values of one type.
 *
 * @param ordinary the n-th of those that nobody wonders at, all of them different as far as the type has so many
 * @param odd edges of the type, and what breaks careless code: three of them are in nearly every table, and come first
 */
record Sample(LongFunction<Object> ordinary, List<? extends @Nullable Object> odd) {

    /** Some in a row, each once. */
    List<Object> some(long first, int count) {
        Set<Object> some = new LinkedHashSet<>();
        for (long n = first; n < first + count; n++) {
            some.add(ordinary.apply(n));
        }
        return new ArrayList<>(some);
    }

    /** Of a list, the first few of which are ordinary. */
    static Sample listed(List<Object> values, int ordinary) {
        int size = Math.min(values.size(), ordinary);
        return new Sample(
                n -> values.get((int) Math.floorMod(n - 1, (long) size)), values.subList(size, values.size()));
    }
}
