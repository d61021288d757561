package dev.retort.internal.cli

import dev.retort.internal.dialect.Dialects
import dev.retort.internal.sql.SqlScript
import java.nio.file.Files
import spock.lang.Tag

/** {@code revision --sql}: the changes as SQL, and no revision. */
@Tag('database')
class AutogenerateSqlSpec extends CommandSpec {

    private static final String FIRST = '''\
        table('projects') {
            column 'id', integer, primaryKey: true
            column 'name', varchar(40), nullable: false
            column 'description', text
        }
        '''.stripIndent()

    private static final String SECOND = '''\
        table('projects') {
            column 'id', integer, primaryKey: true
            column 'name', varchar(80), nullable: false
            column 'details', text, nullable: false, default: ''
            index 'name'
        }
        table('tasks') {
            column 'id', integer, primaryKey: true
            column 'project_id', integer, references: 'projects.id'
        }
        '''.stripIndent()

    private void model(String text) {
        Files.writeString(project.home.resolve('schema.groovy'), text)
    }

    private List<String> scripts() {
        Files.list(project.migrations).withCloseable { all -> all.collect { it.fileName as String }.sort() }
    }

    private void run(String script) {
        def syntax = Dialects.ofUrl(database.jdbcUrl).dialect().spelling().syntax()
        database.onOneConnection { SqlScript.split(script, syntax).each { database.execute(it.sql()) } }
    }

    def "on #dialect, the SQL leads where the revision would, and nothing but the schema is changed"() {
        given:
        on(dialect)
        model(FIRST)

        when: 'there is neither a revision nor a table of Retort'
        def first = retort(['revision', '--autogenerate', '--sql', '-m', 'Projects'])
        run(first.out)

        then:
        [first.exit, first.err] == [0, 'Detected: table projects (createTable)\n']
        everything() == ['projects']
        scripts() == []
        retort('check').exit == 0

        when: 'a revision is applied, and the model is changed'
        retorts('revision --from-database -m Projects --rev-id a1', 'stamp head')
        model(SECOND)
        def second = ['revision', '--autogenerate', '--sql', '-m', 'Details', '--rename', 'projects.description=details']
        def undecided = retort(second.take(5))
        def live = retort(second)
        def folded = retort(second + ['--from', 'chain'])
        run(live.out)

        then:
        [undecided.exit, undecided.out] == [6, '']
        [live.exit, folded.exit] == [0, 0]
        live.out == folded.out
        !live.out.contains('retort_version')
        scripts() == ['a1_projects.groovy']
        versionRows() == ['a1']
        retort('check').with { [exit, out] } == [0, 'The schema and the model are equal.\n']
        retort(second.take(5)).with { [exit, out, err] } == [0, '', 'The model and the schema are equal; nothing was written.\n']

        where:
        dialect << DIALECTS
    }

    def "on PostgreSQL, --safe has two transactions, and an index after them"() {
        given:
        on('postgresql')
        model(FIRST)
        retorts('revision --autogenerate -m Projects --rev-id a1', 'upgrade head')
        model(SECOND.replace("default: ''", "check: \"details <> ''\""))
        def command = ['revision', '--autogenerate', '--safe', '--rename', 'projects.description=details', '-m', 'x']

        when:
        def sql = retort(command + '--sql')

        then:
        sql.exit == 0
        sql.out.findAll(/BEGIN;|COMMIT;|NOT VALID|VALIDATE CONSTRAINT|CREATE INDEX.*/) ==
                ['BEGIN;', 'NOT VALID', 'NOT VALID', 'COMMIT;', 'BEGIN;', 'VALIDATE CONSTRAINT', 'VALIDATE CONSTRAINT', 'COMMIT;',
                 'CREATE INDEX CONCURRENTLY ix_projects_name ON projects (name);', 'BEGIN;', 'COMMIT;']

        expect:
        retort(command + '--dry-run').out.findAll(/(?m)^message.*/) == ["message      'x'", "message      'x, part 2'"]
    }

    def "from a database on #dialect, the SQL builds the same one"() {
        given:
        on(dialect)
        database.execute('CREATE TABLE notes (id integer PRIMARY KEY, text varchar(10))', "INSERT INTO notes VALUES (1, 'It''s')")

        expect:
        retort('revision --from-database --with-rows notes --sql -m base').with { [exit, err, out.contains("'It''s'"), out.contains('retort_version')] } ==
                [0, 'Detected: table notes (createTable)\n', true, false]
        scripts() == []

        where:
        dialect << DIALECTS
    }

    def "from the chain, a first revision needs no database"() {
        given:
        variables.DATABASE_URL = 'postgresql://127.0.0.1:1/none'
        model(FIRST)

        expect:
        retort('revision --autogenerate --from chain --sql -m Projects').with { [exit, out.contains('CREATE TABLE projects')] } == [0, true]
        retort('revision --autogenerate --from chain -m Projects --rev-id a1').exit == 0
        retort('check --from chain').with { [exit, out] } == [0, 'The schema and the model are equal.\n']
    }

    def "#line is refused in a sentence"() {
        given:
        on('sqlite')

        expect:
        retort(line).with { [exit, out, err] } == [2, '', "error: $message\n" as String]

        where:
        line                                      || message
        'revision --sql -m x'                     || '--sql prints what would be written of a database. Add --autogenerate or --from-database.'
        'revision --autogenerate --sql --dry-run' || '--dry-run prints a script, and --sql its SQL. Leave one of them out.'
    }
}
