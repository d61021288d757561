package dev.retort.spring;

import java.util.List;

/**
 * The databases that the starter looks after; to be injected by those who have several.
 *
 * @param all in the order in which they are migrated: the default one first, then by name
 */
public record RetortInstances(List<RetortInstance> all) {

    public RetortInstances {
        all = List.copyOf(all);
    }

    /**
     * The one of a name.
     *
     * @throws IllegalArgumentException where nothing is configured by that name
     */
    public RetortInstance get(String name) {
        return all.stream()
                .filter(instance -> instance.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no retort.instances." + name + "."));
    }
}
