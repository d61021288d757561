package dev.retort.internal.sandbox.process;

import java.io.IOException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the shape of a sealed family of records by looking at what they consist of: other such records, enumerations,
 * collections and plain values. Nothing else has a shape, so that a message can make no object of another class.
 */
final class Shapes {

    private final Map<Class<?>, Shape> known = new HashMap<>();

    Shapes() {
        known.put(Object.class, new PlainShape());
        known.put(String.class, new Simple(String.class, (out, value) -> out.text((String) value), Input::text));
        known.put(Boolean.class, new Simple(Boolean.class, (out, value) -> out.flag((boolean) value), Input::flag));
        known.put(Integer.class, new Simple(Integer.class, (out, value) -> out.number((int) value), Input::number));
        known.put(Long.class, new Simple(Long.class, (out, value) -> out.wide((long) value), Input::wide));
        known.put(Character.class, new Simple(Character.class, (out, value) -> out.number((char) value), in ->
                (char) in.number()));
        known.put(Duration.class, new Simple(Duration.class, Shapes::write, Shapes::duration));
        known.put(boolean.class, known.get(Boolean.class));
        known.put(int.class, known.get(Integer.class));
        known.put(long.class, known.get(Long.class));
        known.put(char.class, known.get(Character.class));
    }

    private static void write(Output out, Object value) throws IOException {
        out.wide(((Duration) value).getSeconds());
        out.number(((Duration) value).getNano());
    }

    private static Duration duration(Input in) throws IOException {
        long seconds = in.wide();
        int nanos = in.number();
        if (nanos < 0 || nanos > 999_999_999) {
            throw new Garbled("no duration");
        }
        return Duration.ofSeconds(seconds, nanos);
    }

    /** The shape of a class without type parameters. */
    Shape of(Class<?> type) {
        Shape shape = known.get(type);
        if (shape == null) {
            shape = type.isEnum() ? new Constants(type) : composed(type);
        }
        return shape;
    }

    private Shape composed(Class<?> type) {
        if (type.isRecord()) {
            Fields fields = new Fields(type);
            known.put(type, fields);
            fields.consistOf(components(type, Map.of()));
            return fields;
        } else if (type.isSealed()) {
            Choice choice = new Choice(type);
            known.put(type, choice);
            leaves(type).forEach(leaf -> choice.add(leaf, of(leaf)));
            return choice;
        }
        throw new IllegalArgumentException("no message holds a value of " + type);
    }

    private static Set<Class<?>> leaves(Class<?> type) {
        Set<Class<?>> leaves = new LinkedHashSet<>();
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (permitted.isSealed() && !permitted.isEnum()) {
                leaves.addAll(leaves(permitted));
            } else {
                leaves.add(permitted);
            }
        }
        return leaves;
    }

    private List<Shape> components(Class<?> type, Map<TypeVariable<?>, AnnotatedType> arguments) {
        List<Shape> shapes = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            shapes.add(of(component.getAnnotatedType(), arguments));
        }
        return shapes;
    }

    private Shape of(AnnotatedType type, Map<TypeVariable<?>, AnnotatedType> arguments) {
        Shape shape = ofType(type, arguments);
        // A plain value says by itself whether it is null.
        return type.isAnnotationPresent(Nullable.class) && !(shape instanceof PlainShape) && !(shape instanceof OrNull)
                ? new OrNull(shape)
                : shape;
    }

    private Shape ofType(AnnotatedType annotated, Map<TypeVariable<?>, AnnotatedType> arguments) {
        Type type = annotated.getType();
        if (type instanceof Class<?> simple) {
            return of(simple);
        } else if (type instanceof WildcardType) {
            return of(Object.class);
        } else if (type instanceof TypeVariable<?> variable && arguments.containsKey(variable)) {
            return of(arguments.get(variable), Map.of());
        } else if (annotated instanceof AnnotatedParameterizedType generic
                && type instanceof ParameterizedType of
                && of.getRawType() instanceof Class<?> raw) {
            return generic(raw, generic.getAnnotatedActualTypeArguments(), arguments);
        }
        throw new IllegalArgumentException("no message holds a value of " + type);
    }

    private Shape generic(Class<?> raw, AnnotatedType[] given, Map<TypeVariable<?>, AnnotatedType> arguments) {
        if (raw.isRecord()) {
            Map<TypeVariable<?>, AnnotatedType> own = new HashMap<>();
            for (int i = 0; i < given.length; i++) {
                own.put(raw.getTypeParameters()[i], given[i]);
            }
            Fields fields = new Fields(raw);
            fields.consistOf(components(raw, own));
            return fields;
        }
        Shape last = of(given[given.length - 1], arguments);
        if (raw == List.class) {
            return new Elements(last, ArrayList::new);
        } else if (raw == Set.class) {
            return new Elements(last, LinkedHashSet::new);
        } else if (raw == SortedSet.class) {
            return new Elements(last, TreeSet::new);
        } else if (raw == Map.class || raw == SortedMap.class) {
            return new MapEntries(of(given[0], arguments), last, raw == Map.class ? LinkedHashMap::new : TreeMap::new);
        }
        throw new IllegalArgumentException("no message holds a value of " + raw);
    }
}
