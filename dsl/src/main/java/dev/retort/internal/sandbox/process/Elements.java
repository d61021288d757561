package dev.retort.internal.sandbox.process;

import java.io.IOException;
import java.util.Collection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A list or a set. */
record Elements(Shape element, Supplier<Collection<@Nullable Object>> empty) implements Shape {

    @Override
    public void write(Output out, @Nullable Object value) throws IOException {
        if (!(value instanceof Collection<?> collection)) {
            throw new IllegalArgumentException("null where a message has a list");
        }
        out.enter();
        out.number(collection.size());
        for (Object each : collection) {
            element.write(out, each);
        }
        out.leave();
    }

    @Override
    public Object read(Input in) throws IOException {
        in.enter();
        Collection<@Nullable Object> collection = empty.get();
        for (int left = in.count(); left > 0; left--) {
            collection.add(element.read(in));
        }
        in.leave();
        return collection;
    }
}
