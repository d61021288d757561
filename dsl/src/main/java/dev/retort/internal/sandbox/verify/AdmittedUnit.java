package dev.retort.internal.sandbox.verify;

import dev.retort.internal.sandbox.runtime.Guard;
import java.util.Map;

/**
 * The classes of a script, verified and rewritten. They are defined again for each run, so that runs share neither a
 * guard nor the static fields of the script.
 */
public final class AdmittedUnit {

    private final Map<String, byte[]> classes;
    private final ClassLoader parent;
    private final AllowList allowed;

    AdmittedUnit(Map<String, byte[]> classes, ClassLoader parent, AllowList allowed) {
        this.classes = Map.copyOf(classes);
        this.parent = parent;
        this.allowed = allowed;
    }

    /** A class loader with the classes of the script, all of them watched by the guard. */
    public ClassLoader open(Guard guard) {
        return new UnitLoader(classes, parent, allowed, guard);
    }
}
