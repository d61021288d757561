package dev.retort.cli

import java.util.concurrent.TimeUnit

/** Many processes at once: one migrates, the others wait, and all end well. */
class CrowdSpec extends CommandSpec {

    static final int PROCESSES = 8
    static final int REVISIONS = 4

    def "eight processes apply each revision once on #dialect, round #round"() {
        given:
        on(dialect)
        (1..REVISIONS).each { int i -> project.table("r$i", i == 1 ? [] : ["r${i - 1}".toString()]) }

        when:
        def crowd = (1..PROCESSES).collect { int i -> start(i) }
        def ended = crowd.every { it.waitFor(100, TimeUnit.SECONDS) }
        def logs = (1..PROCESSES).collect { int i -> log(i).text }

        then:
        ended
        crowd*.exitValue() == [0] * PROCESSES
        logs.every { !it.contains('error:') && !it.contains('\tat ') }
        logs*.readLines().flatten().count { it.contains('Running upgrade') } == REVISIONS
        versionRows() == ["r$REVISIONS".toString()]
        tables() == (1..REVISIONS).collect { "t_r$it".toString() }
        database.rows('SELECT revision, direction, outcome FROM retort_history ORDER BY id') ==
                (1..REVISIONS).collect { ["r$it".toString(), 'upgrade', 'done'] }

        cleanup:
        crowd?.each { it.destroyForcibly() }

        where:
        [dialect, round] << [DIALECTS, 1..3].combinations()
    }

    private Process start(int number) {
        def classPath = System.getProperty('surefire.test.class.path') ?: System.getProperty('java.class.path')
        def java = new File(System.getProperty('java.home'), 'bin/java').path
        def command = [java, '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xmx128m', '--enable-native-access=ALL-UNNAMED',
                '-cp', classPath, Main.name, '--url', database.jdbcUrl, 'upgrade', 'head']
        def builder = new ProcessBuilder(command).directory(project.home.toFile())
        builder.redirectErrorStream(true).redirectOutput(log(number)).start()
    }

    private File log(int number) {
        project.home.resolve("process-${number}.log").toFile()
    }
}
