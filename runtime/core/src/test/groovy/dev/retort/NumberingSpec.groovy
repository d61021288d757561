package dev.retort

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.SqlShell
import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** After rows that brought their own numbers, the database goes on with the next one. */
@spock.lang.Tag('database')
class NumberingSpec extends Specification {

    private static final List<String> BOTH = ['sqlite', 'postgresql']
    private static final String TABLE = "createTable('t') { column 'id', integer, identity: true, primaryKey: true; column 'name', text }"
    private static final String ROWS = "bulkInsert 't', (1..80).collect { [id: it, name: 'n' + it] }"

    private static final String ROWS_6 = "bulkInsert 't', [[id: 6, name: 'a'], [id: 7, name: 'b']]"

    @Shared @AutoCleanup TestDatabase sqlite = TestDatabase.sqlite()
    @Shared @AutoCleanup TestDatabase postgresql = TestDatabase.postgresql()
    @AutoCleanup Project project = new Project()
    TestDatabase database

    def cleanup() {
        project.retort(database).downgrade('base')
    }

    private Retort chain(String dialect, String body) {
        database = dialect == 'sqlite' ? sqlite : postgresql
        project.script('rows.csv', 'id,name\n3,a\n7,b\n')
        project.script('rows.jsonl', '{"id": 3, "name": "a"}\n{"id": 7, "name": "b"}\n')
        project.revision('a', [], "upgrade {\n$body\n}\ndowngrade { dropTable 't' }")
        project.retort(database)
    }

    private Object next() {
        database.execute("INSERT INTO t (name) VALUES ('later')")
        (database.rows("SELECT id FROM t WHERE name = 'later'")[0][0] as Number).intValue()
    }

    def "on #dialect, after #rows"() {
        given:
        def retort = chain(dialect, "$TABLE\n$rows")

        when:
        retort.upgrade('head')

        then:
        next() == expected

        when:
        retort.downgrade('base')
        def script = new StringBuilder()
        retort.upgradeSql('base:head', script)
        SqlShell.run(database, script.toString())

        then:
        next() == expected

        where:
        [rows, expected, dialect] << [
            ["bulkInsert 't', [[id: 1, name: 'a'], [id: 2, name: 'b']]", 3],
            [ROWS, 81],
            ["bulkInsert 't', csv('rows.csv')", 8],
            ["bulkInsert 't', jsonLines('rows.jsonl')", 8],
            ["table('t').insert(id: 5, name: 'a')\ntable('t').insert(id: 2, name: 'b')", 6],
            ["table('t').insert(id: sql('2 + 2'), name: 'a')", 5],
            ["table('t').insert(id: 4, name: 'a')\ntable('t').insert(name: 'b')", 6],
            ["autocommit { table('t').insert(id: 4, name: 'a') }", 5],
            ["table('t').insert(name: 'a')", 2],
        ].collectMany { row -> BOTH.collect { row + it } }
    }

    def "rows that all bring their numbers are looked at once"() {
        given:
        def retort = chain('postgresql', "$TABLE\n(1..5).each { n -> table('t').insert(id: n, name: 'x') }\n$ROWS_6")
        def script = new StringBuilder()

        when:
        retort.upgradeSql('base:head', script)

        then:
        script.toString().count('setval') == 1
        script.indexOf('setval') > script.lastIndexOf('INSERT INTO t ')

        when:
        retort.upgrade('head')

        then:
        next() == 8
    }

    def "on PostgreSQL, #what"() {
        given:
        def retort = chain('postgresql', body)

        when:
        retort.upgrade('head')

        then:
        next() == expected

        where:
        what                                  | body                                                                                                               || expected
        'a question between the rows'         | "$TABLE\ntable('t').insert(id: 4, name: 'a')\nif (query('SELECT 1 AS n')) { table('t').insert(name: 'b') }"                   || 6
        'a serial column'                     | "createTable('t') { column 'id', type('serial'), primaryKey: true; column 'name', text }\n$ROWS"                     || 81
        'numbers below the start'             | "createTable('t') { column 'id', integer, identity: [start: 100], primaryKey: true; column 'name', text }\n$ROWS"    || 100
        'numbers that fall'                   | "createTable('t') { column 'id', integer, identity: [increment: -1], primaryKey: true; column 'name', text }\ntable('t').insert(id: -4, name: 'a')" || -5
        'an identity for a filled table'      | "createTable('t') { column 'id', integer, primaryKey: true; column 'name', text }\n$ROWS\nalterColumn 't', 'id', identity: true" || 81
        'the default of a sequence'           | "createSequence 's'\ncreateTable('t') { column 'id', bigint, default: sql(\"nextval('s')\"); column 'name', text }\n$ROWS\nalterSequence 's', ownedBy: 't.id'" || 81
        'a number that the sequence has not'  | "createTable('t') { column 'id', integer, identity: [max: 9], primaryKey: true; column 'name', text }\ntable('t').insert(id: 50, name: 'a')" || 1
    }
}
