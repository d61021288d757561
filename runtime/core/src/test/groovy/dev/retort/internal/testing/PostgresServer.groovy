package dev.retort.internal.testing

import groovy.transform.CompileStatic
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres
import java.nio.file.Files
import java.nio.file.Path
import java.sql.Connection
import java.sql.DriverManager
import java.util.jar.JarEntry
import java.util.jar.JarFile
import org.testcontainers.DockerClientFactory
import org.testcontainers.postgresql.PostgreSQLContainer

/**
 * The PostgreSQL server that the specs of one JVM share: the one that RETORT_TEST_POSTGRES_URL names, else one in a
 * container where a Docker engine answers, else the embedded binaries.
 */
@CompileStatic
final class PostgresServer {

    /** Where the build puts the binaries of the oldest version that the specs meet. */
    private static final Path OLDEST = Path.of('target/postgres-14')

    private static final String VARIABLE = 'RETORT_TEST_POSTGRES_URL'

    private static PostgresServer shared
    private static PostgresServer oldest

    /** With a {@code %s} where the name of the database belongs. */
    private final String urlPattern
    private final String ownDatabase

    private PostgresServer(String urlPattern, String ownDatabase) {
        this.urlPattern = urlPattern
        this.ownDatabase = ownDatabase
    }

    static synchronized PostgresServer shared() {
        if (shared == null) {
            refuseToFastSpecs()
            shared = start()
        }
        shared
    }

    /** A server of the oldest version that the specs meet; those of this module alone can start it. */
    static synchronized PostgresServer oldest() {
        if (oldest == null) {
            refuseToFastSpecs()
            oldest = embedded(EmbeddedPostgres.builder().setPgBinaryResolver { String system, String machine -> binaries() })
        }
        oldest
    }

    /** A server of its own that counts statements; nobody has to be given it twice. */
    static PostgresServer counting() {
        refuseToFastSpecs()
        embedded(EmbeddedPostgres.builder().setServerConfig('shared_preload_libraries', 'pg_stat_statements'))
    }

    String url(String database) {
        urlPattern.replace('%s', database)
    }

    void execute(String sql) {
        Connection connection = DriverManager.getConnection(url(ownDatabase))
        try {
            connection.createStatement().execute(sql)
        } finally {
            connection.close()
        }
    }

    private static void refuseToFastSpecs() {
        if (System.getProperty('retort.specs') == 'fast') {
            throw new IllegalStateException("A spec that needs a server has @spock.lang.Tag('database'), so that -Pfast leaves it out.")
        }
    }

    /** The test kit in the same JVM finds it by a property, and names its own by the same. */
    private static PostgresServer start() {
        String url = System.getProperty(VARIABLE, System.getenv(VARIABLE))
        if (url) {
            return named(url)
        }
        PostgresServer started = dockerAnswers() ? container() : embedded(EmbeddedPostgres.builder())
        System.setProperty(VARIABLE, started.url(started.ownDatabase))
        started
    }

    private static PostgresServer named(String url) {
        def plain = url =~ /^postgresql:\/\/([^:@\/]+)@([^\/@]+)(?:\/(\w+))?$/
        if (plain.matches()) {
            return named("jdbc:postgresql://${plain.group(2)}/${plain.group(3) ?: 'postgres'}?user=${plain.group(1)}".toString())
        }
        def parts = url =~ /^(jdbc:postgresql:\/\/[^\/]+\/)([^?]+)(\?.*)?$/
        if (!parts.matches()) {
            throw new IllegalArgumentException('RETORT_TEST_POSTGRES_URL must look like postgresql://user@host:port' +
                    ' or jdbc:postgresql://host:port/database?user=…')
        }
        new PostgresServer(parts.group(1) + '%s' + (parts.group(3) ?: ''), parts.group(2))
    }

    private static PostgresServer container() {
        PostgreSQLContainer container = new PostgreSQLContainer('postgres:18-alpine')
        container.start()
        String pattern = "jdbc:postgresql://$container.host:${container.getMappedPort(5432)}/%s" +
                "?user=$container.username&password=$container.password"
        new PostgresServer(pattern, container.databaseName)
    }

    private static PostgresServer embedded(EmbeddedPostgres.Builder builder) {
        EmbeddedPostgres server = builder
                .setServerConfig('fsync', 'off')
                .setServerConfig('full_page_writes', 'off')
                .setServerConfig('synchronous_commit', 'off')
                .setServerConfig('wal_level', 'minimal')
                .setServerConfig('max_wal_senders', '0')
                .setServerConfig('autovacuum', 'off')
                .setDataDirectory(QuickFolder.ofThisProcess('retort-postgres-'))
                .start()
        new PostgresServer("jdbc:postgresql://localhost:$server.port/%s?user=postgres", 'postgres')
    }

    /** Two versions of one artifact do not fit on one class path, so that this one is read from its jar. */
    private static InputStream binaries() {
        File jar = OLDEST.toFile().listFiles()?.find { File file -> file.name.endsWith('.jar') }
        if (jar == null) {
            throw new IllegalStateException("There are no binaries in ${OLDEST.toAbsolutePath()}; Maven's generate-test-resources puts them there")
        }
        new JarFile(jar).with { JarFile open ->
            open.getInputStream(open.entries().find { JarEntry entry -> entry.name.endsWith('.txz') } as JarEntry)
        }
    }

    /** Asking Testcontainers costs seconds; without a socket the answer is known. */
    private static boolean dockerAnswers() {
        boolean possible = System.getenv('DOCKER_HOST') || Files.exists(Path.of('/var/run/docker.sock'))
        possible && DockerClientFactory.instance().dockerAvailable
    }
}
