package dev.retort

import dev.retort.RetortException.Kind
import java.time.Duration
import java.util.concurrent.Callable
import java.util.concurrent.ExecutionException
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import spock.util.concurrent.PollingConditions

/** Runs that meet, and runs that are stopped: no lock is left; a subclass names the database. */
abstract class LockSpec extends DatabaseSpec {

    /** Keeps writers out, as another run in the middle of a revision does, until closed. */
    abstract Closeable holdLock()

    abstract boolean describesHolder(String message)

    /** A statement that does not end by itself while anybody waits for it. */
    abstract String getEndless()

    def "any number of runs at once apply each revision once, and all end well"() {
        given:
        (1..8).each { int i -> project.table("r$i", i == 1 ? [] : ["r${i - 1}".toString()]) }
        def runners = Executors.newFixedThreadPool(10)

        when:
        def results = runners.invokeAll((1..10).collect { int i ->
            { -> project.retort(database).upgrade('head') } as Callable<RunResult>
        })*.get()

        then:
        results.every { it.rows() == ['r8'] as Set }
        results*.steps().flatten()*.revision().sort() == (1..8).collect { "r$it".toString() }
        versionRows() == ['r8']
        events().findAll { it[2] == 'done' }*.first() == (1..8).collect { "r$it".toString() }

        cleanup:
        runners.shutdownNow()
    }

    def "who waits for longer than allowed is told who is in the way"() {
        given:
        project.table('a')
        def holder = holdLock()

        when:
        project.on(database).lockTimeout(Duration.ofMillis(300)).build().upgrade('head')

        then:
        def failure = thrown(RetortException)
        failure.kind() == Kind.LOCK_TIMEOUT
        describesHolder(failure.message)
        database.tables().isEmpty()

        when:
        holder.close()
        project.retort(database).upgrade('head')

        then:
        versionRows() == ['a']

        cleanup:
        holder.close()
    }

    def "a script that does not end is stopped after the time it is given, undone, and holds no lock: #body"() {
        given:
        def ways = "downgrade { dropTable 't' }"
        project.revision('a', [], "upgrade {\ncreateTable('t') { column 'id', integer }\nquery('SELECT 1')\n$body\n}\n$ways")
        def started = System.nanoTime()

        when:
        project.on(database).scriptTimeout(Duration.ofSeconds(1)).build().upgrade('head')

        then:
        def failure = thrown(RetortException)
        failure.message.contains('The script has run for longer than 1 s.')
        Duration.ofNanos(System.nanoTime() - started) < Duration.ofSeconds(20)
        tables() == []
        versionRows() == []

        when:
        project.revision('a', [], "upgrade { createTable('t') { column 'id', integer } }\n$ways")
        project.on(database).lockTimeout(Duration.ofSeconds(5)).build().upgrade('head')

        then:
        tables() == ['t']

        where: "in the script, and in one call of Java that nothing can interrupt"
        body << ['while (true) { }', 'List<Object> l = [1]\n31.times { l = [l, l] as List<Object> }\nl.hashCode()']
    }

    def "a run that is stopped from outside undoes its open revision and lets go of the lock"() {
        given:
        project.table('a')
        project.revision('b', ['a'], """
            upgrade {
                createTable('undone') { column 'id', integer }
                execute \"\"\"$endless\"\"\"
            }
            irreversible 'never'""")
        def cancellation = new Cancellation()
        def runner = Executors.newSingleThreadExecutor()

        when:
        def run = runner.submit({ project.on(database).cancellation(cancellation).build().upgrade('head') } as Callable)
        new PollingConditions(timeout: 20).eventually { assert versionRows() == ['a'] }
        Thread.sleep(300)
        cancellation.request()
        run.get(20, TimeUnit.SECONDS)

        then:
        def stopped = thrown(ExecutionException)
        stopped.cause instanceof RetortException
        stopped.cause.message.contains('Revision b (upgrade) failed')
        stopped.cause.message.contains('the database is at a')
        tables() == ['t_a']

        when:
        project.table('b', ['a']).retort(database).upgrade('head')

        then:
        versionRows() == ['b']

        cleanup:
        runner.shutdownNow()
    }
}
