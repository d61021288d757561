package dev.retort.internal.testkit;

import dev.retort.internal.configuration.Setting;
import dev.retort.testkit.Database;
import dev.retort.testkit.Migrated;
import dev.retort.testkit.MigrationTest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a test says of its project; the configuration says the rest.
 *
 * @param migrations the folders of the scripts; none leaves it to the configuration
 * @param url a server on which databases may be created; empty where the tests have one of their own
 * @param databases the kinds of databases; none means the kind of the configured URL
 */
public record ProjectRequest(
        List<String> migrations,
        Optional<String> url,
        List<Database> databases,
        List<String> schemas,
        Optional<String> environment) {

    /** A test that says nothing. */
    public static final ProjectRequest NOTHING =
            new ProjectRequest(List.of(), Optional.empty(), List.of(), List.of(), Optional.empty());

    static ProjectRequest of(MigrationTest test) {
        return new ProjectRequest(
                List.of(test.migrations()),
                said(test.url()),
                List.of(test.database()),
                List.of(test.schemas()),
                said(test.environment()));
    }

    /** What the annotation of a parameter or field says. */
    public static ProjectRequest of(Migrated migrated) {
        return new ProjectRequest(
                List.of(migrated.migrations()),
                said(migrated.url()),
                List.of(migrated.database()),
                List.of(migrated.schemas()),
                said(migrated.environment()));
    }

    static Optional<String> said(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }

    /** As if it had been typed on the command line. */
    Map<Setting, List<String>> settings() {
        Map<Setting, List<String>> settings = new EnumMap<>(Setting.class);
        settings.put(Setting.MIGRATIONS, migrations);
        settings.put(Setting.SCHEMAS, schemas);
        settings.values().removeIf(List::isEmpty);
        return settings;
    }
}
