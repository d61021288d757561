package dev.retort.internal.sandbox.runtime;

import dev.retort.internal.error.Bug;
import groovy.lang.Closure;
import groovy.lang.Range;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;
import org.codehaus.groovy.runtime.StringGroovyMethods;
import org.jspecify.annotations.Nullable;

/**
 * Properties and methods that the compiler looks up by name: those of maps, and those which the script's own classes
 * declare. Nothing of Java's or Retort's classes is reached by name.
 */
public final class ByName {

    private ByName() {}

    public static @Nullable Object getAt(@Nullable Object receiver, String name) {
        if (receiver instanceof Map<?, ?> map) {
            return map.get(name);
        } else if (receiver instanceof Collection<?> all) {
            return getAt(all, name);
        } else if (receiver == null) {
            throw new NullPointerException("Cannot read \"" + name + "\" of null.");
        }
        Optional<Method> getter = method(receiver, "get" + capital(name), 0)
                .or(() -> method(receiver, "is" + capital(name), 0))
                .or(() -> receiver instanceof Record ? method(receiver, name, 0) : Optional.empty());
        if (getter.isPresent() && !name.equals("metaClass")) {
            return call(getter.get(), receiver);
        }
        return read(field(receiver, name), receiver);
    }

    public static List<@Nullable Object> getAt(Collection<?> receivers, String name) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Object receiver : receivers) {
            if (receiver != null) {
                values.add(getAt(receiver, name));
            }
        }
        return values;
    }

    public static void putAt(@Nullable Object receiver, String name, @Nullable Object value) {
        if (receiver instanceof Map<?, ?> map) {
            put(map, name, value);
            return;
        } else if (receiver == null) {
            throw new NullPointerException("Cannot set \"" + name + "\" of null.");
        }
        Optional<Method> setter = method(receiver, "set" + capital(name), 1);
        if (setter.isPresent() && !name.equals("metaClass")) {
            call(setter.get(), receiver, value);
        } else {
            write(field(receiver, name), receiver, value);
        }
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<?, ?> map, @Nullable Object key, @Nullable Object value) {
        ((Map<@Nullable Object, @Nullable Object>) map).put(key, value);
    }

    public static @Nullable Object getProperty(Class<?> sender, @Nullable Object receiver, String name) {
        return getAt(receiver, name);
    }

    public static @Nullable Object getPropertySafe(Class<?> sender, @Nullable Object receiver, String name) {
        return receiver == null ? null : getAt(receiver, name);
    }

    public static @Nullable Object getPropertySpreadSafe(Class<?> sender, @Nullable Object receiver, String name) {
        return receiver == null ? null : getAt(receiver, name);
    }

    public static @Nullable Object getGroovyObjectProperty(Class<?> sender, @Nullable Object receiver, String name) {
        return getAt(receiver, name);
    }

    public static @Nullable Object getGroovyObjectPropertySafe(
            Class<?> sender, @Nullable Object receiver, String name) {
        return receiver == null ? null : getAt(receiver, name);
    }

    public static void setProperty(@Nullable Object value, Class<?> sender, @Nullable Object receiver, String name) {
        putAt(receiver, name, value);
    }

    public static void setPropertySafe(
            @Nullable Object value, Class<?> sender, @Nullable Object receiver, String name) {
        if (receiver != null) {
            putAt(receiver, name, value);
        }
    }

    public static void setGroovyObjectProperty(
            @Nullable Object value, Class<?> sender, @Nullable Object receiver, String name) {
        putAt(receiver, name, value);
    }

    public static @Nullable Object invokeMethod0(Class<?> sender, @Nullable Object receiver, String name, Guard guard) {
        return invokeMethodN(sender, receiver, name, new Object[0], guard);
    }

    public static @Nullable Object invokeMethodN(
            Class<?> sender, @Nullable Object receiver, String name, @Nullable Object[] arguments, Guard guard) {
        if (receiver == null) {
            throw new NullPointerException("Cannot call " + name + " on null.");
        } else if (answers(receiver, name, arguments)) {
            return own(receiver, name, arguments);
        } else if (name.equals("getAt") && arguments.length == 1) {
            return element(receiver, arguments[0]);
        } else if (name.equals("putAt") && arguments.length == 2) {
            replace(receiver, arguments[0], arguments[1], guard);
            return null;
        } else if (name.equals("call") && receiver instanceof Closure<?> closure) {
            return closure.call(arguments);
        }
        return Operators.apply(receiver, name, arguments, guard)
                .orElseThrow(() -> refused(receiver, "method \"" + name + "\"", "call"));
    }

    private static @Nullable Object element(Object receiver, @Nullable Object key) {
        if (receiver instanceof Map<?, ?> map) {
            return map.get(key);
        } else if (receiver instanceof List<?> list && key instanceof Number index) {
            return DefaultGroovyMethods.getAt(list, index);
        } else if (receiver instanceof List<?> list && key instanceof Range<?> range) {
            return DefaultGroovyMethods.getAt(list, range);
        } else if (receiver instanceof CharSequence text && key instanceof Number index) {
            return StringGroovyMethods.getAt(text, index.intValue());
        } else if (receiver.getClass().isArray() && key instanceof Number index) {
            return Array.get(receiver, position(receiver, index));
        } else if (key instanceof CharSequence name) {
            return getAt(receiver, name.toString());
        }
        throw refused(receiver, "element [" + Coercions.text(key) + "]", "read");
    }

    @SuppressWarnings("unchecked")
    private static void replace(Object receiver, @Nullable Object key, @Nullable Object value, Guard guard) {
        if (receiver instanceof Map<?, ?> map) {
            put(map, key, value);
        } else if (receiver instanceof List<?> list && key instanceof Number index) {
            Sizes.putAt((List<@Nullable Object>) list, index, value, guard);
        } else if (receiver.getClass().isArray() && key instanceof Number index) {
            Class<?> component = receiver.getClass().getComponentType();
            Array.set(receiver, position(receiver, index), Coercions.castToType(value, component));
        } else if (key instanceof CharSequence name) {
            putAt(receiver, name.toString(), value);
        } else {
            throw refused(receiver, "element [" + Coercions.text(key) + "]", "set");
        }
    }

    private static int position(Object array, Number index) {
        return index.intValue() < 0 ? Array.getLength(array) + index.intValue() : index.intValue();
    }

    /** Of a class that the script wrote, its static members are meant. */
    private static Class<?> type(Object receiver) {
        return receiver instanceof Class<?> type ? type : receiver.getClass();
    }

    /** Whether a class of the script declares such a method. */
    static boolean answers(Object receiver, String name, @Nullable Object... arguments) {
        return method(receiver, name, arguments.length).isPresent();
    }

    static @Nullable Object own(Object receiver, String name, @Nullable Object... arguments) {
        Method method = method(receiver, name, arguments.length)
                .orElseThrow(() -> refused(receiver, "method \"" + name + "\"", "call"));
        return call(method, receiver, arguments);
    }

    private static Optional<Method> method(Object receiver, String name, int parameters) {
        for (Class<?> type = type(receiver); Confined.wrote(type); type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals(name)
                        && (!(receiver instanceof Class) || Modifier.isStatic(method.getModifiers()))
                        && method.getParameterCount() == parameters
                        && Modifier.isPublic(method.getModifiers())
                        && !method.isBridge()) {
                    return Optional.of(method);
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable Object call(Method method, Object receiver, @Nullable Object... arguments) {
        @Nullable Object[] converted = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            converted[i] = Coercions.castToType(arguments[i], method.getParameterTypes()[i]);
        }
        try {
            method.trySetAccessible();
            return method.invoke(Modifier.isStatic(method.getModifiers()) ? null : receiver, converted);
        } catch (InvocationTargetException e) {
            throw Rethrown.by(e);
        } catch (IllegalAccessException e) {
            throw new Bug("cannot call " + method, e);
        }
    }

    private static Field field(Object receiver, String name) {
        for (Class<?> type = type(receiver); Confined.wrote(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)
                        && (!(receiver instanceof Class) || Modifier.isStatic(field.getModifiers()))
                        && Modifier.isPublic(field.getModifiers())) {
                    field.trySetAccessible();
                    return field;
                }
            }
        }
        throw refused(receiver, "property \"" + name + "\"", "read or set");
    }

    private static @Nullable Object read(Field field, Object receiver) {
        try {
            return field.get(receiver);
        } catch (IllegalAccessException e) {
            throw new Bug("cannot read " + field, e);
        }
    }

    private static void write(Field field, Object receiver, @Nullable Object value) {
        try {
            field.set(receiver, Coercions.castToType(value, field.getType()));
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException("The property \"" + field.getName() + "\" is final.", e);
        }
    }

    private static IllegalArgumentException refused(Object receiver, String what, String verb) {
        return new IllegalArgumentException("A migration cannot " + verb + " the " + what + " of a "
                + receiver.getClass().getTypeName() + " by name; give the variable its type.");
    }

    private static String capital(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
