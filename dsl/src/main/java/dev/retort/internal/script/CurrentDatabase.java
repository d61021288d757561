package dev.retort.internal.script;

import java.util.Collection;

/** The database that a run is for, among those that a script may name. */
record CurrentDatabase(String name, Databases known) {

    boolean limitsNames() {
        return known.limitNames(name);
    }

    /** Whether it is one of those that {@code onlyOn} names. */
    boolean isAmong(Collection<?> names) {
        return known.include(names, name);
    }
}
