package dev.retort.internal.sandbox.process;

import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A map, in its order. */
record MapEntries(Shape key, Shape value, Supplier<Map<Object, @Nullable Object>> empty) implements Shape {

    @Override
    public void write(Output out, @Nullable Object map) throws IOException {
        if (!(map instanceof Map<?, ?> entries)) {
            throw new IllegalArgumentException("null where a message has a map");
        }
        out.enter();
        out.number(entries.size());
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            key.write(out, entry.getKey());
            value.write(out, entry.getValue());
        }
        out.leave();
    }

    @Override
    public Object read(Input in) throws IOException {
        in.enter();
        Map<Object, @Nullable Object> entries = empty.get();
        for (int left = in.count(); left > 0; left--) {
            Object name = key.read(in);
            if (name == null) {
                throw new Garbled("a map with a key that is null");
            }
            entries.put(name, value.read(in));
        }
        in.leave();
        return entries;
    }
}
