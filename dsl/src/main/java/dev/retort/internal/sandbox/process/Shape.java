package dev.retort.internal.sandbox.process;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How the values of one type are written and read. What is read is of the type, or refused. */
interface Shape {

    void write(Output out, @Nullable Object value) throws IOException;

    @Nullable
    Object read(Input in) throws IOException;
}
