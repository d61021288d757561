package dev.retort

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Specification

/** A column may have any name; SQL in the place of a name, and a name that no column has, never become a constant. */
@spock.lang.Tag('database')
class OddColumnNamesSpec extends Specification {

    private static final String TABLE = '''upgrade {
        createTable('t') {
            column 'id', integer, primaryKey: true
            column 'order date', date
            column 'Total (EUR)', integer
            column 'order', integer, default: 5
            column 'lower(x)', text
            check '"order" > 0', name: 'ck_order'
            index 'order date', 'lower(x)'
        }
        createIndex 'ix_lower', 't', ['lower(x)']
    }
    downgrade { }'''

    @AutoCleanup
    Project project = new Project()

    @AutoCleanup(quiet = true)
    TestDatabase database

    def "columns with odd names are indexed, constrained and computed with, on #dialect"() {
        given:
        database = TestDatabase.of(dialect)
        project.revision('a', [], TABLE)
        project.revision('b', ['a'], '''upgrade {
            createIndex 'ix_date', 't', ['order date', 'Total (EUR)'], where: '"order" > 1'
            createUniqueConstraint 'uq', 't', ['order date', 'order']
            createCheckConstraint 'ck_total', 't', '"Total (EUR)" > "order"'
            addColumn 't', 'twice', integer, generated: '"order" * 2', stored: true
            createView 'v', 'SELECT "order date" AS "When", "Total (EUR)" FROM t'
        }
        downgrade { }''')

        when:
        project.retort(database).upgrade('head')
        database.execute('INSERT INTO t (id, "Total (EUR)", "order") VALUES (1, 9, 2), (2, 9, 3)')

        then:
        database.rows('SELECT twice FROM t ORDER BY id') == [[4], [6]]

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "what no column is called is refused, and no constant indexed or compared, on #dialect: #change"() {
        given:
        database = TestDatabase.of(dialect)
        project.revision('a', [], TABLE)
        project.revision('b', ['a'], "upgrade {\n$change\n}\ndowngrade { }")
        project.retort(database).upgrade('a')

        when:
        project.retort(database).upgrade('b')

        then:
        def refused = thrown(RetortException)
        refused.problems()[0].location().line() == 5
        dialect != 'sqlite' || refused.message.contains('There is no column "no such" here, and SQLite would take it for the text \'no such\'.')

        where:
        [change, dialect] << [[
                "createIndex 'ix', 't', ['no such'], unique: true",
                "createIndex 'ix', 't', ['id'], where: '\"no such\" > 1'",
                "createIndex 'ix', 't', [sql('lower(\"no such\")')]",
                "createCheckConstraint 'ck', 't', '\"no such\" <> lower(\"lower(x)\")'",
                "addColumn 't', 'c', integer, check: 'c <> \"no such\"'",
                "addColumn 't', 'c', text, generated: 'lower(\"no such\")', stored: true",
                "batchAlterTable('t') { createIndex 'ix', ['no such']\n alterColumn 'id', nullable: false }",
                "createTable('u') { column 'c', integer\n check 'c <> \"no such\"' }",
                "createTable('u') { column 'id', integer\n column 'c', text, generated: 'lower(\"no such\")', stored: true }",
                "createView 'v', 'SELECT \"no such\" AS n FROM t'",
        ], ['sqlite', 'postgresql']].combinations()
    }
}
