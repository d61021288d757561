package dev.retort.internal.sandbox.runtime;

/** The class loader of a script's classes; whatever it defines is the script's own. */
public interface Confined {

    /** What watches the run that the loader was created for. */
    Guard guard();

    /** Where closures get to implement interfaces of the script; the same for all of them, for its classes stay. */
    ClassLoader proxies();

    /** Whether a class was written by the author of a script. */
    static boolean wrote(Class<?> type) {
        return type.getClassLoader() instanceof Confined;
    }
}
