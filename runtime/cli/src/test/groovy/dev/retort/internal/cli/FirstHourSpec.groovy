package dev.retort.internal.cli

import java.nio.file.Files
import java.nio.file.Path

/** What somebody meets who has just begun, or has come from somewhere else. */
@spock.lang.Tag('world')
class FirstHourSpec extends CommandSpec {

    static final String EMPTY = 'There are no revisions in migrations. '
    static final String FIRST = 'Write the first with: retort revision -m "what it does", or say where the migrations are with --migrations.\n'

    def "a folder without revisions is not taken for a project in which all is well: #line"() {
        given:
        on('sqlite')

        expect:
        with(retort(line)) {
            exit == (line == 'upgrade head' ? 3 : 0)
            err.endsWith(EMPTY + FIRST)
        }
        retort("$line --json").err == ''

        where:
        line << ['status', 'heads', 'history', 'bases', 'branches', 'upgrade head']
    }

    def "scripts of #tool are recognized: #file"() {
        given:
        on('sqlite')
        def script = project.home.resolve(file)
        Files.createDirectories(script.parent)
        Files.writeString(script, 'x')

        when:
        def outcome = retort('upgrade head')

        then:
        outcome.exit == 3
        outcome.err == "error: $EMPTY$file looks like a file of $tool, which Retort does not read." +
                (file.endsWith('.sql') ? " A revision runs such a file with: executeFile '${file - 'migrations/'}'." : '') +
                " Where the schema exists already, write a first revision, then type: retort stamp head. $FIRST"
        retort('status').err.contains("looks like a file of $tool")

        where:
        file                                          || tool
        'migrations/V1__init.sql'                     || 'Flyway'
        'migrations/v1.2.1__init.SQL'.toLowerCase()   || 'Flyway'
        'migrations/R__views.sql'                     || 'Flyway'
        'migrations/sql/V2_1__add.sql'                || 'Flyway'
        'flyway.toml'                                 || 'Flyway'
        'migrations/db.changelog-master.yaml'         || 'Liquibase'
        'migrations/changelog.sql'                    || 'Liquibase'
        'migrations/versions/1975ea83b712_add.py'     || 'Alembic'
        'migrations/script.py.mako'                   || 'Alembic'
        'alembic.ini'                                 || 'Alembic'
        'migrations/0001_initial.py'                  || 'Django'
        'migrations/20240101120000_create_users.rb'   || 'Rails'
        'migrations/20240101120000_x/migration.sql'   || 'Prisma'
        'migrations/000001_users.up.sql'              || 'golang-migrate'
        'migrations/001_users.sql'                    || 'another tool'
        'migrations/1700000000000-Users.ts'           || 'another tool'
    }

    def "a new project may have a workflow, which the documentation shows: #service"() {
        given:
        project.migrations.toFile().deleteDir()

        when:
        def outcome = retort("init --ci $service")

        then:
        [outcome.exit, outcome.out] == [0, "retort.toml\nmigrations/revision.template\n$file\n"]
        Path.of('../../docs/running.md').toFile().text.contains("```yaml\n${project.home.resolve(file).toFile().text}```\n")

        and: 'the commands in it are commands'
        project.home.resolve(file).toFile().readLines()*.strip().findAll { it =~ /^- (run: )?retort / }.collect { it.replaceAll(/^- (run: )?retort /, '') }.every {
            CommandTree.create().parseArgs(it.split(' ')).hasSubcommand()
        }

        and: 'another time it would be overwritten'
        project.home.resolve('retort.toml').toFile().delete()
        project.migrations.toFile().deleteDir()
        retort("init --ci $service").exit == 2
        !Files.exists(project.home.resolve('retort.toml'))

        where:
        service  | file
        'github' | '.github/workflows/migrations.yml'
        'gitlab' | '.gitlab-ci.yml'
    }

    def "a project gets a workflow alone, which is not overwritten"() {
        given:
        project.home.resolve('retort.toml').toFile().text = 'url = "sqlite:///mine.db"'
        project.table('a')

        expect:
        retort('init --ci gitlab').with { [exit, out, err] } == [0, '.gitlab-ci.yml\n', '']
        project.home.resolve('retort.toml').toFile().text == 'url = "sqlite:///mine.db"'
        project.migrations.toFile().list() == ['a.groovy'] as String[]
        retort('init --ci gitlab').err.startsWith('error: .gitlab-ci.yml: The file is there already.')
    }

    def "what is no whole number is refused: #words"() {
        expect:
        retort(words).with { [exit, err] } == [2, "error: Invalid value \"$value\" for $option. Write a whole number.\n"]

        where:
        words               | value | option
        'verify --seed x'   | 'x'   | '--seed'
        'verify --rows 1.5' | '1.5' | '--rows'
    }

    def "a workflow for a service that is not known is refused"() {
        expect:
        retort('init --ci gihub').err == 'error: There is no file for "gihub"; there is one for github and gitlab. Did you mean "github"?\n'
        !Files.exists(project.home.resolve('retort.toml'))
    }

    def "a folder with a revision may hold anything, on #dialect"() {
        given:
        on(dialect)
        chain()
        project.script('V1__init.sql', 'CREATE TABLE x (id integer);')

        expect:
        with(retort('status')) { [exit, err] == [0, ''] }

        where:
        dialect << DIALECTS
    }

    def "where a script is missing, that nothing is pending holds for those that are here, on #dialect"() {
        given:
        on(dialect)
        chain()
        retorts('upgrade head')
        Files.delete(project.migrations.resolve('c1_create_tags.groovy'))

        expect:
        retort('status').out.startsWith('Current: c1\nHeads:   b1\nPending: none of the scripts that are here\n')

        where:
        dialect << DIALECTS
    }

    def "show says who depends on a revision"() {
        given:
        branches()

        expect:
        retort('show right').out.contains('\nNeeded by: top\n')
        !retort('show top').out.contains('Needed by')
        retort('show right --json').json.revisions*.neededBy == [['top']]
    }

    def "SQL from a named start needs no database, and that is said where none answers: #line"() {
        given:
        chain()
        variables.DATABASE_URL = 'postgresql://nobody@127.0.0.1:1/none'

        when:
        def outcome = retort("$line --sql")

        then:
        outcome.exit == 4
        outcome.out == ''
        outcome.err.readLines().last().endsWith(' is the server running? SQL from a start that is named needs no database: write FROM:TO, as in base:head.')
        retort(named + ' --sql').out.contains('CREATE TABLE')

        where:
        line             | named
        'upgrade head'   | 'upgrade base:head'
        'downgrade base' | 'upgrade base:b1'
    }

    def "a check of heads proposes a rebase only if it would be made: #proposed, applied #applied"() {
        given:
        on('sqlite')
        project.table('a').table('b1', ['a']).table('b2', ['b1']).table('c1', ['a']).table('c2', ['c1'])
        applied.each { retorts("upgrade $it") }

        when:
        def outcome = retort('heads --check')

        then:
        outcome.exit == 6
        outcome.err.endsWith(" $proposed\n")

        and: 'what it proposes leaves one head'
        def command = proposed =~ /retort (rebase \S+ --onto \S+),/
        !command || retort(command[0][1] as String).exit == 0 && retort('heads --check').exit == 0

        where:
        applied      || proposed
        []           || 'Put one onto the other with: retort rebase c1 --onto b2, or join them with: retort merge b2 c2'
        ['c2']       || 'Put one onto the other with: retort rebase b1 --onto c2, or join them with: retort merge b2 c2'
        ['c2', 'b1'] || 'Join them with: retort merge b2 c2'
    }

    def "what a merge joins is not torn apart by what is proposed"() {
        given:
        project.table('a').table('b', ['a']).table('c', ['a']).table('m', ['b', 'c']).table('d')

        expect:
        retort('heads --check').err.endsWith('Put one onto the other with: retort rebase a --onto d, or join them with: retort merge d m\n')
    }
}
