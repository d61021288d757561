package dev.retort

import dev.retort.RetortException.Kind
import dev.retort.internal.dialect.Dialects
import dev.retort.internal.sql.SqlScript
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Specification

import static dev.retort.internal.testing.InSchema.tables

/** One script for every database, and for runs and SQL files: onlyOn, online and offline. */
@spock.lang.Tag('database')
class OneScriptSpec extends Specification {

    static final List<String> DIALECTS = ['sqlite', 'postgresql']

    @AutoCleanup
    Project project = new Project()

    @AutoCleanup(quiet = true)
    TestDatabase database

    def "what is for one database happens there alone, and is undone there alone, on #dialect"() {
        given:
        on(dialect)
        project.revision('a', [], """
            change {
                createTable('t') {
                    column 'id', integer, primaryKey: true
                    onlyOn('postgresql') { column 'tags', array(text) }
                    onlyOn('sqlite') { column 'tags', json }
                }
                onlyOn('sqlite') { createTable('s', strict: true) { column 'id', integer } }
                onlyOn('postgresql') {
                    createTable('p', unlogged: true) { column 'id', integer }
                    createIndex 'ix_tags', 't', ['tags'], using: 'gin'
                }
                onlyOn(['postgresql', 'sqlite']) { createTable('both') { column 'id', integer } }
            }""")

        when:
        retort.upgrade('head')
        def first = schema()

        then:
        tables(first).keySet() == (dialect == 'sqlite' ? ['both', 's', 't'] : ['both', 'p', 't']) as Set
        tables(first).t.columns()*.name() == ['id', 'tags']
        tables(first).t.indexes()*.name() == (dialect == 'sqlite' ? [] : ['ix_tags'])

        when:
        retort.downgrade('base')

        then:
        tables(schema()).isEmpty()

        when:
        retort.upgrade('head')

        then:
        schema() == first

        where:
        dialect << DIALECTS
    }

    def "what the database does not know stops before the first revision, with every place, on #dialect"() {
        given:
        on(dialect)
        project.table('a')
        project.revision('b', ['a'], "upgrade {\n createTable('b') { column 'id', integer }\n $first\n if (query('SELECT 1')) { $first }\n}\ndowngrade { }")
        project.revision('c', ['b'], "upgrade {\n $second\n}\ndowngrade { }")

        when:
        retort.upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.kind() == Kind.SCRIPT
        refused.problems()*.location()*.toString() == ['migrations/b.groovy:6', 'migrations/c.groovy:5']
        refused.problems()*.sentence()[0].contains(named)
        refused.problems()*.hint().every { it.contains("onlyOn('$other')") }
        database.rows(dialect == 'sqlite' ? 'SELECT name FROM sqlite_schema' : "SELECT relname FROM pg_class WHERE relname LIKE 'retort%'") == []

        when:
        def script = new StringBuilder()
        retort.upgradeSql('base:head', script)

        then:
        refused = thrown(RetortException)
        refused.problems()*.location()*.toString() == ['migrations/b.groovy:6', 'migrations/c.groovy:5']
        script.length() == 0

        where:
        dialect      | first                                                              | second                                                                       || named             | other
        'sqlite'     | "addColumn 'b', 'tags', array(text)"                               | "createIndex 'ix', 't_a', ['id'], using: 'gin'"                              || 'SQLite has no'   | 'postgresql'
        'sqlite'     | "alterColumn 'b', 'id', type: interval"                            | "batchAlterTable('t_a') { addColumn 'x', interval }"                         || 'SQLite has no'   | 'postgresql'
        'sqlite'     | "createUniqueConstraint 'u', 'b', ['id'], nullsNotDistinct: true"  | "createExcludeConstraint 'x', 't_a', [id: '=']"                              || 'SQLite has no'   | 'postgresql'
        'postgresql' | "createTable('x', strict: true) { column 'id', integer }"          | "createTable('y', withoutRowid: true) { column 'id', integer, primaryKey: true }" || 'PostgreSQL has no' | 'sqlite'
    }

    def "a script may ask where there is a database, and say it otherwise where there is none, on #dialect"() {
        given:
        on(dialect)
        project.revision('a', [], """
            upgrade {
                createTable('t') { column 'id', integer, primaryKey: true
                                   column 'n', integer }
                bulkInsert 't', [[id: 1], [id: 2]]
            }
            downgrade { dropTable 't' }""")
        project.revision('b', ['a'], """
            upgrade {
                online {
                    query('SELECT id FROM t').each { row -> execute 'UPDATE t SET n = :n WHERE id = :id', n: row.integer('id') * 10, id: row.integer('id') }
                } offline {
                    execute 'UPDATE t SET n = id * 10'
                }
            }
            downgrade {
                offline { execute 'UPDATE t SET n = 7' }
                online { execute 'UPDATE t SET n = NULL' }
            }""")
        def online = TestDatabase.of(dialect)

        when:
        project.retort(online).upgrade('head')
        def script = new StringBuilder()
        retort.upgradeSql('base:head', script)
        database.execute(*SqlScript.split(script.toString(), Dialects.ofUrl(database.jdbcUrl).dialect().spelling().syntax())*.sql())

        then:
        script.contains('UPDATE t SET n = id * 10')
        !script.contains('WHERE id =')
        database.rows('SELECT id, n FROM t ORDER BY id') == [[1, 10], [2, 20]]
        online.rows('SELECT id, n FROM t ORDER BY id') == [[1, 10], [2, 20]]

        when:
        project.retort(online).downgrade('a')
        script.length = 0
        retort.downgradeSql('b:a', script)

        then:
        script.contains('SET n = 7;')
        !script.contains('n = NULL')
        online.rows('SELECT id, n FROM t ORDER BY id') == [[1, null], [2, null]]

        cleanup:
        online?.close()

        where:
        dialect << DIALECTS
    }

    def "a question where there is no database is refused with its place and the way out, on #dialect"() {
        given:
        on(dialect)
        project.revision('a', [], "upgrade {\n if (query('SELECT 1')) { execute 'SELECT 2' }\n}\ndowngrade { }")
        def script = new StringBuilder()

        when:
        retort.upgradeSql('base:head', script)

        then:
        def refused = thrown(RetortException)
        refused.kind() == Kind.SCRIPT
        refused.problems()[0].location().toString() == 'migrations/a.groovy:5'
        refused.problems()[0].sentence().contains('asks the database')
        refused.problems()[0].hint().contains('offline { … }')
        script.length() == 0

        where:
        dialect << DIALECTS
    }

    private void on(String dialect) {
        database = TestDatabase.of(dialect)
    }

    private Retort getRetort() {
        project.retort(database)
    }

    private schema() {
        StorySpec.schema(database)
    }
}
