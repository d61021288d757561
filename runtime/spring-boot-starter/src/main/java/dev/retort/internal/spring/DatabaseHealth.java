package dev.retort.internal.spring;

import dev.retort.spring.RetortInstance;
import dev.retort.spring.RetortInstances;
import dev.retort.spring.RetortMode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the databases are, for either Spring Boot's health.
 *
 * @param serving whether nothing is left to do. What is pending does not count where the mode is off, and a database may be
 *     ahead of the scripts.
 * @param details by instance
 */
record DatabaseHealth(boolean serving, Map<String, Object> details) {

    static DatabaseHealth of(RetortInstances instances) {
        boolean serving = true;
        Map<String, Object> details = new LinkedHashMap<>();
        for (RetortInstance instance : instances.all()) {
            Pending pending = Pending.of(instance);
            serving &= pending.isEmpty() || instance.mode() == RetortMode.OFF;
            details.put(
                    instance.name(),
                    Map.of(
                            "pending", pending.revisions(),
                            "interrupted", pending.interrupted()));
        }
        return new DatabaseHealth(serving, details);
    }
}
