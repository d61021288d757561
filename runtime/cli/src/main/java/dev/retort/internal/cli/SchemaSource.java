package dev.retort.internal.cli;

import dev.retort.Problem;
import dev.retort.Retort;
import dev.retort.SchemaSnapshot;
import dev.retort.internal.configuration.Configuration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the schemas of {@code schema} and {@code diff} come from. */
final class SchemaSource {

    /** The database of the configuration. */
    static final String DATABASE = "db";

    /** The entities of JPA. */
    static final String ENTITIES = "jpa";

    /** Before a revision that is called as something else is. */
    private static final String REVISION = "rev:";

    /** For those who complete what is neither a revision nor a file. */
    static final class Words extends ArrayList<String> {

        Words() {
            super(List.of(DATABASE, ENTITIES));
        }
    }

    private final Invocation invocation;
    private final Configuration configuration;
    /** Two revisions of one chain have most of their scripts in common. */
    private final Set<Problem> reported = new HashSet<>();

    SchemaSource(Invocation invocation) {
        this(invocation, invocation.configuration(Map.of()));
    }

    SchemaSource(Invocation invocation, Configuration configuration) {
        this.invocation = invocation;
        this.configuration = configuration;
    }

    /** The one of the configuration. */
    SchemaSnapshot model() {
        return snapshot(configuration.target());
    }

    /** @param source a revision, also with {@code rev:} before it; a URL, schema files, {@link #DATABASE} or {@link #ENTITIES} */
    SchemaSnapshot snapshot(String source) {
        if (source.equals(DATABASE)) {
            Retort engine = invocation.engine(configuration);
            invocation.reportDoubtfulDatabase(configuration, engine);
            return engine.schema();
        } else if (source.equals(ENTITIES)) {
            return invocation.engine(configuration).modelSchema(source);
        } else if (source.contains("://") || source.startsWith("jdbc:")) {
            return invocation.builder(configuration).url(source).build().schema();
        }
        if (isPath(source)) {
            Path path = invocation.process().workingDirectory().resolve(source);
            return invocation.engine(configuration).declaredSchema(path);
        }
        String revision = source.startsWith(REVISION) ? source.substring(REVISION.length()) : source;
        SchemaSnapshot folded = invocation.engine(configuration).schemaAt(revision);
        if (!invocation.json()) {
            folded.problems().stream()
                    .filter(reported::add)
                    .forEach(problem -> invocation.console().warning(problem.toString()));
        }
        return folded;
    }

    /** Whatever exists: no revision has such a name. */
    private static boolean isPath(String source) {
        return source.endsWith(".groovy") || source.contains("/") || source.contains("\\");
    }

    /** What a reader has to know of a schema that is not in its script. */
    static List<String> remarks(SchemaSnapshot snapshot) {
        List<String> remarks = new ArrayList<>();
        if (!snapshot.isComplete()) {
            remarks.add("A script runs SQL that may have created anything; there may be more than this.");
        }
        if (!snapshot.uncertain().isEmpty()) {
            remarks.add("Uncertain, because SQL changed it in a way that its text does not reveal: "
                    + String.join(", ", snapshot.uncertain()) + ".");
        }
        if (!snapshot.leftOut().isEmpty()) {
            remarks.add("Not part of a schema, and left out: " + String.join(", ", snapshot.leftOut()) + ".");
        }
        return remarks;
    }
}
