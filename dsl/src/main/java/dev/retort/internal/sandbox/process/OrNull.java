package dev.retort.internal.sandbox.process;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A value that may be missing. */
record OrNull(Shape shape) implements Shape {

    @Override
    public void write(Output out, @Nullable Object value) throws IOException {
        out.flag(value != null);
        if (value != null) {
            shape.write(out, value);
        }
    }

    @Override
    public @Nullable Object read(Input in) throws IOException {
        return in.flag() ? shape.read(in) : null;
    }
}
