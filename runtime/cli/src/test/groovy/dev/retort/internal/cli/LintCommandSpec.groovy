package dev.retort.internal.cli

import dev.retort.Cancellation
import dev.retort.Retort
import java.nio.charset.StandardCharsets
import java.nio.file.Files

/** What lint prints in each form, and what it ends with. */
class LintCommandSpec extends CommandSpec {

    static final String LONGER = "revision 'a2'\ndownRevision 'a1'\nmessage 'Let states be longer'\n\nupgrade {\n    alterColumn 'orders', 'state', type: text\n}\n\n" +
            "downgrade('Long states do not fit.') {\n    alterColumn 'orders', 'state', type: varchar(10)\n}\n"

    def setup() {
        on('sqlite')
        project.script('a1.groovy', "revision 'a1'\nmessage 'Create orders'\nchange { createTable('orders') { column 'id', integer, primaryKey: true\ncolumn 'state', varchar(10) } }")
        project.script('a2.groovy', LONGER)
    }

    private void settings(String text) {
        Files.writeString(project.home.resolve('retort.toml'), text)
    }

    def "a finding is printed as a compiler does it, and the command ends with 6"() {
        expect:
        with(retort('lint')) {
            exit == 6
            out.readLines()[0] == 'migrations/a2.groovy:6:5: warning: alterColumn locks "orders" (the whole file) and writes all its rows again: nobody can write to it until the transaction ends. [table-rebuild]'
            err.contains('1 warning in 2 revisions.')
        }
    }

    def "with #arguments it ends with #exitCode"() {
        expect:
        retort("lint $arguments").exit == exitCode

        where:
        arguments         || exitCode
        '--fail-on error' || 0
        '--fail-on info'  || 6
        'a1'              || 0
        'a2'              || 6
        'a1:a2'           || 6
        '--all'           || 6
        '--pending'       || 0
        'zz'              || 3
        '--fail-on bad'   || 2
        '--pending --all' || 2
        '--pending a1'    || 2
        '--format xml'    || 2
        '--fix --json'    || 2
        '--fix --baseline' || 2
        '--yes'           || 2
        '--json --format sarif' || 2
    }

    def "a value that is refused is named by its option"() {
        expect:
        retort('lint --fail-on bad').err.startsWith('error: --fail-on: ')
    }

    def "what is applied is not looked at, unless it is asked for"() {
        given:
        retort('upgrade head')

        expect:
        retort('lint').exit == 0
        retort('lint --pending').exit == 0
        retort('lint --all').exit == 6
        retort('lint a2').exit == 6
    }

    def "to the database that is named, what one pending revision creates is new to the others"() {
        expect:
        retort('lint --pending').exit == 0

        when:
        retorts('upgrade a1')

        then:
        retort('lint --pending').exit == 6
    }

    def "a comment, the header and the configuration say what is meant: #what"() {
        given:
        project.script('a2.groovy', text)
        settings(toml)

        expect:
        with(retort('lint')) {
            exit == code
            out.contains('table-rebuild') == (code == 6)
        }

        where:
        what                 | text                                                                                                   | toml                                    || code
        'the line above'     | LONGER.replaceFirst('    alter', '    // nolint: table-rebuild, few rows\n    alter')                    | ''                                      || 0
        'the line itself'    | LONGER.replaceFirst('type: text', 'type: text // nolint: table-rebuild')                                | ''                                      || 0
        'another rule'       | LONGER.replaceFirst('    alter', '    // nolint: rename-column, few rows\n    alter')                    | ''                                      || 6
        'the header'         | LONGER.replaceFirst('\n\n', "\nnolint 'table-rebuild, few rows'\n\n")                                   | ''                                      || 0
        'switched off'       | LONGER                                                                                                 | '[lint]\noff = ["table-rebuild"]\n'     || 0
        'below the baseline' | LONGER                                                                                                 | '[lint]\nbaseline = ["a2"]\n'           || 0
    }

    def "a rule that does not exist is named, with the nearest one"() {
        given:
        settings('[lint]\noff = ["table-rebuilt"]\n')

        expect:
        with(retort('lint')) { [exit, err] == [2, 'error: There is no rule "table-rebuilt". Did you mean "table-rebuild"?\n'] }
    }

    def "GitHub shows it beside the line"() {
        expect:
        retort('lint --format github').out.startsWith('::warning file=migrations/a2.groovy,line=6,col=5,title=table-rebuild::alterColumn locks "orders"')
    }

    def "GitLab reads it as a report"() {
        when:
        def report = JsonText.parsed(retort('lint --format gitlab').out)

        then:
        report*.check_name == ['table-rebuild']
        report[0].location == [path: 'migrations/a2.groovy', lines: [begin: 6]]
        report[0].severity == 'major'
        report[0].fingerprint.length() > 20
    }

    def "SARIF has what its schema wants, and the fingerprint stays when lines come and go"() {
        given:
        def sarif = { JsonText.parsed(retort('lint --format sarif').out) }

        when:
        def document = sarif()
        def run = document.runs[0]

        then:
        document.version == '2.1.0'
        document['$schema'].endsWith('sarif-2.1.0.json')
        run.tool.driver.name == 'retort'
        run.tool.driver.rules*.id as Set == Retort.lintRules()*.id() as Set
        run.tool.driver.rules.every { it.shortDescription.text && it.help.text && it.defaultConfiguration.level in ['error', 'warning', 'note'] }
        run.results.size() == 1
        with(run.results[0]) {
            ruleId == 'table-rebuild'
            run.tool.driver.rules[ruleIndex].id == 'table-rebuild'
            level == 'warning'
            message.text.contains('"orders"')
            locations[0].physicalLocation.artifactLocation.uri == 'migrations/a2.groovy'
            locations[0].physicalLocation.region == [startLine: 6, startColumn: 5]
        }

        when:
        project.script('a2.groovy', LONGER.replace('upgrade {', '// first of all\nupgrade {'))

        then:
        sarif().runs[0].results[0].partialFingerprints == run.results[0].partialFingerprints
    }

    def "against a database with rows, small tables are left out, and the others come with their sizes"() {
        given:
        on('postgresql')
        project.script('a2.groovy', LONGER.replace('type: text', "type: varchar(20), using: 'upper(state)'"))
        retorts('upgrade a1')
        database.execute("INSERT INTO orders SELECT n, 'open' FROM generate_series(1, 20) AS n", 'ANALYZE orders')

        expect: 'what has no rows to speak of raises no alarm'
        with(retort("lint --against $database.jdbcUrl")) { [exit, out] == [0, ''] }

        and:
        with(retort("lint --against $database.jdbcUrl --small-table 5")) {
            exit == 6
            out.readLines()[0] ==~ /.*and writes all its rows again: .* "orders" has about 20 rows, \d+ kB\. \[type-change-rewrites]/
        }
    }

    def "the configuration draws the line between small tables and others, and an option another one"() {
        given:
        on('postgresql')
        project.script('a2.groovy', LONGER.replace('type: text', "type: varchar(20), using: 'upper(state)'"))
        retorts('upgrade a1')
        database.execute("INSERT INTO orders SELECT n, 'open' FROM generate_series(1, 20) AS n", 'ANALYZE orders')
        settings('[lint]\nsmall_table = 5\n')

        expect:
        retort("lint --against $database.jdbcUrl").exit == 6
        retort("lint --against $database.jdbcUrl --small-table 50").exit == 0
    }

    private static final String INDEX = "revision 'a3'\ndownRevision 'a2'\nmessage 'Find by state'\n\nupgrade {\n    createIndex 'ix_state', 'orders', ['state']\n}\n\ndowngrade {\n    dropIndex 'ix_state', 'orders'\n}\n"

    def "what is better is shown as a diff, and written where that is said"() {
        given:
        on('postgresql')
        project.script('a3.groovy', INDEX)
        retorts('upgrade a2')

        expect: 'nobody is there to be asked'
        with(retort('lint --fix')) {
            exit == 6
            out.startsWith('--- migrations/a3.groovy\n+++ migrations/a3.groovy\n@@')
            out.contains("\n-    createIndex 'ix_state', 'orders', ['state']\n+    createIndex 'ix_state', 'orders', ['state'], concurrently: true\n")
            err.contains('Nothing was written.')
        }
        Files.readString(project.migrations.resolve('a3.groovy')) == INDEX

        and:
        with(retort('lint --fix --yes')) {
            exit == 0
            out.contains('+    createIndex')
            err.contains('Written: 1 finding.')
        }
        Files.readString(project.migrations.resolve('a3.groovy')) == INDEX.replace("['state']", "['state'], concurrently: true")
        retorts('upgrade head')

        and:
        with(retort('lint --fix --yes')) {
            [exit, out] == [0, '']
            err.contains('There is nothing that could be written for you.')
        }
    }

    def "somebody at a terminal is asked, after the diff; to #answer it ends with #code"() {
        given:
        on('postgresql')
        project.script('a3.groovy', INDEX)
        retorts('upgrade a2')
        def out = new ByteArrayOutputStream()
        def err = new ByteArrayOutputStream()
        def process = new ProcessContext(
                new ByteArrayInputStream(answer.bytes), new PrintStream(out), new PrintStream(err),
                new ProcessContext.Terminals(true, false, false), variables, project.home, new Cancellation())

        expect:
        Program.run(['lint', '--fix'] as String[], process) == code
        out.toString(StandardCharsets.UTF_8).contains("+    createIndex 'ix_state', 'orders', ['state'], concurrently: true")
        err.toString(StandardCharsets.UTF_8).contains('Write what is better for 1 finding? [y/N] ')
        Files.readString(project.migrations.resolve('a3.groovy')).contains('concurrently') == written

        where:
        answer  || code                 | written
        'y\n'   || ExitCode.DONE        | true
        'n\n'   || ExitCode.DIFFERENCES | false
        '\n'    || ExitCode.DIFFERENCES | false
        ''      || ExitCode.DIFFERENCES | false
    }

    def "no script of an applied revision is changed"() {
        given:
        on('postgresql')
        project.script('a3.groovy', INDEX)
        retorts('upgrade head')

        expect:
        with(retort("lint a3 --fix --yes $scope".trim())) {
            [exit, out] == [0, '']
            err.contains('migrations/a3.groovy:6:5: [index-not-concurrent] is left to you. The revision is applied.')
        }
        Files.readString(project.migrations.resolve('a3.groovy')) == INDEX

        where:
        scope << ['', '--all']
    }

    def "the baseline is printed as a setting"() {
        expect:
        retort('lint --baseline').out == '[lint]\nbaseline = ["a2"]\n'
    }

    def "an upgrade warns of errors, or refuses to begin: #setting"() {
        given:
        retorts('upgrade a2')
        project.script('a3.groovy', "revision 'a3'\ndownRevision 'a2'\nmessage 'Add codes'\n\nupgrade {\n    addColumn 'orders', 'code', text, nullable: false\n}\nirreversible 'no'")
        settings("[lint]\nupgrade = \"$setting\"\n")

        expect:
        with(retort('upgrade head')) {
            exit == code
            err.contains('[not-null-without-default]') == found
            err.contains('See: retort lint a3') == (setting == 'warn')
        }
        retort('current').out.contains('a3') == (code == 0)

        and: 'an upgrade with nothing to do does not look'
        code != 0 || !retort('upgrade head').err.contains('not-null')

        where:
        setting || code | found
        'warn'  || 0    | true
        'off'   || 0    | false
        'error' || 6    | true
    }
}
