package dev.retort.internal.cli

import java.sql.Connection
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.util.concurrent.PollingConditions

/**
 * Ctrl-C and a polite kill, at any moment of a run that the launcher started. {@code -Dretort.moments=100} for more
 * moments, {@code -Dretort.seed=…} for the same ones again.
 */
@Requires({ os.linux })
@spock.lang.Tag('world')
class InterruptSpec extends BrokenRunSpec {

    static final int MOMENTS = Integer.getInteger('retort.moments', 12)
    static final Map<String, Integer> SIGNALS = [INT: 130, TERM: 143]

    /** Not while it is checked, when there is nothing to ask: there it would fail before the run begins. */
    static final String ENDLESS_LOOP = "int n = query('SELECT 1').size()\nwhile (n < 2 && n > 0) { n = 1 }"
    static final Map<String, String> ENDLESS_SQL = [
            postgresql: 'SELECT pg_sleep(600)',
            sqlite    : 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n',
    ]

    @Shared
    @AutoCleanup
    Launcher launcher = new Launcher()

    @AutoCleanup(quiet = true)
    Connection other

    File out
    File err
    Process process

    def cleanup() {
        process?.destroyForcibly()
    }

    def "at any moment of #command on #dialect"() {
        given:
        println "interrupts, $command on $dialect: -Dretort.seed=$SEED"
        def random = new Random(SEED + "$command $dialect".hashCode())
        on(dialect)
        scripts()
        JOURNEYS[command].each { retorts(it) }
        def prepared = database
        on(prepared.copy())
        long start = System.nanoTime()
        launch(command)
        process.waitFor(120, TimeUnit.SECONDS)
        long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)
        def finished = look()

        expect:
        process.exitValue() == 0
        (1..MOMENTS.intdiv(JOURNEYS.size())).each {
            def signal = random.nextBoolean() ? 'INT' : 'TERM'
            // Where a run does most, the JVM having started.
            int moment = (whole * (0.3 + 0.7 * random.nextDouble())).intValue()
            database.close()
            on(prepared.copy())
            interrupted(command, signal, moment, finished)
        }

        cleanup:
        prepared?.close()

        where:
        [dialect, command] << [DIALECTS, JOURNEYS.keySet()].combinations()
    }

    private void interrupted(String command, String signal, int moment, Map finished) {
        launch(command)
        process.waitFor(moment, TimeUnit.MILLISECONDS)
        send(signal)
        def what = "SIG$signal after $moment ms"
        assert process.waitFor(60, TimeUnit.SECONDS) : what
        assert process.exitValue() in [SIGNALS[signal], 0] : what
        assert !err.text.contains('\tat ') : what
        nobodyIsLeft(database)
        def left = look()
        boolean begun = err.text =~ /Running (up|down)grade/
        assert !begun || left.rows == finished.rows || err.text =~ STANDING : what
        def next = retort(command)
        assert next.exit == 0 : "$what: $next.err"
        assert !halfDone(left) || next.err.contains('was interrupted at statement') : what
        assert look() == finished : what
        nobodyIsLeft(database)
    }

    static final String STANDING = /the database is at|The database is at|the version rows are still at|Nothing was run/

    def "while #doing on #dialect, by SIG#signal"() {
        given:
        on(dialect)
        project.table('a')
        retorts('upgrade a')
        project.revision('b', ['a'], "upgrade {\nexecute 'INSERT INTO t_a VALUES (1)'\n${part.replace('ENDLESS', ENDLESS_SQL[dialect])}\n}\nirreversible 'no'")

        when:
        launch('upgrade head')
        await { err.text.contains('Running upgrade a -> b') }
        send(signal)

        then: 'it does not take the time after which it is given up'
        process.waitFor(60, TimeUnit.SECONDS)
        process.exitValue() == SIGNALS[signal]
        err.text =~ STANDING
        !err.text.contains('\tat ')
        nobodyIsLeft(database)
        versionRows() == ['a']

        when: 'what was interrupted is mended'
        project.revision('b', ['a'], "upgrade { execute 'INSERT INTO t_a VALUES (1)' }\nirreversible 'no'")
        def next = retort('upgrade head')

        then:
        next.exit == 0
        database.rows('SELECT id FROM t_a') == [[1]]

        where:
        [dialect, [doing, part], signal] << [DIALECTS, [
                ['a script computes', ENDLESS_LOOP],
                ['a statement runs', "execute '''ENDLESS'''"],
                ['a question is answered', "query('''ENDLESS''')"],
                ['a statement runs outside a transaction', "autocommit { execute '''ENDLESS''' }"],
        ], ['TERM', 'INT']].combinations().findAll { it[2] == 'TERM' || it[1][0] == 'a script computes' }
    }

    def "while #command is rehearsed on #dialect"() {
        given:
        on(dialect)
        project.table('a')
        retorts('upgrade a')
        def body = "execute 'INSERT INTO t_a VALUES (1)'\nexecute '''${ENDLESS_SQL[dialect]}'''"
        project.revision('b', ['a'], command == 'upgrade head' ? "upgrade {\n$body\n}\nirreversible 'no'" : "upgrade {}\ndowngrade {\n$body\n}")
        if (command != 'upgrade head') {
            retorts('upgrade b')
        }
        def before = look()

        when:
        launch("$command --rehearse")
        await { err.text.contains('Rehearsing ') }
        sleep 500
        send('INT')

        then:
        process.waitFor(60, TimeUnit.SECONDS)
        process.exitValue() == 130
        err.text.contains('Nothing of the rehearsal was kept; the database is at ')
        !err.text.contains('\tat ')
        nobodyIsLeft(database)
        look() == before
        database.rows('SELECT id FROM t_a') == []
        def left = copies()
        await { copies().intersect(left) == [] }

        where:
        [dialect, command] << [DIALECTS, ['upgrade head', 'downgrade -1']].combinations()
    }

    def "while it waits for the lock"() {
        given:
        on('postgresql')
        project.table('a')
        other = database.open()
        other.createStatement().execute("SELECT pg_advisory_lock(${lockKey()})")

        when:
        launch('upgrade head')
        await { err.text.contains('Waiting for another run to finish: pid ') }
        send('INT')

        then:
        process.waitFor(60, TimeUnit.SECONDS)
        process.exitValue() == 130
        err.text.contains('The run was stopped. Nothing was run.')
    }

    def "while an index is built concurrently, which is built anew by the next run"() {
        given:
        on('postgresql')
        project.table('a')
        retorts('upgrade a')
        project.revision('b', ['a'], "upgrade { createIndex 'ix', 't_a', ['id'], concurrently: true }\nirreversible 'no'")
        other = database.open()
        other.autoCommit = false
        other.createStatement().execute('INSERT INTO t_a VALUES (7)')

        when:
        launch('upgrade head')
        await { database.rows("SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'CREATE INDEX CONC%'") }
        send('TERM')

        then:
        process.waitFor(60, TimeUnit.SECONDS)
        process.exitValue() == 143
        err.text =~ STANDING

        when:
        other.commit()
        nobodyIsLeftBut(other)
        def next = retort('upgrade head')

        then:
        next.exit == 0
        next.err.contains('Revision b was interrupted at statement 1 of its upgrade (CREATE INDEX CONCURRENTLY')
        database.rows("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix'::regclass") == [[true]]
    }

    private static List<String> copies() {
        new File(System.getProperty('java.io.tmpdir')).list().findAll { it.startsWith('retort-rehearsal') }
    }

    private void nobodyIsLeftBut(Connection connection) {
        connection.close()
        nobodyIsLeft(database)
    }

    private Map look() {
        database.open().withCloseable { Connection connection -> state(connection) }
    }

    private void launch(String command) {
        out = project.home.resolve('out.log').toFile()
        err = project.home.resolve('err.log').toFile()
        process = launcher.start(command.split(' ').toList(), variables, project.home, out, err)
    }

    private void send(String name) {
        new ProcessBuilder('kill', "-$name", process.pid() as String).start().waitFor()
    }

    private static void await(Closure<?> condition) {
        new PollingConditions(timeout: 60, delay: 0.05).eventually { assert condition() }
    }
}
