package dev.retort

import dev.retort.RetortException.Kind
import java.time.Duration
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.concurrent.Future
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup

/** How a run behaves towards those who use the database meanwhile; a subclass names the database. */
abstract class PoliteSpec extends DatabaseSpec {

    @AutoCleanup('shutdownNow')
    def threads = Executors.newCachedThreadPool()

    /** Reads the table and does not end its transaction until closed. */
    Closeable reader(String name = 'the report') {
        def connection = database.open()
        nameAs(connection, name)
        connection.autoCommit = false
        def statement = connection.createStatement()
        def rows = statement.executeQuery('SELECT count(*) FROM t')
        rows.next()
        return { rows.close(); connection.rollback(); connection.close() }
    }

    abstract void nameAs(def connection, String name)

    /** What the history says of a revision that was given up. */
    abstract List<String> getFailed()

    /** What the database says of the waiting. */
    abstract String getRefusal()

    def setup() {
        project.revision('a', [], "change { createTable('t') { column 'n', integer } }")
        project.retort(database).upgrade('a')
        project.revision('b', ['a'], "change { addColumn 't', 'm', integer }")
    }

    RetortBuilder polite(String timeout = '300') {
        project.on(database).ddlLockTimeout(Duration.ofMillis(timeout as long))
    }

    Future<RunResult> running(Callable<RunResult> run) {
        threads.submit(run)
    }

    def "a reader never waits behind a waiting change for longer than the lock timeout"() {
        given:
        def first = reader()
        def run = running { polite().build().upgrade('head') }
        List<Long> waits = []

        when: 'others come to read, over and over, while the change waits and tries'
        def end = System.nanoTime() + TimeUnit.SECONDS.toNanos(4)
        while (System.nanoTime() < end) {
            def start = System.nanoTime()
            database.rows('SELECT count(*) FROM t')
            waits << TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)
            sleep 20
        }

        then:
        !run.done
        waits.max() < 300 + 700
        waits.size() > 20

        when:
        first.close()

        then:
        run.get(60, TimeUnit.SECONDS).rows() == ['b'] as Set
        database.rows('SELECT m FROM t') == []
        outcomes('b') == ['done']
    }

    def "who gives up names what was in the way, and keeps nothing"() {
        given:
        def first = reader()

        when:
        polite().ddlLockTries(2).build().upgrade('head')

        then:
        def failure = thrown(RetortException)
        failure.kind() == Kind.LOCK_TIMEOUT
        def sentence = failure.problems()[0].sentence()
        sentence.startsWith('Revision b (upgrade) failed: Others were in the way in each of 2 tries (a statement waits 300 ms for a lock): ' + refusal)
        namesReader(sentence)
        failure.problems()[0].hint().contains('--ddl-lock-tries')
        failure.problems()[0].hint().endsWith('Nothing of this revision was kept; the database is at a.')
        project.retort(database).rows() == ['a'] as Set

        and:
        outcomes('b') == failed

        when:
        first.close()

        then:
        project.retort(database).upgrade('head').rows() == ['b'] as Set
    }

    abstract boolean namesReader(String sentence)

    def "a script asks its questions again in each try"() {
        given:
        project.revision('c', ['b'], """
            upgrade {
                def count = query('SELECT count(*) AS c FROM seen')[0].integer('c')
                execute "INSERT INTO seen VALUES (\${count})"
                addColumn 't', 'k', integer
            }
            irreversible 'no'""")
        project.retort(database).upgrade('b')
        database.execute('CREATE TABLE seen (n integer)', 'INSERT INTO seen VALUES (41)')
        def first = reader()
        def run = running { polite('100').build().upgrade('head') }
        sleep 600

        when:
        first.close()

        then:
        run.get(60, TimeUnit.SECONDS).rows() == ['c'] as Set
        database.rows('SELECT n FROM seen ORDER BY n')*.first() == [1, 41]
    }

    def "a run that waits between tries can be stopped"() {
        given:
        def first = reader()
        def cancellation = new dev.retort.Cancellation()
        def run = running { polite('100').ddlLockTries(1000).cancellation(cancellation).build().upgrade('head') }
        sleep 1500

        when:
        cancellation.request()
        run.get(20, TimeUnit.SECONDS)

        then:
        def failure = thrown(java.util.concurrent.ExecutionException)
        failure.cause instanceof RetortException

        cleanup:
        first.close()
    }

    def "no try at all is refused before anything is done"() {
        when:
        polite().ddlLockTries(0).build()

        then:
        def refused = thrown(RetortException)
        refused.kind() == Kind.USAGE
        refused.message.contains('ddlLockTries is 0')
    }

    List<String> outcomes(String revision) {
        database.rows("SELECT outcome FROM retort_history WHERE revision = '$revision'")*.first()
    }
}
