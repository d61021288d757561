package dev.retort.internal.sandbox.process;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A value without parts. */
record Simple(Class<?> type, Writer writer, Reader reader) implements Shape {

    interface Writer {
        void write(Output out, Object value) throws IOException;
    }

    interface Reader {
        Object read(Input in) throws IOException;
    }

    @Override
    public void write(Output out, @Nullable Object value) throws IOException {
        if (value == null) {
            throw new IllegalArgumentException("null where a message has a " + type.getSimpleName());
        }
        out.enter();
        writer.write(out, value);
        out.leave();
    }

    @Override
    public Object read(Input in) throws IOException {
        in.enter();
        Object value = reader.read(in);
        in.leave();
        return value;
    }
}
