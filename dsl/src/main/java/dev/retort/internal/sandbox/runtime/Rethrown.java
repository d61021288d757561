package dev.retort.internal.sandbox.runtime;

import java.lang.reflect.InvocationTargetException;

/** What code of a script threw that was called by reflection: thrown on as it is, whatever it is. */
public final class Rethrown {

    private Rethrown() {}

    /** Never returns; to be thrown, for the compiler's sake. */
    public static RuntimeException by(InvocationTargetException failure) {
        throw Rethrown.<RuntimeException>unchecked(failure.getTargetException());
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
