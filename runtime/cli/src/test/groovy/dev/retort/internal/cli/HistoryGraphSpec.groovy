package dev.retort.internal.cli

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import java.nio.charset.StandardCharsets
import spock.lang.AutoCleanup
import spock.lang.Specification

@spock.lang.Tag('database')
class HistoryGraphSpec extends Specification {

    @AutoCleanup
    Project project = new Project()

    Map<String, String> variables = [:]
    def out = new ByteArrayOutputStream()

    def setup() {
        project.table('root')
        project.table('left', ['root'], "branchLabels 'billing'")
        project.table('right', ['root'])
        project.table('both', ['left', 'right'])
        project.table('top', ['both'], "dependsOn 'left'")
    }

    def "the graph is drawn without any database"() {
        expect:
        run('history --graph') == '''\
            ●   top (billing) (head) (needs left), Do top
            ●   both (billing), Do both
            ├─╮
            │ ● right, Do right
            ● │ left (billing), Do left
            ├─╯
            ●   root, Do root
            '''.stripIndent()
    }

    def "what is applied is marked, and where the database is, if that is asked on #dialect"() {
        given:
        def database = TestDatabase.of(dialect)
        variables.DATABASE_URL = database.jdbcUrl
        run('upgrade left')

        expect:
        run('history --graph -i') == '''\
            ○   top (billing) (head) (needs left), Do top
            ○   both (billing), Do both
            ├─╮
            │ ○ right, Do right
            ◉ │ left (billing) (current), Do left
            ├─╯
            ●   root, Do root
            '''.stripIndent()

        cleanup:
        database.close()

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "the long form stands beside the lines"() {
        expect:
        run('history --graph -v -r left:both --ascii') == '''\
            * Rev: both (mergepoint)
            | Merges: left, right
            | Branch names: billing
            | Path: migrations/both.groovy
            |
            |     Do both
            |
            * Rev: left
            : Parent: root
              Needed by: top
              Branch names: billing
              Path: migrations/left.groovy

                  Do left

            '''.stripIndent()
    }

    def "plain characters where the locale has no others: #environment"() {
        given:
        variables.putAll(environment)

        expect:
        run('history --graph -r root:root').startsWith(mark)

        where:
        environment                          || mark
        [:]                                  || '●'
        [LANG: 'C']                          || '*'
        [LANG: 'POSIX']                      || '*'
        [LANG: 'de_DE.UTF-8']                || '●'
        [LANG: 'de_DE.utf8']                 || '●'
        [LANG: 'de_DE.ISO-8859-1']           || '*'
        [LANG: 'de_DE.UTF-8', LC_ALL: 'C']   || '*'
        [LANG: 'C', LC_CTYPE: 'C.UTF-8']     || '●'
        [LANG: 'C', LC_ALL: '']              || '*'
        [TERM: 'dumb', LANG: 'en_US.UTF-8']  || '*'
    }

    private String run(String line) {
        out.reset()
        def err = new ByteArrayOutputStream()
        int exit = Main.run(line.split(' '), stream(out), stream(err), variables, project.home)
        assert exit == 0 : err.toString(StandardCharsets.UTF_8)
        out.toString(StandardCharsets.UTF_8)
    }

    private static PrintStream stream(OutputStream bytes) {
        new PrintStream(bytes, true, StandardCharsets.UTF_8)
    }
}
