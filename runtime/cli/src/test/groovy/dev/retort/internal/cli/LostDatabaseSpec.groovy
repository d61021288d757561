package dev.retort.internal.cli

import dev.retort.internal.testing.TestDatabase
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres
import java.nio.file.Files
import java.nio.file.Path
import java.sql.DriverManager
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import spock.lang.Requires
import spock.lang.Timeout
import spock.util.concurrent.PollingConditions

/** A database that goes away while a revision is at work: dropped, deleted, replaced, stopped, its session ended. */
@Timeout(120)
@spock.lang.Tag('world')
class LostDatabaseSpec extends WorldSpec {

    static final String LONG = 'SELECT pg_sleep(50)'

    private void scripts(String part) {
        project.table('a').table('b', ['a'])
        project.revision('c', ['b'], "upgrade { execute 'INSERT INTO t_b VALUES (1)'\n$part }\nirreversible 'no'")
        project.table('d', ['c'])
    }

    private CompletableFuture<Outcome> begin(String command) {
        CompletableFuture.supplyAsync { retort(command) }
    }

    private static void await(Closure<?> condition) {
        new PollingConditions(timeout: 30, delay: 0.02).eventually { assert condition() }
    }

    private void awaits(String sql) {
        await { database.rows("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND query = '$sql'") }
    }

    private void terminate(String which) {
        database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND $which")
    }

    def "the session of the run is ended #where"() {
        given:
        on('postgresql')
        scripts(part)

        when:
        def run = begin('upgrade head')
        awaits(LONG)
        terminate("query = '$LONG'")
        def outcome = run.get(20, TimeUnit.SECONDS)

        then:
        told(outcome, 4, 'migrations/c.groovy:', 'Revision c (upgrade) failed: terminating connection due to administrator command [57P01].',
                'Run the same command again when the server is there.', kept)
        versionRows() == ['b']

        when: 'what took so long is shorter now'
        scripts(part.replace('50', '0'))
        def next = retort('upgrade head')

        then:
        told(next, 0)
        versionRows() == ['d']
        database.rows('SELECT id FROM t_b') == [[1]]

        where:
        where                      | part                                || kept
        'in its transaction'       | "execute '$LONG'"                   || 'Nothing of this revision was kept; the database was at b.'
        'in one of its own'        | "autocommit { execute '$LONG' }"    || 'What ran before statement 2 was kept; the version rows are still at b. The next run of the same command goes on there.'
    }

    def "the session that holds the lock is ended: what is at work is finished, and nothing more begun"() {
        given:
        on('postgresql')
        scripts("execute 'SELECT pg_sleep(1.5)'")

        when:
        def run = begin('upgrade head')
        awaits('SELECT pg_sleep(1.5)')
        terminate("pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory')")
        def outcome = run.get(20, TimeUnit.SECONDS)

        then:
        told(outcome, 4, 'The database session that held the lock has ended, so that another run may have begun. Nothing more was run. Run the same command again')
        versionRows() == ['c']
        database.rows('SELECT id FROM t_b') == [[1]]
        tables() == ['t_a', 't_b']
        told(retort('upgrade head'), 0)
        versionRows() == ['d']
    }

    def "the database is dropped"() {
        given:
        on('postgresql')
        scripts("execute '$LONG'")
        def name = database.rows('SELECT current_database()')[0][0]

        when:
        def run = begin('upgrade head')
        awaits(LONG)
        execute("DROP DATABASE $name WITH (FORCE)")
        def outcome = run.get(20, TimeUnit.SECONDS)

        then:
        told(outcome, 4, 'Revision c (upgrade) failed: ', 'Nothing of this revision was kept; the database was at b.')
        told(retort('upgrade head'), 4, "cannot be used: database \"$name\" does not exist. Create it with: retort create")

        when: 'it is there again, as empty as a new one is'
        execute("CREATE DATABASE $name")
        scripts("execute 'SELECT 1'")

        then:
        told(retort('upgrade head'), 0)
        versionRows() == ['d']
    }

    private void execute(String sql) {
        DriverManager.getConnection(database.jdbcUrl.replaceFirst(/spec_\w+/, 'postgres')).withCloseable { it.createStatement().execute(sql) }
    }

    @Requires({ os.linux })
    def "the server is stopped as by a power cut, and started again"() {
        given:
        def folder = Files.createTempDirectory('retort-server')
        def server = start(folder.resolve('data'), 0)
        def url = "jdbc:postgresql://localhost:$server.port/postgres?user=postgres&password=geheim" as String
        variables.DATABASE_URL = url
        scripts("execute '$LONG'")
        def look = { String sql -> DriverManager.getConnection(url).withCloseable { connection ->
            def rows = connection.createStatement().executeQuery(sql)
            rows.next() ? rows.getString(1) : null
        } }

        when:
        def run = begin('upgrade head')
        await { look("SELECT 1 FROM pg_stat_activity WHERE query = '$LONG' AND pid <> pg_backend_pid()") }
        def pid = folder.resolve('data/postmaster.pid').toFile().readLines()[0]
        new ProcessBuilder('kill', '-QUIT', pid).start().waitFor()
        def outcome = run.get(20, TimeUnit.SECONDS)

        then:
        told(outcome, 4, 'Revision c (upgrade) failed: ', 'Run the same command again when the server is there.', 'Nothing of this revision was kept; the database was at b.')
        await { !new File("/proc/$pid").exists() }
        told(retort('upgrade head'), 4, "cannot be used: Connection to localhost:$server.port refused. Is the address right, and is the server running?")

        when:
        server.close()
        def again = start(folder.resolve('data'), server.port)

        then:
        look('SELECT version_num FROM retort_version') == 'b'
        look('SELECT count(*) FROM t_b') == '0'

        when:
        scripts("execute 'SELECT 1'")

        then:
        told(retort('upgrade head'), 0)
        look('SELECT version_num FROM retort_version') == 'd'
        look('SELECT count(*) FROM t_b') == '1'

        cleanup:
        again?.close()
        server?.close()
        folder.toFile().deleteDir()
    }

    /** One that keeps what it said was committed, as servers do that are not for tests alone. */
    private static EmbeddedPostgres start(Path data, int port) {
        def builder = EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false).setServerConfig('synchronous_commit', 'on')
        (port == 0 ? builder : builder.setPort(port)).start()
    }

    def "the file of SQLite is #what in the middle of a revision"() {
        given:
        on('sqlite')
        def file = Path.of(database.jdbcUrl - 'jdbc:sqlite:')
        scripts(part)
        retorts('upgrade b')
        def other = TestDatabase.sqlite()
        other.execute('CREATE TABLE other (id integer)')
        def copy = other.jdbcUrl - 'jdbc:sqlite:'

        when:
        def run = begin('upgrade head')
        await { Files.exists(Path.of("$file-journal")) }
        Files.delete(file)
        if (what == 'replaced') {
            Files.copy(Path.of(copy), file)
        }
        def outcome = run.get(60, TimeUnit.SECONDS)

        then:
        told(outcome, 4, 'Revision c (upgrade) failed: the file was deleted, moved or replaced while it was in use [SQLITE_READONLY_DBMOVED].',
                'Put the database back, and run the same command again.', 'Nothing of this revision was kept; the database was at b.')
        Files.exists(file) == (what == 'replaced')
        !Files.exists(Path.of("$file-journal"))

        and: 'whoever took the place is as it was'
        what == 'deleted' || database.rows('SELECT name FROM sqlite_schema') == [['other']]

        when: 'there is nothing, or another database, to begin with'
        scripts("execute 'SELECT 1'")

        then:
        told(retort('upgrade head'), 0)
        versionRows() == ['d']

        cleanup:
        other?.close()

        where:
        what << ['deleted', 'replaced']
        part = "execute 'INSERT INTO t_b WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000) SELECT i FROM n WHERE i % 1000 = 0'"
    }

    def "the file of SQLite is damaged"() {
        given:
        on('sqlite')
        project.table('a').table('b', ['a'])
        retorts('upgrade a')
        def file = new File(database.jdbcUrl - 'jdbc:sqlite:')
        def good = file.bytes
        file.bytes = Arrays.copyOf(Arrays.copyOf(good, 8192), good.length)
        def damaged = file.bytes

        expect:
        ['upgrade head', 'status', 'log', 'stamp b'].each { line ->
            told(retort(line), 1, "cannot be used: database disk image is malformed. The file is damaged. Restore it from a backup")
        }
        file.bytes == damaged

        when:
        file.bytes = good

        then:
        told(retort('upgrade head'), 0)
        versionRows() == ['b']
    }
}
