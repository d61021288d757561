package dev.retort.internal.cli

import dev.retort.internal.testing.TcpRelay
import java.lang.reflect.InvocationHandler
import java.lang.reflect.Method
import java.lang.reflect.Proxy
import java.sql.Connection
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import javax.sql.DataSource
import spock.lang.AutoCleanup
import spock.lang.Timeout
import spock.util.concurrent.PollingConditions

/**
 * A network that swallows everything and closes nothing. Whether a dead client is noticed by the server is its system's
 * matter and takes a minute; here is seen that it is asked to.
 */
@Timeout(60)
@spock.lang.Tag('world')
class HalfOpenSpec extends WorldSpec {

    @AutoCleanup
    TcpRelay relay

    def setup() {
        on('postgresql')
        def address = database.jdbcUrl =~ /\/\/([^:\/]+):(\d+)\//
        assert address.find()
        relay = new TcpRelay(address.group(1), address.group(2) as int)
        variables.DATABASE_URL = database.jdbcUrl.replaceFirst(/\/\/[^\/]+\//, "//localhost:$relay.port/")
        variables.RETORT_ANSWER_TIMEOUT = '1s'
    }

    private CompletableFuture<Outcome> begin(String command) {
        CompletableFuture.supplyAsync { retort(command) }
    }

    private void awaits(String sql) {
        new PollingConditions(timeout: 20, delay: 0.05).eventually {
            assert database.rows("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND query = '${sql.replace("'", "''")}'")
        }
    }

    /** As the server's system does when the other end does not confirm what it is sent. */
    private void buryTheDead() {
        database.execute('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()')
    }

    def "a server that falls silent during a long #part is given up in time"() {
        given:
        project.table('a')
        retorts('upgrade a')
        project.revision('b', ['a'], "upgrade { execute 'INSERT INTO t_a VALUES (1)'\n$script }\nirreversible 'no'")

        when:
        def run = begin('upgrade head')
        awaits('SELECT pg_sleep(50)')
        long start = System.nanoTime()
        relay.fallSilent()
        def outcome = run.get(20, TimeUnit.SECONDS)

        then: 'long before the statement ends'
        System.nanoTime() - start < TimeUnit.SECONDS.toNanos(10)
        told(outcome, 4, 'The server does not answer any more; its connections are given up.',
                'Revision b (upgrade) failed: The connection to the server was lost', 'Run the same command again when the server is there.', kept)

        when:
        buryTheDead()
        relay.speak()
        project.revision('b', ['a'], "upgrade { execute 'INSERT INTO t_a VALUES (1)' }\nirreversible 'no'")
        def next = retort('upgrade head')

        then:
        told(next, 0)
        database.rows('SELECT id FROM t_a') == [[1]]

        where:
        part                               | script                                     || kept
        'statement'                        | "execute 'SELECT pg_sleep(50)'"            || 'Nothing of this revision was kept; the database was at a.'
        'question'                         | "query('SELECT pg_sleep(50)')"             || 'Nothing of this revision was kept; the database was at a.'
    }

    def "one that works for long and answers is not"() {
        given:
        project.revision('a', [], "upgrade { execute 'SELECT pg_sleep(2.5)' }\nirreversible 'no'")

        expect:
        told(retort('upgrade head'), 0)
    }

    def "a server that never says a word: #command"() {
        given:
        project.table('a').table('b', ['a'])
        relay.fallSilent()
        variables.DATABASE_URL += '&loginTimeout=1'

        when:
        long start = System.nanoTime()
        def outcome = retort(command)

        then:
        System.nanoTime() - start < TimeUnit.SECONDS.toNanos(10)
        told(outcome, 4, "The database postgresql://postgres@localhost:$relay.port/", 'cannot be used: ')

        where:
        command << ['upgrade head', 'current', 'stamp head']
    }

    def "one that falls silent while a run waits for the lock"() {
        given:
        project.table('a')
        def holder = database.open()
        holder.createStatement().execute("SELECT pg_advisory_lock(${lockKey()})")

        when:
        def run = begin('upgrade head')
        new PollingConditions(timeout: 20, delay: 0.05).eventually {
            assert database.rows("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%pg_try_advisory_lock%' AND pid <> pg_backend_pid()")
        }
        relay.fallSilent()
        def outcome = run.get(20, TimeUnit.SECONDS)

        then:
        told(outcome, 4, 'cannot be used: The server did not answer in time')
        tables() == []

        cleanup:
        holder?.close()
    }

    def "a commit whose answer is lost is not said to have failed"() {
        given:
        project.table('a').table('b', ['a'])
        retorts('upgrade a')

        when:
        relay.fallSilentAfter('COMMIT')
        def outcome = begin('upgrade head').get(20, TimeUnit.SECONDS)

        then: 'the server has done it'
        told(outcome, 4, 'Revision b (upgrade) failed: The connection to the server was lost', 'Its commit was not answered, so that it may have been kept or not; to see: retort current.')
        !outcome.err.contains('Nothing of this revision was kept')
        new PollingConditions(timeout: 5).eventually { assert versionRows() == ['b'] }

        when:
        buryTheDead()
        relay.speak()

        then:
        retort('current').out == 'b (head)\n'
        told(retort('upgrade head'), 0)
    }

    private static final Map<String, String> ASKED = [tcp_keepalives_idle: '30', tcp_keepalives_interval: '10', tcp_keepalives_count: '3',
                                                       tcp_user_timeout: '60000', idle_session_timeout: '0']

    def "the server is asked to notice a dead session of the run and of its lock, for as long as it runs"() {
        given:
        def name = database.rows('SELECT current_database()')[0][0]
        database.execute("ALTER DATABASE $name SET idle_session_timeout = '1h'")
        project.revision('a', [], "upgrade { execute 'SELECT pg_sleep(1.5)' }\nirreversible 'no'")
        List<Connection> sessions = []
        def source = { Object proxy, Method method, Object[] arguments -> database.open().tap { sessions << it } } as InvocationHandler
        def retort = project.on(database).dataSource(Proxy.newProxyInstance(DataSource.classLoader, [DataSource] as Class[], source) as DataSource).build()

        when:
        def run = CompletableFuture.supplyAsync { retort.upgrade('head') }
        awaits('SELECT pg_sleep(1.5)')
        def (lock, work) = sessions.findAll { !it.closed }
        def ofLock = settings(lock)
        run.get(20, TimeUnit.SECONDS)

        then: 'the lock is asked meanwhile, and the run when it is done with the statement'
        ofLock == ASKED
        work.closed

        when:
        project.revision('b', ['a'], """upgrade {
                createTable('seen') { column 'name', text
                                      column 'setting', text }
                execute "INSERT INTO seen SELECT name, setting FROM pg_settings"
            }
            irreversible 'no'""")
        retorts('upgrade head')

        then:
        def seen = database.rows('SELECT * FROM seen').collectEntries { it }
        seen.subMap(ASKED.keySet()) == ASKED
        seen.client_connection_check_interval == '5000'
    }

    private static Map<String, String> settings(Connection connection) {
        ASKED.keySet().collectEntries { name ->
            def rows = connection.createStatement().executeQuery("SELECT setting FROM pg_settings WHERE name = '$name'")
            rows.next()
            [name, rows.getString(1)]
        }
    }

    def "a session that only holds the lock is not taken for one that was left alone"() {
        given:
        def name = database.rows('SELECT current_database()')[0][0]
        database.execute("ALTER DATABASE $name SET idle_session_timeout = '300ms'")
        variables.RETORT_ANSWER_TIMEOUT = '1m'
        project.revision('a', [], "upgrade { int n = 0\nwhile (n < 200) { query('SELECT pg_sleep(0.005)')\nn = n + 1 } }\nirreversible 'no'").table('b', ['a'])

        expect:
        told(retort('upgrade head'), 0)
        versionRows() == ['b']
    }
}
