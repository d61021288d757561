package dev.retort.internal.jpa;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives the statements that create what entities need. */
public interface EntityDdl {

    /** The naming strategies of Spring Boot. */
    String SPRING = "spring";

    /** Those of JPA's specification. */
    String JPA = "jpa";

    /**
     * @param database as its driver calls it
     * @param version of it that the statements are for
     * @param naming {@link #SPRING}, {@link #JPA}, or a class of naming strategies; empty leaves it to the properties
     * @param properties of Hibernate
     * @param classes entities, what they embed and inherit, converters
     * @param packages that have annotations themselves
     * @param mappings files on the class path that say what annotations could
     */
    record Request(
            String database,
            String version,
            Optional<String> naming,
            Map<String, String> properties,
            List<String> classes,
            List<String> packages,
            List<String> mappings) {
        public Request {
            properties = Map.copyOf(properties);
            classes = List.copyOf(classes);
            packages = List.copyOf(packages);
            mappings = List.copyOf(mappings);
        }
    }

    /**
     * @return in an order that runs
     * @throws dev.retort.RetortException of the kind SCRIPT where the entities are wrong
     */
    List<String> statements(Request request);
}
