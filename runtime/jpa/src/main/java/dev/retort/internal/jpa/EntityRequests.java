package dev.retort.internal.jpa;

import dev.retort.internal.dialect.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts together what Hibernate is asked: the settings, what is found in the classes, and what a persistence unit names. */
final class EntityRequests {

    private static final String MAPPING = "META-INF/orm.xml";

    /** A class of it is on the class path of an application whose names follow its strategies. */
    private static final String SPRING_BOOT = "org/springframework/boot/SpringApplication.class";

    private final JpaSettings settings;
    private final ClassLoader loader;

    EntityRequests(JpaSettings settings, ClassLoader loader) {
        this.settings = settings;
        this.loader = loader;
    }

    EntityDdl.Request request(Dialect dialect) {
        Optional<PersistenceUnit> unit = settings.unit().map(name -> PersistenceUnit.named(name, loader));
        EntityScan scan =
                EntityScan.of(unit.map(PersistenceUnit::isComplete).orElse(false) ? List.of() : settings.classes());
        Set<String> classes = new LinkedHashSet<>(scan.classes());
        Set<String> mappings = new LinkedHashSet<>();
        if (loader.getResource(MAPPING) != null) {
            mappings.add(MAPPING);
        }
        Map<String, String> properties = new LinkedHashMap<>();
        unit.ifPresent(found -> {
            classes.addAll(found.classes());
            mappings.addAll(found.mappings());
            properties.putAll(found.properties());
        });
        properties.putAll(settings.properties());
        if (classes.isEmpty() && mappings.isEmpty()) {
            throw JpaSettings.usage(
                    "There is no entity of JPA in " + places() + ".",
                    "Compile first (mvn compile), or name other folders in jpa.classes.");
        }
        return new EntityDdl.Request(
                dialect.productName(),
                dialect.oldestVersion(),
                naming(),
                properties,
                new ArrayList<>(classes),
                scan.packages(),
                new ArrayList<>(mappings));
    }

    private String places() {
        return settings.classes().isEmpty()
                ? "the persistence unit \"" + settings.unit().orElse("") + "\""
                : String.join(
                        ", ", settings.classes().stream().map(Object::toString).toList());
    }

    private Optional<String> naming() {
        return settings.naming()
                .or(() -> Optional.ofNullable(loader.getResource(SPRING_BOOT)).map(found -> EntityDdl.SPRING));
    }
}
