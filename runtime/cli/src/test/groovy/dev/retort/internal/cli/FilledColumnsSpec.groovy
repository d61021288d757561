package dev.retort.internal.cli

import java.nio.file.Files
import spock.lang.Tag

/** {@code revision --autogenerate --fill}: what rows get that are there, in a column that must have a value. */
@Tag('database')
class FilledColumnsSpec extends CommandSpec {

    private static final String FIRST = '''\
        table('projects') {
            column 'id', integer, primaryKey: true
            column 'name', varchar(40)
            column 'since', date
        }
        '''.stripIndent()

    private static final String SECOND = '''\
        table('projects') {
            column 'id', integer, primaryKey: true
            column 'name', varchar(40), nullable: false
            column 'since', date, nullable: false
            column 'priority', integer, nullable: false
            column 'price', numeric(8, 2), nullable: false
            column 'open', bool, nullable: false
            column 'note', text, nullable: false
            column 'seen', timestamp, nullable: false
        }
        '''.stripIndent()

    private static final Map<String, String> VALUES = [
            'projects.name': "O'Neil", 'projects.since': '2026-01-31', 'projects.priority': '3', 'projects.price': '1.50',
            'projects.open': 'false', 'projects.note': '1', 'projects.seen': 'CURRENT_TIMESTAMP']

    private static final List<String> FILLS = VALUES.collectMany { column, value -> ['--fill', "$column=$value" as String] }

    private void model(String text) {
        Files.writeString(project.home.resolve('schema.groovy'), text)
    }

    private void filled(String dialect) {
        on(dialect)
        model(FIRST)
        retorts('revision --autogenerate -m First --rev-id a1', 'upgrade head')
        database.execute("INSERT INTO projects (id, name, since) VALUES (1, NULL, NULL), (2, 'b', '2026-02-03')")
        model(SECOND)
    }

    private List<String> rows() {
        database.rows("""SELECT id, name, since, priority, price, CASE WHEN open THEN 'yes' ELSE 'no' END, note, seen IS NOT NULL
            FROM projects ORDER BY id""")*.join(' ')*.replaceAll(/1$/, 'true')
    }

    def "on #dialect, without it the script says what to type"() {
        given:
        filled(dialect)

        when:
        def script = retort('revision --autogenerate --dry-run').out

        then:
        script.contains("// Look at this: rows that have no value for it fail. Write one with: --fill projects.priority=VALUE\n    addColumn 'projects', 'priority', integer")
        script.contains('--fill projects.name=VALUE')

        where:
        dialect << DIALECTS
    }

    def "on #dialect, rows that are there get the values, and what comes later has to bring its own, #safe"() {
        given:
        filled(dialect)

        when:
        retort(['revision', '--autogenerate', '-m', 'Second'] + FILLS + safe).with { assert exit == 0: err }
        retorts('upgrade head')

        then:
        rows() == ["1 O'Neil 2026-01-31 3 1.5${dialect == 'sqlite' ? '' : '0'} no 1 true",
                   "2 b 2026-02-03 3 1.5${dialect == 'sqlite' ? '' : '0'} no 1 true"]
        retort('check').with { [exit, out] } == [0, 'The schema and the model are equal.\n']
        retort('check --drift').exit == 0

        when:
        retorts('downgrade a1')

        then:
        retort('diff db a1').with { [exit, out] } == [0, '']

        where:
        [dialect, safe] << [DIALECTS, [[], ['--safe']]].combinations()
    }

    def "with --safe, rows are filled in batches by the second revision"() {
        given:
        filled('postgresql')

        when:
        def texts = retort(['revision', '--autogenerate', '--safe', '--dry-run', '-m', 'Second'] + FILLS).out.split(/part 2/)

        then:
        texts[0].contains("addColumn 'projects', 'priority', integer, nullable: false, default: 3\n    alterColumn 'projects', 'priority', default: null")
        !texts[0].contains('backfill')
        texts[1].readLines()*.strip().join(' ').contains("'name IS NULL OR since IS NULL', down: '' validateConstraint 'projects', 'ck_projects_name_not_null'")
        texts[1].contains("backfill 'projects', set: [name: sql(\"coalesce(name, 'O''Neil')\"), since: sql(\"coalesce(since, '2026-01-31')\")]")
        !texts[1].contains('Look at this')
    }

    def "#fill is refused in a sentence"() {
        given:
        filled('sqlite')

        expect:
        retort(['revision', '--autogenerate', '--fill', fill]).with { [exit, err] } == [2, "error: $message\n" as String]

        where:
        fill                  || message
        'projects.priority'   || 'Invalid value "projects.priority" for --fill. Write the column, =, and the value: --fill projects.priority=0'
        'projects.prioriti=1' || 'Nothing is to be filled in "projects.prioriti": it is no column that must have a value from now on and has no default. Did you mean "projects.priority"?'
        'x=1'                 || 'Nothing is to be filled in "x": it is no column that must have a value from now on and has no default.' +
                ' There is: projects.name, projects.note, projects.open, projects.price, projects.priority, projects.seen, projects.since.'
    }
}
