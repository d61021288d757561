package dev.retort.internal.configuration;

import dev.retort.DifferenceOptions;
import dev.retort.Retort;
import dev.retort.SchemaSnapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The model that a configuration names, and what of it is compared. */
public final class ConfiguredModel {

    /** The entities of JPA. */
    private static final String ENTITIES = "jpa";

    /** The tables in which Alembic, Flyway and Liquibase keep their state. */
    private static final List<String> OF_OTHER_TOOLS = List.of(
            "table:alembic_version",
            "table:flyway_schema_history",
            "table:databasechangelog",
            "table:databasechangeloglock");

    private ConfiguredModel() {}

    /** Schema files, a model that a library brings, or else the schema at a revision. */
    public static SchemaSnapshot of(Configuration configuration, Retort engine) {
        String target = configuration.target();
        if (target.equals(ENTITIES)) {
            return engine.modelSchema(target);
        }
        Path file = Path.of(target);
        return Files.exists(file) ? engine.declaredSchema(file) : engine.schemaAt(target);
    }

    /** What is compared of it. */
    public static DifferenceOptions options(Configuration configuration) {
        List<String> exclude = new ArrayList<>(OF_OTHER_TOOLS);
        exclude.addAll(configuration.list(Setting.AUTOGENERATE_EXCLUDE));
        return new DifferenceOptions(configuration.list(Setting.AUTOGENERATE_INCLUDE), exclude, Map.of(), true);
    }
}
