package dev.retort.internal.cli

import dev.retort.internal.testing.BreakingDriver
import dev.retort.internal.testing.BreakingDriver.Fault
import dev.retort.internal.testing.TestDatabase
import java.sql.Connection
import java.sql.SQLException
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Shared

/**
 * A run is broken at one of its calls to the database: its connections are lost, or it hangs until they are, or its
 * process is killed. Some calls, drawn by a seed that is printed; with {@code -Dretort.matrix=true} each call in each way.
 */
@spock.lang.Tag('world')
class CrashMatrixSpec extends BrokenRunSpec {

    static final Map<Fault, Integer> SAMPLE = [(Fault.LOSE): 4, (Fault.HANG): 2, (Fault.KILL): 1]

    @Shared
    @AutoCleanup
    BreakingDriver driver = BreakingDriver.install()

    def "#command on #dialect, broken at any call, leaves what the next run finishes"() {
        given:
        println "crash matrix, $command on $dialect: -Dretort.seed=$SEED"
        on(dialect)
        scripts()
        JOURNEYS[command].each { retorts(it) }
        def prepared = database
        def committed = [:]
        def calls = undisturbed(prepared, command, committed)
        def finished = committed.values().last()

        when:
        def cases = cases(calls, "$command $dialect")
        int begun = 0
        def failures = cases.findResults { Fault fault, int call, boolean after ->
            if (begun++ % 100 == 0) {
                println "  $begun of ${cases.size()} …"
            }
            try {
                database = prepared.copy()
                broken(fault, call, after, command, committed.values() as Set, finished)
                return null
            } catch (Throwable e) {
                String failure = "$fault ${after ? 'after' : 'before'} call $call (${calls[call - 1]}): $e"
                println failure
                return failure
            } finally {
                driver.rest()
                database.close()
                database = prepared
            }
        }

        println "  ${cases.size()} cases at ${calls.size()} calls, ${failures.size()} failures"

        then:
        calls.size() > 10
        failures == []

        where:
        [dialect, command] << [DIALECTS, JOURNEYS.keySet()].combinations()
    }

    private static List<List> cases(List<String> calls, String salt) {
        def random = new Random(SEED + salt.hashCode())
        def all = [SAMPLE.keySet(), 1..calls.size(), [false, true]].combinations()
        if (FULL) {
            return share(all.findAll { Fault fault, int call, boolean after -> fault != Fault.KILL || !after && isNews(calls, call) })
        }
        SAMPLE.collectMany { fault, count -> all.findAll { it[0] == fault }.shuffled(random).take(count) }
    }

    /**
     * A process that is killed knows nothing more: after one call is before the next, and before a statement is run is
     * before it was prepared.
     */
    private static boolean isNews(List<String> calls, int call) {
        call == 1 || !calls[call - 2].startsWith('prepareStatement ')
    }

    /** What is called, and all that was ever committed on the way, in its order. */
    private List<String> undisturbed(TestDatabase prepared, String command, Map<Integer, Map> committed) {
        database = prepared.copy()
        variables.DATABASE_URL = database.jdbcUrl
        def url = database.jdbcUrl
        driver.rest()
        committed[0] = look(url)
        def onlooker = database.dialect == 'postgresql' ? new Onlooker(driver.direct(url)) : null
        driver.afterEach { (onlooker ? onlooker.news() : look(url))?.with { committed[committed.size()] = it } }
        retorts(command)
        def calls = driver.calls
        driver.rest()
        onlooker?.close()
        committed[committed.size()] = look(url)
        database.close()
        database = prepared
        calls
    }

    private Map look(String url) {
        driver.direct(url).withCloseable { Connection connection -> state(connection) }
    }

    private void broken(Fault fault, int call, boolean after, String command, Set<Map> committed, Map finished) {
        variables.DATABASE_URL = database.jdbcUrl
        if (fault == Fault.HANG) {
            hang(call, after, command)
        } else if (fault == Fault.KILL) {
            kill(call, after, command)
        } else {
            driver.arm(fault, call, after)
            def outcome = retort(command)
            driver.rest()
            assert outcome.exit in [0, 1, 4]
            assert !outcome.err.contains('\tat ')
        }
        nobodyIsLeft(database)
        def left = look(database.jdbcUrl)
        assert left in committed
        def next = retort("$command --lock-timeout 10s")
        assert next.exit == 0 : next.err
        assert !halfDone(left) || next.err =~ /Revision b was interrupted at statement \d+ of its (up|down)grade/
        assert look(database.jdbcUrl) == finished
        nobodyIsLeft(database)
    }

    /** While it hangs another one comes, and has its turn at the latest when the first is dead. */
    private void hang(int call, boolean after, String command) {
        driver.arm(Fault.HANG, call, after)
        Outcome first = null
        Outcome second = null
        def hanging = Thread.start { first = retort(command) }
        while (!driver.awaitHanging(20) && hanging.alive) {
            // A call that is not reached, as the last ones may be, hangs nowhere.
        }
        def waiting = Thread.start { second = retort("$command --lock-timeout 60s") }
        waiting.join(300)
        driver.sever()
        [hanging, waiting].each { it.join(TimeUnit.SECONDS.toMillis(90)) }
        assert first != null && second != null
        assert second.exit == 0 : second.err
        assert first.exit in [0, 1, 4]
        assert !first.err.contains('\tat ') && !second.err.contains('\tat ')
    }

    private void kill(int call, boolean after, String command) {
        def log = project.home.resolve('killed.log').toFile()
        def arguments = [call as String, after as String, '--url', database.jdbcUrl] + command.split(' ').toList()
        def process = Jvm.start(BreakingProgram, arguments, project.home.toFile(), log)
        assert process.waitFor(120, TimeUnit.SECONDS)
        assert process.exitValue() in [137, 0]
        assert !log.text.contains('\tat ')
    }

    /** Looks at a database of PostgreSQL when something was committed there. */
    private static final class Onlooker implements Closeable {

        private final Connection connection
        private Object seen

        Onlooker(Connection connection) {
            this.connection = connection
            connection.createStatement().execute("SET lock_timeout = '20ms'")
        }

        /** Null where nothing was committed, and while a transaction is open that keeps readers out: it has committed nothing yet. */
        Map news() {
            def latest = latest()
            if (latest == seen) {
                return null
            }
            try {
                def state = state(connection)
                seen = latest
                return state
            } catch (SQLException e) {
                if (e.SQLState == '55P03') {
                    return null
                }
                throw e
            }
        }

        /** Of the transactions that have ended, the number after that of the latest. */
        private Object latest() {
            connection.createStatement().withCloseable { statement ->
                def result = statement.executeQuery('SELECT pg_snapshot_xmax(pg_current_snapshot())::text')
                result.next()
                result.getString(1)
            }
        }

        @Override
        void close() {
            connection.close()
        }
    }
}
