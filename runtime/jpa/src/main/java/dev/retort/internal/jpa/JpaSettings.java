package dev.retort.internal.jpa;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.error.Suggestion;
import dev.retort.internal.target.ModelContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the table {@code [jpa]} says.
 *
 * @param classes folders and jars that entities are looked for in
 * @param classPath what the entities need, Hibernate among it; empty where the application has it
 * @param unit a persistence unit; empty where all entities that are found are meant
 * @param naming of tables and columns without a name
 * @param properties of Hibernate
 */
record JpaSettings(
        List<Path> classes,
        List<Path> classPath,
        Optional<String> unit,
        Optional<String> naming,
        Map<String, String> properties) {

    private static final String CLASSES = "classes";
    private static final String CLASS_PATH = "classpath";
    private static final String UNIT = "unit";
    private static final String NAMING = "naming";
    private static final String PROPERTIES = "properties";
    private static final List<String> KEYS = List.of(CLASSES, CLASS_PATH, UNIT, NAMING, PROPERTIES);

    static JpaSettings of(ModelContext context) {
        context.settings().keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .sorted()
                .forEach(JpaSettings::refuse);
        PathPatterns paths = new PathPatterns(context.home());
        JpaSettings settings = new JpaSettings(
                paths.all(CLASSES, context.all(CLASSES)),
                paths.all(CLASS_PATH, context.all(CLASS_PATH)),
                context.one(UNIT),
                context.one(NAMING),
                properties(context.all(PROPERTIES)));
        if (settings.classes().isEmpty() && settings.unit().isEmpty()) {
            throw usage(
                    "Where the entities of JPA are is not set.",
                    "Write classes = [\"target/classes\"], or unit = \"name\", in the table [jpa].");
        }
        return settings;
    }

    private static void refuse(String key) {
        throw usage(
                "JPA has no setting \"" + key + "\".",
                Suggestion.didYouMean(key, KEYS).orElse("Its settings are " + String.join(", ", KEYS) + "."));
    }

    private static Map<String, String> properties(List<String> texts) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals <= 0) {
                throw usage(
                        "The property \"" + text + "\" of Hibernate has no value.",
                        "Write properties = [\"hibernate.default_schema=shop\"] in the table [jpa].");
            }
            properties.put(
                    text.substring(0, equals).strip(),
                    text.substring(equals + 1).strip());
        }
        return properties;
    }

    /** Folders and jars, in the order in which classes are looked for. */
    List<Path> all() {
        List<Path> all = new ArrayList<>(classes);
        all.addAll(classPath);
        return all;
    }

    static RetortException usage(String sentence, String hint) {
        return new RetortException(
                RetortException.Kind.USAGE, Problem.of(sentence).withHint(hint));
    }
}
