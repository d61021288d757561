package dev.retort.internal.testkit.server;

import dev.retort.Problem;
import dev.retort.RetortException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A server in a container; apart, for Testcontainers may be missing. */
final class ServerInContainer {

    private static final String IMAGE = "postgres:18-alpine";

    private ServerInContainer() {}

    /** Its URL; null where no Docker engine answers. Testcontainers removes it after the JVM has ended. */
    @SuppressWarnings("resource")
    static @Nullable String start() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return null;
        }
        PostgreSQLContainer container = new PostgreSQLContainer(IMAGE);
        try {
            container.start();
        } catch (ContainerLaunchException | ContainerFetchException e) {
            throw new RetortException(
                    RetortException.Kind.UNREACHABLE,
                    List.of(Problem.of("The PostgreSQL in a container does not start: " + e.getMessage())
                            .withHint("See what docker run " + IMAGE + " prints, or name a server by "
                                    + PostgresServer.VARIABLE + " instead.")),
                    e);
        }
        return "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/"
                + container.getDatabaseName() + "?user=" + container.getUsername() + "&password="
                + container.getPassword();
    }
}
