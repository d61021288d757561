package dev.retort.internal.cli

import dev.retort.Retort
import dev.retort.RetortException
import dev.retort.internal.testing.BreakingDriver
import dev.retort.internal.testing.FailingConnections
import dev.retort.internal.testing.TestDatabase
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared

/**
 * SQLite has no lock that outlives a transaction: between any two of a run, another run may do the same revisions, wholly
 * or up to where it is killed. Some places, drawn by a seed that is printed; with {@code -Dretort.matrix=true} each.
 */
@spock.lang.Tag('database')
class OvertakingSpec extends BrokenRunSpec {

    static final int SAMPLE = 5

    @Shared
    @AutoCleanup
    BreakingDriver driver = BreakingDriver.install()

    def "#command comes to the same end when another run #does the same in between"() {
        given:
        println "overtaking, $command, another $does: -Dretort.seed=$SEED"
        def random = new Random(SEED + command.hashCode() + does.hashCode())
        on('sqlite')
        scripts()
        JOURNEYS[command].each { retorts(it) }
        def prepared = database
        def calls = []
        def finished = withCopy(prepared) {
            driver.rest()
            retorts(command)
            calls = driver.calls
            look()
        }
        def between = (1..calls.size()).findAll { calls[it - 1] ==~ /execute (COMMIT|ROLLBACK)/ }

        when:
        def places = FULL ? share(between) : between.shuffled(random).take(SAMPLE)
        int overtaken = 0
        def failures = places.findResults { int place ->
            withCopy(prepared) {
                def others = new FailingConnections(database)
                if (does == 'does a part of') {
                    others.failAt(calls.size().intdiv(4) + random.nextInt(calls.size()), false)
                }
                interleave(place) { overtaken += other(others, command) ? 1 : 0 }
                def outcome = retort(command)
                driver.rest()
                if (outcome.exit != 0) {
                    return "call $place: $outcome.err"
                }
                look() == finished ? null : "call $place: ${look()}, not $finished"
            }
        }
        println "  $overtaken of ${places.size()} times the other got in, at ${between.size()} places"

        then:
        failures == []
        overtaken > 0

        where:
        [command, does] << [['upgrade head', 'downgrade a'], ['does all of', 'does a part of']].combinations()
    }

    private <T> T withCopy(TestDatabase prepared, Closure<T> work) {
        try {
            database = prepared.copy()
            variables.DATABASE_URL = database.jdbcUrl
            work()
        } finally {
            driver.rest()
            database.close()
            database = prepared
        }
    }

    /** Does something behind a call, once; what that itself calls is not looked at. */
    private void interleave(int place, Closure<?> work) {
        int call = 0
        boolean busy = false
        driver.rest()
        driver.afterEach {
            if (!busy && ++call == place) {
                busy = true
                work()
                busy = false
            }
        }
    }

    /** Whether another run had its turn, were it only for a part. */
    private boolean other(FailingConnections connections, String command) {
        def retort = Retort.configure().dataSource(connections).migrations(project.migrations).lockTimeout(Duration.ZERO).build()
        def before = look()
        try {
            command.startsWith('upgrade') ? retort.upgrade('head') : retort.downgrade('a')
        } catch (RetortException ignored) {
            // It was killed, or waited for a transaction that is open.
        }
        look() != before
    }

    private Map look() {
        driver.direct(database.jdbcUrl).withCloseable { state(it) }
    }
}
