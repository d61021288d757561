package dev.retort.spring;

import dev.retort.Retort;

/**
 * One database that the starter looks after.
 *
 * @param name {@code default}, or the name below {@code retort.instances}
 * @param mode what happens to it while the context starts
 * @param target where it is to be, as for {@link Retort#upgrade}
 */
public record RetortInstance(String name, Retort retort, RetortMode mode, String target) {

    /** The name of what is configured by {@code retort.*} itself. */
    public static final String DEFAULT = "default";
}
