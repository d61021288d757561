package dev.retort.internal.testkit.server;

import dev.retort.internal.configuration.SecretSettings;
import dev.retort.internal.dialect.Dialects;
import dev.retort.testkit.Database;
import java.util.Arrays;
import java.util.Optional;

/** Where the databases of one kind are created for tests. */
public final class TestServer {

    /** A file beside which temporary ones are created; nobody opens it. */
    private static final String FILE = "jdbc:sqlite:tests.db";

    private final String label;
    private final String url;
    private final String option;

    private TestServer(String label, String url, String option) {
        this.label = label;
        this.url = url;
        this.option = option;
    }

    /** The one that the tests of this JVM share; it is started when it is asked for first. */
    public static TestServer of(Database database) {
        return switch (database) {
            case SQLITE -> new TestServer(database.toString(), FILE, "--url sqlite:///tests.db");
            case POSTGRESQL -> {
                PostgresServer server = PostgresServer.shared();
                yield new TestServer(
                        database.toString(),
                        server.url(),
                        server.isOwn() ? "--embedded" : "--url " + SecretSettings.withoutPasswords(server.url()));
            }
        };
    }

    /** Whether the databases of a URL are of that kind. */
    public static boolean isOfKind(Database database, String url) {
        return Dialects.ofUrl(url).dialect().name().equals(database.toString());
    }

    /**
     * The one that has databases of the same kind as a URL names. On the server of that URL the tests create none: nobody
     * said so.
     */
    public static TestServer like(String url) {
        Optional<Database> database = Arrays.stream(Database.values())
                .filter(each -> isOfKind(each, url))
                .findFirst();
        return database.filter(each -> each != Database.SQLITE)
                .map(TestServer::of)
                // Of a file nothing is used but how it is opened.
                .orElseGet(() -> new TestServer(Dialects.ofUrl(url).dialect().name(), url, ""));
    }

    /** The option by which the command line has databases of this kind. */
    public String option() {
        return option;
    }

    /** The URL of a database there, which is not touched. */
    public String url() {
        return url;
    }

    /** The kind of its databases, in a word. */
    @Override
    public String toString() {
        return label;
    }
}
