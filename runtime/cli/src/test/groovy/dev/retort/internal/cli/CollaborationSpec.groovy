package dev.retort.internal.cli

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What helps several people, or a build server, to keep one chain: status, checks of heads, rebase. */
@spock.lang.Tag('world')
class CollaborationSpec extends Specification {

    @AutoCleanup
    Project project = new Project()

    @AutoCleanup(quiet = true)
    TestDatabase database

    Map<String, String> variables = [:]
    String out
    String err

    def "bases and heads"() {
        given:
        project.table('a').table('b', ['a']).table('x', [], "branchLabels 'billing'")

        expect:
        run('bases') == 0
        out == 'a\nx (billing) (head)\n'
        run('bases --json') == 0
        json().revisions*.revision == ['a', 'x']
    }

    def "an interrupted revision is shown, and resolved by a person's word, on #dialect"() {
        given:
        on(dialect)
        project.revision('a', [], """
            upgrade {
                createTable('t') { column 'id', integer, primaryKey: true }
                autocommit { execute 'INSERT INTO t VALUES (1)' }
                execute 'INSERT INTO nowhere VALUES (1)'
            }
            irreversible 'no'""")

        expect:
        run('upgrade head') == 1
        err.contains('What ran before statement 3 was kept; the version rows are still at base.')
        run('status --check') == 6
        out.contains('Interrupted; the same command goes on there, or: retort resolve REV --applied|--not-applied:\n  a  at statement 3 of its upgrade\n')
        run('status --json') == 0
        json().interrupted == ['a']
        run('current') == 0
        out == ''
        err.contains('Revision a was interrupted at statement 3 of its upgrade. See: retort status')
        run('resolve a') == 2
        run('resolve a --applied --not-applied') == 2
        run('resolve x --applied') == 2
        err.contains('no revision "x" was interrupted')
        run('resolve a --statement 3 --applied') == 2
        err.contains('Statement 3 of revision a is not in doubt.')
        run('resolve a --applied') == 0
        err == 'Resolved: the database is at a.\n'
        run('status --check') == 0

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "status says all of it at a glance, on #dialect"() {
        given:
        on(dialect)
        project.table('a').table('c', ['a']).table('side')
        run('upgrade heads')

        expect:
        run('status --check') == 0
        out == 'Current: c, side\nHeads:   c, side\nPending: none\n'

        when:
        project.table('b', ['a']).table('c', ['b']).table('d', ['c'])
        Files.delete(project.migrations.resolve('side.groovy'))

        then:
        run('status') == 0
        out == '''\
            Current: c, side
            Heads:   d
            Pending: 1 revision
              d  Do d
            Applied without a script here; use the release that has it, or restore it: retort log REV --script:
              side
            Below what is applied, but never run here; to run them: retort upgrade heads --out-of-order:
              b  migrations/b.groovy
            Applied, but the script says something else now; to see what: retort validate:
              c  migrations/c.groovy
            '''.stripIndent()
        run('status --check') == 6
        run('status --json') == 0
        with(json()) {
            rows == ['c', 'side']
            current*.revision == ['c', 'side']
            heads == [[revision: 'd', message: 'Do d', file: 'migrations/d.groovy']]
            pending*.revision == ['d']
            unexplainedRows == ['side']
            neverRun*.revision == ['b']
            missingFiles == []
            edited*.revision == ['c']
            clean == false
        }

        when: 'the rows are set right, the rest is not forgotten'
        project.table('side')

        then:
        run('upgrade heads') == 3
        err.contains('Revision b is below what is applied, but never ran here.')
        run('upgrade heads --out-of-order') == 0
        run('status') == 0
        out.startsWith('Current: d, side\nHeads:   d, side\nPending: none\nApplied, but the script says')

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "an older release that starts again beside a newer database warns, on #dialect"() {
        given:
        on(dialect)
        project.table('a').table('b', ['a']).table('c', ['b'])
        run('upgrade head')
        ['b', 'c'].each { Files.delete(project.migrations.resolve("${it}.groovy")) }

        expect:
        run('upgrade head') == 0
        err.contains('The database is ahead of the scripts: b, c are applied and have no script here. There is nothing to upgrade.\n')
        !err.contains('purge')
        !err.contains('repair')
        run('plan upgrade heads') == 0
        run('current --check-heads') == 0
        out == 'c (head)\n'
        run('status') == 0
        !out.contains('purge')
        run('validate') == 6
        !out.contains('purge')
        run('upgrade head --strict') == 3
        err == 'error: The database is ahead of the scripts: b, c are applied and have no script here. Use the release that has b, c,' +
                ' or restore it: retort log c --script prints its text. Without strict, an upgrade that has nothing to do ends well.\n'

        when:
        Files.writeString(project.home.resolve('retort.toml'), "strict = true\n")

        then:
        run('upgrade head') == 3
        run('downgrade a') == 0

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "what never ran can be planned as it would run, or be called applied, on #dialect"() {
        given:
        on(dialect)
        project.table('a').table('c', ['a'])
        run('upgrade heads')
        project.table('b', ['a']).table('c', ['b'])

        expect:
        run('plan upgrade head') == 3
        run('plan upgrade head --out-of-order') == 0
        out == 'Upgrade a -> b, Do b\nThe database would be at c.\n'
        run('plan upgrade head --out-of-order --json') == 0
        json() == [command: 'upgrade', target: 'head', from: ['c'], steps: [[revision: 'b', direction: 'up', rows: ['c']]], rows: ['c']]

        when: 'the command that the error names is typed'
        run('upgrade head')
        def command = err.find(/retort stamp .*/) - 'retort '

        then:
        command.trim() == 'stamp c'
        run(command.trim()) == 0
        err == 'Stamped b; the database is at c as before.\n'
        run('upgrade head') == 0
        run('stamp c') == 0
        err == 'Nothing to do: the database is at c.\n'

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "what is out of order is for an upgrade of a database: #line"() {
        given:
        project.table('a')

        expect:
        run(line) == 2
        err.contains(message)

        where:
        line                                      || message
        'plan downgrade base --out-of-order'      || 'Only an upgrade takes --out-of-order.'
        'plan stamp a --out-of-order'             || 'Only an upgrade takes --out-of-order.'
        'plan upgrade a --from base --out-of-order' || 'which --from does not ask'
    }

    def "a plan starts where it is told to, in the words that targets have: --from #from"() {
        given:
        project.table('aaaa1', [], "branchLabels 'billing'").table('bbbb2', ['aaaa1']).table('cccc3', ['bbbb2'])

        expect:
        run("plan upgrade head --from $from --json") == 0
        json().from == rows

        where:
        from            || rows
        'base'          || []
        'aaaa1'         || ['aaaa1']
        'bbb'           || ['bbbb2']
        'billing@head'  || ['cccc3']
        'head'          || ['cccc3']
        'current'       || []
    }

    def "a start that is none is told as what was typed, not as a row of a table"() {
        given:
        project.table('aaaa1').table('aaaa2', ['aaaa1'])

        expect:
        run('plan upgrade head --from zzz') == 3
        err == 'error: There is no revision "zzz" among the 2 scripts in migrations. They are listed by: retort history\n'
        run('plan upgrade head --from aaaa --json') == 3
        json().error.kind == 'AmbiguousPrefix'
    }

    def "a check of heads is content with one, and with none"() {
        expect:
        run('heads --check') == 0

        when:
        project.table('a').table('b', ['a'])

        then:
        run('heads --check') == 0
        out == 'b (head)\n'
    }

    def "a check of heads names files, and authors where git knows them"() {
        given:
        project.table('a').table('b', ['a']).table('c', ['a'])

        expect:
        run('heads --check') == 6
        out == 'b (head)\nc (head)\n'
        err == 'error: There are 2 heads: b (migrations/b.groovy), c (migrations/c.groovy).' +
                ' Put one onto the other with: retort rebase c --onto b, or join them with: retort merge b c\n'

        when:
        git('init', '-q')
        git('add', 'migrations/b.groovy')
        git('-c', 'user.name=Ann Example', '-c', 'user.email=ann@example.org', 'commit', '-q', '--date=2026-03-04T05:06:07Z', '-m', 'b')

        then:
        run('heads --check') == 6
        err.startsWith('error: There are 2 heads: b (migrations/b.groovy, Ann Example, 2026-03-04), c (migrations/c.groovy).')

        and: 'a program finds them in the document, and only where it asked for the check'
        run('heads --check --json') == 6
        json().revisions*.author == [[name: 'Ann Example', date: '2026-03-04'], null]
        run('heads --json') == 0
        json().revisions.every { !it.containsKey('author') }
    }

    def "a rebase changes one statement, and not a byte besides"() {
        given:
        project.table('a').table('b', ['a'])
        def file = project.migrations.resolve('c.groovy')
        Files.write(file, before.getBytes('UTF-8'))

        expect:
        run("rebase c --onto $onto --dry-run") == 0
        Files.readString(file) == before
        out == "migrations/c.groovy\n$shown\n"

        when:
        int exit = run("rebase c --onto $onto")

        then:
        exit == 0
        Files.readString(file) == after
        out == "migrations/c.groovy\n"
        err == ''

        where:
        onto   | before                                                                    || after                                                                     | shown
        'b'    | "revision 'c'\ndownRevision 'a'\nmessage 'Ümlaut'\n$C"                    || "revision 'c'\ndownRevision 'b'\nmessage 'Ümlaut'\n$C"                    | "- downRevision 'a'\n+ downRevision 'b'"
        'b'    | "// first\r\nrevision 'c'\r\ndownRevision   \"a\"  // why\r\n$C"          || "// first\r\nrevision 'c'\r\ndownRevision   'b'  // why\r\n$C"            | "- downRevision   \"a\"\n+ downRevision   'b'"
        'b'    | "\uFEFFrevision('c'); downRevision('a'); message 'x'\n$C"                 || "\uFEFFrevision('c'); downRevision 'b'; message 'x'\n$C"                  | "- downRevision('a')\n+ downRevision 'b'"
        'b'    | "revision 'c'\r\nmessage 'x'\r\n$C"                                       || "revision 'c'\r\ndownRevision 'b'\r\nmessage 'x'\r\n$C"                   | "+ downRevision 'b'"
        'b'    | "revision 'c' // the id\nmessage 'x'\n$C"                                 || "revision 'c' // the id\ndownRevision 'b'\nmessage 'x'\n$C"               | "+ downRevision 'b'"
        'b'    | "revision 'c'; message 'x'\n$C"                                           || "revision 'c'; downRevision 'b'; message 'x'\n$C"                         | "+ downRevision 'b'"
        'base' | "revision 'c'\ndownRevision 'a'\nmessage 'x'\n$C"                         || "revision 'c'\nmessage 'x'\n$C"                                           | "- downRevision 'a'"
        'base' | "revision 'c'\r\n  downRevision 'a';  \r\nmessage 'x'\r\n$C"              || "revision 'c'\r\nmessage 'x'\r\n$C"                                       | "- downRevision 'a'"
        'base' | "revision 'c'; downRevision 'a'; message 'x'\n$C"                         || "revision 'c'; message 'x'\n$C"                                           | "- downRevision 'a'"
        'base' | "revision 'c'\ndownRevision 'a' // why\nmessage 'x'\n$C"                  || "revision 'c'\n// why\nmessage 'x'\n$C"                                   | "- downRevision 'a'"
        'a'    | "revision 'c'\ndownRevision 'a',\n    'b'\nmessage 'x'\n$C"               || "revision 'c'\ndownRevision 'a'\nmessage 'x'\n$C"                         | "- downRevision 'a',\n-     'b'\n+ downRevision 'a'"
    }

    static final String C = "change { createTable('t_c') { column 'id', integer } }\n"

    def "a rebase takes its targets as other commands do, and tells a program what it did"() {
        given:
        project.table('aaaa1').table('bbbb2', ['aaaa1']).table('cccc3', ['aaaa1'])

        expect:
        run('rebase cccc --onto bbbb --json') == 0
        with(json()) {
            revision == 'cccc3'
            file == 'migrations/cccc3.groovy'
            from == ['aaaa1']
            to == ['bbbb2']
            written
            databaseAsked
        }
        run('heads') == 0
        out == 'cccc3 (head)\n'

        when:
        int again = run('rebase cccc --onto bbbb')

        then:
        again == 0
        out == ''
        err.contains('Nothing to do: cccc3 follows that already.')
    }

    def "what cannot be rebased is refused, and no file is changed: #line"() {
        given:
        project.table('a').table('b', ['a']).table('c', ['b']).table('x')
        def before = texts()

        expect:
        run(line) == exit
        err.contains(message)
        texts() == before

        where:
        line                     || exit | message
        'rebase a --onto c'      || 3    | 'cycle'
        'rebase b --onto b'      || 3    | 'itself'
        'rebase q --onto b'      || 3    | 'q'
        'rebase b --onto heads'  || 2    | '"heads" names several revisions, and a rebase takes one.'
        'rebase base --onto b'   || 2    | '"base" names no revision, and a rebase takes one.'
        'rebase b --onto head'   || 3    | 'There are several heads for "head"'
        'rebase b'               || 2    | '--onto'
    }

    def "what is applied stays where it is, on #dialect"() {
        given:
        on(dialect)
        project.table('a').table('b', ['a']).table('c', ['a'])
        run('upgrade b')
        def before = texts()

        expect:
        run('rebase b --onto c') == 3
        err.startsWith('error: migrations/b.groovy: Revision b is applied in the database ')
        err.endsWith('To move it all the same, revert it first: retort downgrade b-1\n')
        texts() == before
        run('rebase c --onto b') == 0
        err == ''
        run('upgrade head') == 0
        run('status --check') == 0

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "a database that cannot be reached is told, and does not stop a rebase"() {
        given:
        variables.DATABASE_URL = 'postgresql://localhost:1/nowhere'
        project.table('a').table('b', ['a']).table('c', ['a'])

        expect:
        run('rebase c --onto b') == 0
        err.contains('No database could be asked whether c is applied already.')
    }

    private void on(String dialect) {
        database = TestDatabase.of(dialect)
        variables.DATABASE_URL = database.jdbcUrl
    }

    private Map<String, String> texts() {
        project.migrations.toFile().listFiles().collectEntries { [it.name, it.text] }
    }

    private void git(String... arguments) {
        def process = new ProcessBuilder(['git', *arguments]).directory(project.home.toFile()).redirectErrorStream(true).start()
        def said = process.inputStream.text
        assert process.waitFor() == 0 : said
    }

    private int run(String line) {
        def stdout = new ByteArrayOutputStream()
        def stderr = new ByteArrayOutputStream()
        int exit = Main.run(line.split(' '), stream(stdout), stream(stderr), variables, project.home)
        out = stdout.toString(StandardCharsets.UTF_8)
        def outcome = new CommandSpec.Outcome(err: stderr.toString(StandardCharsets.UTF_8))
        err = outcome.err
        exit
    }

    private Object json() {
        JsonText.parsed(out)
    }

    private static PrintStream stream(OutputStream bytes) {
        new PrintStream(bytes, true, StandardCharsets.UTF_8)
    }
}
