package dev.retort.internal.sandbox.process;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record: its components, from which its own constructor makes it, with all that it checks. */
final class Fields implements Shape {

    private final Class<?> type;
    private final Constructor<?> constructor;
    private final List<Method> accessors = new ArrayList<>();
    private List<Shape> shapes = List.of();

    Fields(Class<?> type) {
        this.type = type;
        try {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            for (RecordComponent component : components) {
                component.getAccessor().setAccessible(true);
                accessors.add(component.getAccessor());
            }
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record without its constructor", e);
        }
    }

    void consistOf(List<Shape> components) {
        shapes = List.copyOf(components);
    }

    @Override
    public void write(Output out, @Nullable Object value) throws IOException {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("no " + type.getSimpleName() + " where a message has one");
        }
        out.enter();
        for (int i = 0; i < shapes.size(); i++) {
            shapes.get(i).write(out, component(accessors.get(i), value));
        }
        out.leave();
    }

    private static @Nullable Object component(Method accessor, @Nullable Object value) {
        try {
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record that does not give its values", e);
        }
    }

    @Override
    public Object read(Input in) throws IOException {
        in.enter();
        Object[] values = new Object[shapes.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = shapes.get(i).read(in);
        }
        in.leave();
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new Garbled("no " + type.getSimpleName());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record that cannot be created", e);
        }
    }
}
