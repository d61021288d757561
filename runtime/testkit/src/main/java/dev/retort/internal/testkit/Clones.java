package dev.retort.internal.testkit;

import dev.retort.DatabaseTemplate;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.testkit.Migrated;
import dev.retort.testkit.MigratedDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The databases that tests are given: each migrated once in this JVM, and copied for whoever asks. */
public final class Clones {

    private record Key(ProjectRequest project, String target) {}

    private static final Map<Key, DatabaseTemplate> TEMPLATES = new ConcurrentHashMap<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Clones::close, "retort-templates"));
    }

    private Clones() {}

    /**
     * A database for one test, which closes it.
     *
     * @throws RetortException where it cannot be created or migrated
     */
    public static MigratedDatabase of(Migrated migrated) {
        Key key = new Key(ProjectRequest.of(migrated), migrated.to());
        return new MigratedDatabase(
                TEMPLATES.computeIfAbsent(key, Clones::template).copy());
    }

    private static DatabaseTemplate template(Key key) {
        List<Project> projects = Project.of(key.project());
        if (projects.size() > 1) {
            throw new RetortException(
                    Kind.USAGE,
                    Problem.of("@Migrated gives one database, and names " + projects.size() + " kinds of them.")
                            .withHint("Name one, and write a subclass of the test for each kind."));
        }
        return projects.get(0).retort().template(key.target());
    }

    private static void close() {
        TEMPLATES.values().forEach(DatabaseTemplate::close);
    }
}
