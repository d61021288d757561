package dev.retort.internal.cli

import dev.retort.Cancellation
import java.nio.charset.StandardCharsets

/** A backup is brought back, and a person asked before that. */
class RestoreSpec extends CommandSpec {

    def setup() {
        chain()
        on('sqlite')
        retorts('upgrade a1 -q', 'upgrade head -q --backup before.db')
    }

    def "it is asked for where somebody can answer #answer"() {
        given:
        def out = new ByteArrayOutputStream()
        def err = new ByteArrayOutputStream()
        def process = new ProcessContext(
                new ByteArrayInputStream(answer.bytes), new PrintStream(out), new PrintStream(err),
                new ProcessContext.Terminals(true, false, false), variables, project.home, new Cancellation())

        expect:
        Program.run(['restore', 'before.db'] as String[], process) == code
        err.toString(StandardCharsets.UTF_8) =~ /Replace all that is in \S+spec\.db with before\.db\? \[y\/N\] /
        versionRows() == rows

        where:
        answer    || code            | rows
        'y\n'     || ExitCode.DONE   | ['a1']
        'YES\n'   || ExitCode.DONE   | ['a1']
        'n\n'     || ExitCode.FAILED | ['c1']
        '\n'      || ExitCode.FAILED | ['c1']
        ''        || ExitCode.FAILED | ['c1']
        'before\n' || ExitCode.FAILED | ['c1']
    }

    def "without a terminal it must be said"() {
        expect:
        with(retort('restore before.db')) {
            exit == 2
            err =~ /^error: There is no terminal to ask at: Replace all that is in \S+spec\.db with before\.db\? Add --yes to say so\. The database is as it was\.\n$/
        }
        versionRows() == ['c1']
        with(retort('restore before.db --yes')) {
            exit == 0
            out == ''
            err ==~ /Restored \S+spec\.db from before\.db: it was at c1, and is at a1\.\n/
        }
        versionRows() == ['a1']
        tables() == ['users']
    }

    def "its document is that of a run"() {
        expect:
        with(retort('restore before.db --yes --json').json) {
            [from, steps, rows, stamped] == [['c1'], [], ['a1'], []]
            backup.endsWith('before.db')
        }
    }
}
