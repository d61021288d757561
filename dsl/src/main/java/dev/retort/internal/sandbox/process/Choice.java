package dev.retort.internal.sandbox.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sealed family: a mark says which of its members follows. */
final class Choice implements Shape {

    private final Class<?> family;
    private final List<Class<?>> members = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();

    Choice(Class<?> family) {
        this.family = family;
    }

    void add(Class<?> member, Shape shape) {
        members.add(member);
        shapes.add(shape);
    }

    @Override
    public void write(Output out, @Nullable Object value) throws IOException {
        Class<?> type = value instanceof Enum<?> constant
                ? constant.getDeclaringClass()
                : value == null ? Void.class : value.getClass();
        int member = members.indexOf(type);
        if (member < 0) {
            throw new IllegalArgumentException("no " + family.getSimpleName() + ": " + type);
        }
        out.enter();
        out.mark(member);
        shapes.get(member).write(out, value);
        out.leave();
    }

    @Override
    public @Nullable Object read(Input in) throws IOException {
        in.enter();
        int member = in.mark();
        if (member >= members.size()) {
            throw new Garbled("no " + family.getSimpleName());
        }
        Object value = shapes.get(member).read(in);
        in.leave();
        return value;
    }
}
