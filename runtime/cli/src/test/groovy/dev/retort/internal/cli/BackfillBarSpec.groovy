package dev.retort.internal.cli

import dev.retort.BackfillProgress
import dev.retort.Cancellation
import java.nio.charset.StandardCharsets
import java.time.Duration
import spock.util.concurrent.PollingConditions

/** How a backfill gets on, before a terminal and elsewhere. */
@spock.lang.Tag('database')
class BackfillBarSpec extends CommandSpec {

    static final String ROWS = '''
        INSERT INTO videos WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600) SELECT i, NULL FROM n'''

    def terminal = new Terminal()
    def out = new ByteArrayOutputStream()
    List<BackfillProgress> logged = []
    def line = new StatusLine(stream(terminal))
    def bar = new BackfillBar(line, { 80 }, { logged << it })

    def cleanup() {
        bar.close()
    }

    def "the bar has the share, the rows, their pace and the time that is left"() {
        when:
        bar.progress(at(0, 0, 3500, 0))
        bar.progress(at(1225, 0, 3500, 1))

        then:
        shows(/videos  35% \[=+ +\] 1225\/3500 rows \(0:00:0\d \/ 0:00:0\d\) \d+ rows\/s/)
        terminal.lines.last().length() <= 79
        logged == []

        when:
        bar.progress(at(3500, 0, 3500, 2, true))

        then: 'the end is a line of the log, and the bar is gone'
        terminal.lines == ['']
        logged*.finished() == [true]
    }

    def "the rows of an interrupted run are there from the start, and do not count for the pace"() {
        when:
        bar.progress(at(3000, 3000, 4000, 0))

        then:
        shows(/videos  75% \[=+ +\] 3000\/4000 rows \(0:00:0\d \/ \?\) (\?|0) rows\/s/)
    }

    def "where there are more rows than was thought, the share is not known"() {
        when:
        bar.progress(at(0, 0, 10, 0))
        bar.progress(at(1000, 0, 10, 1))

        then:
        shows(/videos  \? % \[.*\] 1000\/\? rows .*/)
    }

    def "a backfill that is begun anew has a bar of its own"() {
        when:
        bar.progress(at(0, 0, 100, 0))
        bar.progress(at(50, 0, 100, 5))
        bar.progress(at(10, 10, 100, 0))

        then:
        shows(/videos  10% .* 10\/100 rows .*/)
    }

    def "on #dialect at a terminal, the log stands above the bar"() {
        given:
        on(dialect)
        backfill()

        when:
        def exit = run('upgrade head', true)

        then:
        exit == 0
        terminal.moments.any { it ==~ /videos +\d+% \[=+ *\] +\d+\/600 rows .* rows\/s/ }
        terminal.lines == [
                terminal.lines[0],
                'INFO  [retort.upgrade] Running upgrade  -> a, Do a',
                'INFO  [retort.upgrade] Running upgrade a -> b, Do b',
                terminal.lines[3],
                '']
        terminal.lines[0].startsWith('INFO  [retort.database] ')
        terminal.lines[3] ==~ /INFO  \[retort.backfill\] videos: 600 rows set, \d+ rows\/s/

        where:
        dialect << DIALECTS
    }

    def "on #dialect, a failure is told where the bar stood"() {
        given:
        on(dialect)
        backfill()
        project.revision('b', ['a'], """
            upgrade { backfill 'videos', set: 'id2 = CASE WHEN id = 350 THEN NULL ELSE id END', batchSize: 50, pause: 20 }
            irreversible 'no'""")
        retorts('upgrade a')
        database.execute('ALTER TABLE videos ADD COLUMN id2 integer NOT NULL DEFAULT 0')

        when:
        def exit = run("$arguments", true)

        then:
        exit == 1
        terminal.moments.any { it ==~ /videos +\d+% \[.*/ }
        terminal.lines[0].startsWith('INFO  [retort.database] ')
        terminal.lines[1] == 'INFO  [retort.upgrade] Running upgrade a -> b, Do b'
        arguments.contains('--json') ? terminal.lines[2] == '' : terminal.lines[2].contains('Revision b (upgrade) failed: ')
        !terminal.lines.any { it.startsWith('videos') }

        where:
        [dialect, arguments] << [DIALECTS, ['upgrade head', 'upgrade head --json']].combinations()
    }

    def "no bar for #whom"() {
        given:
        on('sqlite')
        backfill()

        when:
        def exit = run(arguments, before)

        then:
        exit == 0
        !terminal.toString().contains('\r')
        (terminal.lines.any { it ==~ /INFO  \[retort.backfill\] videos: 600 rows set, \d+ rows\/s/ }) == told

        where:
        whom                 | arguments         | before || told
        'a file'             | 'upgrade head'    | false  || true
        'who wants it quiet' | '-q upgrade head' | true   || false
    }

    private void backfill() {
        project.revision('a', [], """
            upgrade { createTable('videos') { column 'id', integer, primaryKey: true
                                              column 'title', text }
                      execute '''$ROWS''' }
            irreversible 'no'""")
        project.revision('b', ['a'], """
            upgrade { backfill 'videos', set: "title = 'x'", where: 'title IS NULL', batchSize: 50, pause: 20 }
            irreversible 'no'""")
    }

    private int run(String arguments, boolean before) {
        def process = new ProcessContext(stream(out), stream(terminal), new ProcessContext.Terminals(before, before),
                variables + [NO_COLOR: '1'], project.home, new Cancellation())
        Program.run(arguments.split(' '), process).number()
    }

    private static BackfillProgress at(long rows, long before, long estimate, int seconds, boolean finished = false) {
        new BackfillProgress('videos', rows, before, estimate, Duration.ofSeconds(seconds), finished)
    }

    private void shows(String pattern) {
        new PollingConditions(timeout: 5, delay: 0.05).eventually { assert terminal.lines.last() ==~ pattern }
    }

    private static PrintStream stream(OutputStream bytes) {
        new PrintStream(bytes, true, StandardCharsets.UTF_8)
    }
}
