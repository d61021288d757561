package dev.retort.internal.run.fold;

import dev.retort.internal.schema.Schema;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Schemas as bytes. All that they are made of are records and words of one package, texts, numbers and collections of these. */
final class SchemaData {

    private static final String HOME = Schema.class.getPackageName() + ".";

    private enum Kind {
        NOTHING,
        TEXT,
        INTEGER,
        LONG,
        DECIMAL,
        TRUE,
        FALSE,
        LIST,
        SET,
        MAP,
        WORD,
        RECORD
    }

    private static final List<Kind> KINDS = List.of(Kind.values());

    /** The types in the order in which each is met first, when its name is written. */
    private final Map<Class<?>, Integer> written = new HashMap<>();

    private final List<Type> types = new ArrayList<>();

    private SchemaData() {}

    /** @throws IOException also where a value is of another kind */
    static void write(Schema schema, DataOutputStream out) throws IOException {
        new SchemaData().value(schema, out);
    }

    static Schema read(DataInputStream in) throws IOException {
        return new SchemaData().value(in) instanceof Schema schema ? schema : fail("no schema");
    }

    /**
     * A type that is read, of which there are thousands of values.
     *
     * @param components how many a record has
     * @param constructor of a record; null of words
     * @param words by their names; none of a record
     */
    private record Type(int components, @Nullable Constructor<?> constructor, Map<String, Object> words) {}

    private static <T> T fail(String what) throws IOException {
        throw new IOException(what);
    }

    // ---- writing ----

    private void value(@Nullable Object value, DataOutputStream out) throws IOException {
        if (value == null) {
            begin(Kind.NOTHING, out);
        } else if (value instanceof String text) {
            begin(Kind.TEXT, out);
            text(text, out);
        } else if (value instanceof Integer number) {
            begin(Kind.INTEGER, out);
            out.writeInt(number);
        } else if (value instanceof Long number) {
            begin(Kind.LONG, out);
            out.writeLong(number);
        } else if (value instanceof BigDecimal number) {
            begin(Kind.DECIMAL, out);
            text(number.toString(), out);
        } else if (value instanceof Boolean flag) {
            begin(flag ? Kind.TRUE : Kind.FALSE, out);
        } else if (value instanceof List<?> list) {
            all(Kind.LIST, list, out);
        } else if (value instanceof SortedSet<?> set) {
            all(Kind.SET, set, out);
        } else if (value instanceof Map<?, ?> map) {
            map(map, out);
        } else {
            ofSchema(value, out);
        }
    }

    private void ofSchema(Object value, DataOutputStream out) throws IOException {
        if (value instanceof Enum<?> word) {
            begin(Kind.WORD, out);
            type(word.getDeclaringClass(), out);
            text(word.name(), out);
        } else if (value instanceof Record && value.getClass().getName().startsWith(HOME)) {
            begin(Kind.RECORD, out);
            type(value.getClass(), out);
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                value(component(component, value), out);
            }
        } else {
            fail("a value of another kind: " + value.getClass());
        }
    }

    private void type(Class<?> type, DataOutputStream out) throws IOException {
        Integer known = written.putIfAbsent(type, written.size());
        out.writeShort(known == null ? written.size() - 1 : known);
        if (known == null) {
            text(type.getName().substring(HOME.length()), out);
        }
    }

    private static @Nullable Object component(RecordComponent component, Object value) throws IOException {
        try {
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IOException(e);
        }
    }

    private static void begin(Kind kind, DataOutputStream out) throws IOException {
        out.writeByte(kind.ordinal());
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private void all(Kind kind, Collection<?> values, DataOutputStream out) throws IOException {
        begin(kind, out);
        out.writeInt(values.size());
        for (Object each : values) {
            value(each, out);
        }
    }

    private void map(Map<?, ?> map, DataOutputStream out) throws IOException {
        begin(Kind.MAP, out);
        out.writeInt(map.size());
        for (Map.Entry<?, ?> each : map.entrySet()) {
            value(each.getKey(), out);
            value(each.getValue(), out);
        }
    }

    // ---- reading ----

    private @Nullable Object value(DataInputStream in) throws IOException {
        int ordinal = in.readUnsignedByte();
        if (ordinal >= KINDS.size()) {
            return fail("an unknown kind of value");
        }
        return switch (KINDS.get(ordinal)) {
            case NOTHING -> null;
            case TEXT -> text(in);
            case INTEGER -> in.readInt();
            case LONG -> in.readLong();
            case DECIMAL -> new BigDecimal(text(in));
            case TRUE -> true;
            case FALSE -> false;
            case LIST -> list(in);
            case SET -> new TreeSet<Object>(list(in));
            case MAP -> map(in);
            case WORD -> word(in);
            case RECORD -> record(in);
        };
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private List<Object> list(DataInputStream in) throws IOException {
        List<Object> all = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            all.add(required(in));
        }
        return all;
    }

    private Object required(DataInputStream in) throws IOException {
        Object value = value(in);
        return value == null ? fail("nothing, where a value is to be") : value;
    }

    private SortedMap<Object, Object> map(DataInputStream in) throws IOException {
        SortedMap<Object, Object> all = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            Object key = required(in);
            all.put(key, required(in));
        }
        return all;
    }

    private Object word(DataInputStream in) throws IOException {
        Type type = type(in);
        String name = text(in);
        Object word = type.words().get(name);
        return word == null ? fail("no word " + name) : word;
    }

    private Object record(DataInputStream in) throws IOException {
        Type type = type(in);
        Constructor<?> constructor = type.constructor();
        if (constructor == null) {
            return fail("no record, but words");
        }
        Object[] values = new Object[type.components()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(in);
        }
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new IOException(e);
        }
    }

    private Type type(DataInputStream in) throws IOException {
        int number = in.readUnsignedShort();
        if (number > types.size()) {
            return fail("an unknown type");
        } else if (number == types.size()) {
            types.add(type(text(in)));
        }
        return types.get(number);
    }

    private static Type type(String name) throws IOException {
        try {
            Class<?> type = Class.forName(HOME + name, false, SchemaData.class.getClassLoader());
            Map<String, Object> words = new HashMap<>();
            RecordComponent[] components = type.getRecordComponents();
            if (components == null && !type.isEnum()) {
                return fail("neither a record nor words: " + type);
            } else if (components == null) {
                for (Object word : type.getEnumConstants()) {
                    words.put(((Enum<?>) word).name(), word);
                }
                return new Type(0, null, words);
            }
            Class<?>[] parameters =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return new Type(components.length, type.getDeclaredConstructor(parameters), words);
        } catch (ReflectiveOperationException e) {
            throw new IOException(e);
        }
    }
}
