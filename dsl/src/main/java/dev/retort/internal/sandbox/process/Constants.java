package dev.retort.internal.sandbox.process;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An enumeration. */
final class Constants implements Shape {

    private final Object[] constants;

    Constants(Class<?> type) {
        constants = type.getEnumConstants();
    }

    @Override
    public void write(Output out, @Nullable Object value) throws IOException {
        if (!(value instanceof Enum<?> constant)) {
            throw new IllegalArgumentException("null where a message has a constant");
        }
        out.enter();
        out.mark(constant.ordinal());
        out.leave();
    }

    @Override
    public Object read(Input in) throws IOException {
        in.enter();
        int ordinal = in.mark();
        if (ordinal >= constants.length) {
            throw new Garbled("a constant that there is not");
        }
        in.leave();
        return constants[ordinal];
    }
}
