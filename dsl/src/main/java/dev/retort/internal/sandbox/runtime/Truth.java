package dev.retort.internal.sandbox.runtime;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Groovy's truth, without looking methods up by name in anything but script classes. */
public final class Truth {

    private Truth() {}

    public static boolean booleanUnbox(@Nullable Object value) {
        if (value == null) {
            return false;
        } else if (value instanceof Boolean truth) {
            return truth;
        } else if (value instanceof CharSequence text) {
            return text.length() > 0;
        } else if (value instanceof Number number) {
            return number.doubleValue() != 0;
        } else if (value instanceof Character character) {
            return character != 0;
        }
        return ofMany(value);
    }

    private static boolean ofMany(Object value) {
        if (value instanceof Collection<?> collection) {
            return !collection.isEmpty();
        } else if (value instanceof Map<?, ?> map) {
            return !map.isEmpty();
        } else if (value instanceof Matcher matcher) {
            return matcher.reset().find();
        } else if (value instanceof Iterator<?> iterator) {
            return iterator.hasNext();
        } else if (value instanceof Optional<?> optional) {
            return optional.isPresent();
        } else if (value.getClass().isArray()) {
            return Array.getLength(value) > 0;
        }
        return !ByName.answers(value, "asBoolean") || Boolean.TRUE.equals(ByName.own(value, "asBoolean"));
    }

    public static boolean castToBoolean(@Nullable Object value) {
        return booleanUnbox(value);
    }

    public static boolean asBoolean(@Nullable Object value) {
        return booleanUnbox(value);
    }

    /** {@code x in Type}. */
    public static boolean isCase(Class<?> type, @Nullable Object value) {
        return type.isInstance(value);
    }

    public static boolean isNotCase(Class<?> type, @Nullable Object value) {
        return !type.isInstance(value);
    }
}
