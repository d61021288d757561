package dev.retort.internal.cli

import java.util.concurrent.TimeUnit

/**
 * Many processes at once, some of them killed: one migrates, the others wait, and whoever lives ends well. In full, with
 * 20 processes and 10 rounds, by {@code -Dretort.crowd=true}.
 */
@spock.lang.Tag('world')
class CrowdSpec extends BrokenRunSpec {

    static final boolean FULL = Boolean.getBoolean('retort.crowd')
    static final int PROCESSES = FULL ? 20 : 6
    static final int ROUNDS = FULL ? 10 : 1
    static final int KILLED = PROCESSES.intdiv(3)

    def "many processes apply each revision once on #dialect, and some are killed: round #round"() {
        given:
        println "crowd on $dialect, round $round: -Dretort.seed=$SEED"
        def random = new Random(SEED + 31 * round + dialect.hashCode())
        on(dialect)
        scripts()
        retorts('upgrade head')
        def finished = look()
        database.close()
        on(dialect)

        when: 'processes are killed one by one, each when the crowd has said a few lines more'
        def crowd = (1..PROCESSES).collect { start(it) }
        def doomed = (0..<PROCESSES).toList().shuffled(random).take(KILLED)
        doomed.each { int number ->
            int lines = said() + random.nextInt(3)
            while (crowd*.alive.any() && said() < lines) {
                crowd[number].waitFor(5, TimeUnit.MILLISECONDS)
            }
            crowd[number].waitFor(random.nextInt(100), TimeUnit.MILLISECONDS)
            crowd[number].destroyForcibly()
        }
        def ended = crowd.every { it.waitFor(240, TimeUnit.SECONDS) }
        def survivors = (0..<PROCESSES).findAll { !(it in doomed) }

        then:
        ended
        survivors.collect { [crowd[it].exitValue(), log(it + 1).readLines().findAll { it.contains('error:') }] } ==
                survivors.collect { [0, []] }
        (1..PROCESSES).every { !log(it).text.contains('\tat ') }

        and: 'as if one had done it alone; what is not idempotent would have been done twice'
        look() == finished
        nobodyIsLeft(database)

        cleanup:
        crowd?.each { it.destroyForcibly() }

        where:
        [dialect, round] << [DIALECTS, 1..ROUNDS].combinations()
    }

    def "who waits is told who has the lock, and gives up with a code of its own"() {
        given:
        on('postgresql')
        project.revision('a', [], "upgrade { execute 'SELECT pg_sleep(600)' }\nirreversible 'no'")
        def holder = start(1)

        when:
        while (!log(1).text.contains('Running upgrade') && holder.alive) {
            holder.waitFor(20, TimeUnit.MILLISECONDS)
        }
        def outcome = null
        def told = /pid \d+, app "retort", user "\w+", from \S+, since [-\d]+ [:\d]+, running "SELECT pg_sleep\(600\)"/
        for (int i = 0; i < 50 && !(outcome?.err =~ /Waiting for another run to finish: $told/); i++) {
            outcome = retort('upgrade head --lock-timeout 1s')
        }

        then:
        outcome.exit == 5
        outcome.err =~ /Waiting for another run to finish: $told/
        outcome.err =~ /error: Another run held the lock for longer than 1 s: $told/

        when:
        holder.destroyForcibly().waitFor()
        project.revision('a', [], "upgrade { execute 'SELECT 1' }\nirreversible 'no'")

        then: 'the server does not go on with what nobody waits for'
        nobodyIsLeft(database)
        retort('upgrade head --lock-timeout 60s').exit == 0

        cleanup:
        holder?.destroyForcibly()
    }

    private Map look() {
        database.open().withCloseable { state(it) }
    }

    /** How many lines there are in all logs. */
    private int said() {
        (1..PROCESSES).sum { log(it).exists() ? log(it).readLines().size() : 0 } as int
    }

    private Process start(int number) {
        def arguments = ['--url', database.jdbcUrl, 'upgrade', 'head']
        Jvm.start(Main, arguments, project.home.toFile(), log(number))
    }

    private File log(int number) {
        project.home.resolve("process-${number}.log").toFile()
    }
}
