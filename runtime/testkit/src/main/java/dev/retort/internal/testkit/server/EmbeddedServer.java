package dev.retort.internal.testkit.server;

import dev.retort.Problem;
import dev.retort.RetortException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;

/** A server of the binaries that come as a library; apart, for that may be missing. */
final class EmbeddedServer {

    private EmbeddedServer() {}

    /** Its URL. Nothing in it outlives the JVM, which stops it: it need not reach the disk. */
    @SuppressWarnings("resource")
    static String start() {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("synchronous_commit", "off");
            DataFolder.inMemory().ifPresent(builder::setDataDirectory);
            EmbeddedPostgres server = builder.start();
            return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres?user=postgres";
        } catch (IOException | IllegalStateException e) {
            throw new RetortException(
                    RetortException.Kind.UNREACHABLE,
                    List.of(Problem.of("The embedded PostgreSQL does not start: " + e.getMessage())
                            .withHint("It refuses to run as root in some containers; name a server by "
                                    + PostgresServer.VARIABLE + " instead.")),
                    e);
        }
    }
}
