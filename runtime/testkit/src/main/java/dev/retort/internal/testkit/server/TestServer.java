package dev.retort.internal.testkit.server;

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

    private TestServer(String label, String url) {
        this.label = label;
        this.url = url;
    }

    /** The one that the tests of this JVM share; it is started when it is asked for first. */
    public static TestServer of(Database database) {
        return switch (database) {
            case SQLITE -> new TestServer(database.toString(), FILE);
            case POSTGRESQL ->
                new TestServer(database.toString(), PostgresServer.shared().url());
        };
    }

    /**
     * The one that has databases of the same kind as a URL names. On the server of that URL the tests create none: nobody
     * said so.
     */
    public static TestServer like(String url) {
        String kind = Dialects.ofUrl(url).dialect().name();
        Optional<Database> database = Arrays.stream(Database.values())
                .filter(each -> each.toString().equals(kind))
                .findFirst();
        return database.filter(each -> each != Database.SQLITE)
                .map(TestServer::of)
                // Of a file nothing is used but how it is opened.
                .orElseGet(() -> new TestServer(kind, url));
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
