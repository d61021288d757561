package dev.retort.internal.configuration;

import dev.retort.Location;
import org.jspecify.annotations.Nullable;

/**
 * Where a value was found.
 *
 * @param name the flag or the variable; empty for the file and for a default
 * @param location the place in the configuration file; null elsewhere
 */
public record Source(Level level, String name, @Nullable Location location) {

    /** The strongest first. */
    public enum Level {
        FLAG,
        VARIABLE,
        FILE,
        DEFAULT
    }

    static final Source DEFAULT = new Source(Level.DEFAULT, "", null);

    static Source flag(String name) {
        return new Source(Level.FLAG, name, null);
    }

    static Source variable(String name) {
        return new Source(Level.VARIABLE, name, null);
    }

    static Source file(Location location) {
        return new Source(Level.FILE, "", location);
    }

    /** {@code --url}, {@code RETORT_URL}, {@code retort.toml:3:1} or {@code default}. */
    @Override
    public String toString() {
        if (location != null) {
            return location.toString();
        }
        return level == Level.DEFAULT ? "default" : name;
    }
}
