package dev.retort.internal.sandbox.runtime;

import groovy.lang.Closure;
import groovy.lang.Range;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;
import org.jspecify.annotations.Nullable;

/** The cases of Groovy's switch, and {@code in}. */
public final class Cases {

    private Cases() {}

    /** Whether a value is what is written after {@code case}. */
    public static boolean isCase(@Nullable Object value, @Nullable Object label, Guard guard) {
        if (label == null) {
            return value == null;
        } else if (label instanceof Class<?> type) {
            return type.isInstance(value);
        } else if (label instanceof Pattern pattern) {
            return Regexes.isCase(pattern, value, guard);
        } else if (label instanceof Closure<?> closure) {
            return Truth.booleanUnbox(closure.call(value));
        } else if (label instanceof Collection<?> collection) {
            return collection.contains(value) || (collection instanceof Range<?> && ranged(collection, value));
        } else if (label instanceof Map<?, ?> map) {
            return Truth.booleanUnbox(map.get(value));
        } else if (ByName.answers(label, "isCase", value)) {
            return Truth.booleanUnbox(ByName.own(label, "isCase", value));
        }
        return DefaultTypeTransformation.compareEqual(value, label);
    }

    /** A number of another type than those of the range. */
    private static boolean ranged(Collection<?> range, @Nullable Object value) {
        return value instanceof Number
                && range.stream().anyMatch(element -> DefaultTypeTransformation.compareEqual(element, value));
    }

    public static boolean isNotCase(@Nullable Object value, @Nullable Object label, Guard guard) {
        return !isCase(value, label, guard);
    }

    public static boolean isIn(@Nullable Object value, @Nullable Object label, Guard guard) {
        return isCase(value, label, guard);
    }

    public static boolean isNotIn(@Nullable Object value, @Nullable Object label, Guard guard) {
        return !isCase(value, label, guard);
    }
}
