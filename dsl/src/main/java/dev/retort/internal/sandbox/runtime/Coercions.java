package dev.retort.internal.sandbox.runtime;

import groovy.lang.Closure;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Queue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.BaseStream;
import org.codehaus.groovy.runtime.FormatHelper;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;
import org.jspecify.annotations.Nullable;

/**
 * Casts and {@code as}, in place of Groovy's: between numbers, texts, collections, arrays, listed enums, and from a
 * closure to a listed interface. Groovy's own would call any constructor with a list, and load any class by name.
 */
public final class Coercions {

    private static final Map<Class<?>, Function<Collection<?>, Object>> COLLECTIONS = Map.ofEntries(
            Map.entry(Iterable.class, ArrayList::new),
            Map.entry(Collection.class, ArrayList::new),
            Map.entry(List.class, ArrayList::new),
            Map.entry(ArrayList.class, ArrayList::new),
            Map.entry(Set.class, LinkedHashSet::new),
            Map.entry(HashSet.class, HashSet::new),
            Map.entry(LinkedHashSet.class, LinkedHashSet::new),
            Map.entry(SortedSet.class, TreeSet::new),
            Map.entry(NavigableSet.class, TreeSet::new),
            Map.entry(TreeSet.class, TreeSet::new),
            Map.entry(Queue.class, ArrayDeque::new),
            Map.entry(Deque.class, ArrayDeque::new),
            Map.entry(ArrayDeque.class, ArrayDeque::new));

    private Coercions() {}

    /** What an assignment, a return or {@code (T) x} does. */
    public static @Nullable Object castToType(@Nullable Object value, Class<?> type) {
        if (value == null || type.isInstance(value) || type == Object.class) {
            return value;
        } else if (type == Boolean.class || type == boolean.class) {
            return Truth.booleanUnbox(value);
        } else if (type == String.class) {
            return text(value);
        } else if (type == Character.class || type == char.class) {
            return castToChar(value);
        } else if (number(type) && !(value instanceof CharSequence text && text.length() != 1)) {
            return converted(value, boxed(type));
        }
        return structure(value, type);
    }

    /** What {@code x as T} does: also reads numbers from texts. */
    public static @Nullable Object asType(@Nullable Object value, Class<?> type) {
        if (value instanceof CharSequence text && number(type)) {
            return parsed(text.toString().strip(), boxed(type));
        } else if (value instanceof Number number && number(type)) {
            return converted(number, boxed(type));
        } else if (value instanceof CharSequence text && elements(type)) {
            return structure(Arrays.asList(text.toString().split("")), type);
        }
        return castToType(value, type);
    }

    private static Object structure(Object value, Class<?> type) {
        if (type.isEnum() && value instanceof CharSequence name) {
            return enumeration(name.toString(), type);
        } else if (value instanceof Closure<?> closure && type.isInterface()) {
            return Functions.of(closure, type, Coercions::castToType);
        }
        Collection<?> elements = collection(value);
        if (elements != null && type.isArray()) {
            return array(elements, type.getComponentType());
        } else if (elements != null && COLLECTIONS.containsKey(type)) {
            return COLLECTIONS.get(type).apply(elements);
        }
        throw new ClassCastException("A value of the type " + value.getClass().getTypeName() + " does not become a "
                + type.getTypeName() + (Confined.wrote(type) ? "; write new " + type.getTypeName() + "(…)." : "."));
    }

    private static boolean elements(Class<?> type) {
        return type.isArray() || COLLECTIONS.containsKey(type);
    }

    private static @Nullable Collection<?> collection(Object value) {
        if (value instanceof Collection<?> elements) {
            return elements;
        } else if (value instanceof Map<?, ?> map) {
            return map.entrySet();
        } else if (value instanceof BaseStream<?, ?> stream) {
            List<Object> elements = new ArrayList<>();
            stream.iterator().forEachRemaining(elements::add);
            return elements;
        } else if (value instanceof Object[] array) {
            return Arrays.asList(array);
        }
        return value.getClass().isArray() ? DefaultTypeTransformation.primitiveArrayToList(value) : null;
    }

    private static Object array(Collection<?> elements, Class<?> component) {
        Object array = Array.newInstance(component, elements.size());
        int i = 0;
        for (Object element : elements) {
            Object converted = castToType(element, component);
            if (converted == null && component.isPrimitive()) {
                throw new ClassCastException("null does not become a " + component + ".");
            }
            Array.set(array, i++, converted);
        }
        return array;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object enumeration(String name, Class<?> type) {
        return Enum.valueOf((Class) type, name);
    }

    private static boolean number(Class<?> type) {
        return Number.class.isAssignableFrom(type)
                || (type.isPrimitive() && type != boolean.class && type != char.class && type != void.class);
    }

    private static Object converted(Object value, Class<?> type) {
        Number number = DefaultTypeTransformation.castToNumber(value);
        if (type == BigDecimal.class && !(number instanceof BigDecimal)) {
            return new BigDecimal(number.toString());
        }
        return type.isInstance(number) ? number : DefaultTypeTransformation.castToNumber(number, type);
    }

    private static Class<?> boxed(Class<?> type) {
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0).getClass() : type;
    }

    private static Object parsed(String text, Class<?> type) {
        if (type == BigInteger.class) {
            return new BigInteger(text);
        } else if (type == Double.class) {
            return Double.valueOf(text);
        } else if (type == Float.class) {
            return Float.valueOf(text);
        } else if (type == Integer.class) {
            return Integer.valueOf(text);
        } else if (type == Long.class) {
            return Long.valueOf(text);
        } else if (type == Short.class) {
            return Short.valueOf(text);
        } else if (type == Byte.class) {
            return Byte.valueOf(text);
        }
        BigDecimal decimal = new BigDecimal(text);
        if (Math.abs((double) decimal.scale()) > Numbers.DIGITS) {
            throw new NumberFormatException("The number " + text + " is too long.");
        }
        return decimal;
    }

    public static @Nullable String castToString(@Nullable Object value) {
        return value == null ? null : text(value);
    }

    public static @Nullable Character castToChar(@Nullable Object value) {
        if (value == null || value instanceof Character) {
            return (Character) value;
        } else if (value instanceof Number number) {
            return (char) number.intValue();
        } else if (value instanceof CharSequence text && text.length() == 1) {
            return text.charAt(0);
        }
        throw new ClassCastException("\"" + text(value) + "\" is not one character.");
    }

    public static @Nullable Enum<?> castToEnum(@Nullable Object value, Class<?> type) {
        return (Enum<?>) castToType(value, type);
    }

    /** Classes are not found by name; only what is a class already passes. */
    public static @Nullable Class<?> castToClass(@Nullable Object value) {
        if (value == null || value instanceof Class<?>) {
            return (Class<?>) value;
        }
        throw new ClassCastException("A migration cannot look up classes by name.");
    }

    public static Object asArray(Object value, Class<?> type) {
        Object array = castToType(value, type);
        if (array == null) {
            throw new ClassCastException("null does not become a " + type.getTypeName() + ".");
        }
        return array;
    }

    /** As Groovy writes values in texts. */
    static String text(@Nullable Object value) {
        return value instanceof String text ? text : FormatHelper.toString(value);
    }
}
