package dev.retort

import dev.retort.RetortException.Kind
import dev.retort.internal.dialect.Dialects
import dev.retort.internal.sql.SqlScript
import dev.retort.internal.testing.StorySpec
import java.sql.Connection
import java.time.Duration
import javax.sql.DataSource

/** What every database must do the same; a subclass names the database. */
abstract class EngineSpec extends DatabaseSpec {

    def "an upgrade applies what is missing, in order, and then finds nothing to do"() {
        given:
        project.table('a').table('b', ['a']).table('c', ['b'])
        def retort = project.retort(database)

        when:
        def result = retort.upgrade('b')

        then:
        result.from() == [] as Set
        result.steps()*.revision() == ['a', 'b']
        result.steps()*.rows() == [['a'] as Set, ['b'] as Set]
        result.rows() == ['b'] as Set
        retort.rows() == ['b'] as Set
        tables() == ['t_a', 't_b']

        when:
        def rest = retort.upgrade('head')

        then:
        rest.steps()*.revision() == ['c']

        when:
        def nothing = retort.upgrade('head')

        then:
        nothing.steps().isEmpty()
        nothing.rows() == ['c'] as Set
    }

    def "a downgrade reverts down to its target"() {
        given:
        project.table('a').table('b', ['a']).table('c', ['b'])
        def retort = project.retort(database)
        retort.upgrade('head')

        when:
        def result = retort.downgrade(target)

        then:
        result.steps()*.revision() == reverted
        result.steps()*.direction().every { it == 'downgrade' }
        retort.rows() == rows as Set
        tables() == left

        where:
        target | reverted        | rows  | left
        '-1'   | ['c']           | ['b'] | ['t_a', 't_b']
        '-2'   | ['c', 'b']      | ['a'] | ['t_a']
        'a'    | ['c', 'b']      | ['a'] | ['t_a']
        'base' | ['c', 'b', 'a'] | []    | []
    }

    def "branches have a row each, and a merge makes them one"() {
        given:
        project.table('root').table('left', ['root']).table('right', ['root']).table('both', ['left', 'right'])
        def retort = project.retort(database)

        when:
        def result = retort.upgrade('head')

        then: 'in Alembic\'s order, in which ids stand for file names'
        result.steps()*.rows() == [['root'], ['right'], ['left', 'right'], ['both']].collect { it as Set }

        when:
        def back = retort.downgrade('left')

        then:
        back.rows() == ['left', 'right'] as Set
        versionRows() == ['left', 'right']
    }

    def "a failing revision leaves nothing behind, those before it stay, and a mended one goes on"() {
        given:
        project.table('a').table('b', ['a'])
        project.revision('c', ['b'], """
            upgrade {
                createTable('half') { column 'id', integer }
                execute 'INSERT INTO nowhere VALUES (1)'
            }
            downgrade { dropTable 'half' }""")
        def retort = project.retort(database)

        when:
        retort.upgrade('head')

        then:
        def failure = thrown(RetortException)
        failure.kind() == Kind.FAILED
        failure.problems().size() == 1
        with(failure.problems()[0]) {
            location().toString() == 'migrations/c.groovy:7'
            sentence().startsWith('Revision c (upgrade) failed: ')
            sentence().contains('nowhere')
            hint().contains('INSERT INTO nowhere VALUES (1)')
            hint().endsWith('Nothing of this revision was kept; the database is at b.')
        }
        versionRows() == ['b']
        tables() == ['t_a', 't_b']
        events() == [['a', 'upgrade', 'done'], ['b', 'upgrade', 'done'], ['c', 'upgrade', 'failed']]

        when:
        project.table('c', ['b'])
        retort.upgrade('head')

        then:
        versionRows() == ['c']
        tables() == ['t_a', 't_b', 't_c']
    }

    def "what a script throws is told with its file and line"() {
        given:
        project.revision('a', [], """
            upgrade {
                def rows = query('SELECT 1 AS n')
                if (rows[0].integer('n') == 1) {
                    throw new IllegalStateException('One is too many')
                }
            }
            irreversible 'never'""")

        when:
        project.retort(database).upgrade('head')

        then:
        def failure = thrown(RetortException)
        failure.kind() == Kind.FAILED
        failure.problems()[0].location().toString() == 'migrations/a.groovy:8'
        failure.problems()[0].sentence() == 'Revision a (upgrade) failed: One is too many.'
    }

    def "a way down that is derived fails at the line which it undoes"() {
        given:
        project.script('a.groovy', '''\
            revision 'a'
            change {
                createTable('t') { column 'id', integer, primaryKey: true }
                createTable('u') { column 'id', integer, primaryKey: true }
            }
            '''.stripIndent())
        project.retort(database).upgrade('head')
        database.execute('DROP TABLE t')

        when:
        project.retort(database).downgrade('base')

        then:
        def failure = thrown(RetortException)
        failure.problems()*.location()*.toString() == ['migrations/a.groovy:3']
        failure.message.contains('Revision a (downgrade) failed: ')
        tables() == ['u']
    }

    def "a script that cannot be compiled stops the run before the first revision"() {
        given:
        project.table('a')
        project.revision('b', ['a'], "upgrade { addColum 't_a', 'x', text }\ndowngrade { }")

        when:
        project.retort(database).upgrade('head')

        then:
        def failure = thrown(RetortException)
        failure.kind() == Kind.SCRIPT
        failure.message.startsWith('migrations/b.groovy:4:11: ')
        failure.message.contains('Did you mean "addColumn"?')
        tables() == []
    }

    def "what is irreversible is refused before anything is reverted"() {
        given:
        project.table('a')
        project.revision('b', ['a'], "upgrade { createTable('t_b') { column 'id', integer } }\nirreversible 'the old data is gone'")
        project.table('c', ['b'])
        def retort = project.retort(database)
        retort.upgrade('head')

        when:
        retort.downgrade('base')

        then:
        def failure = thrown(RetortException)
        failure.kind() == Kind.SCRIPT
        failure.message == 'migrations/b.groovy: Revision b cannot be downgraded: the old data is gone.'
        versionRows() == ['c']

        when:
        retort.downgrade('-1')

        then:
        versionRows() == ['b']
    }

    def "looking changes nothing"() {
        given:
        project.table('a')
        def retort = project.retort(database)

        expect:
        retort.rows().isEmpty()
        retort.current().isEmpty()
        retort.history(null, true)*.id() == ['a']
        !retort.isUpToDate()
        database.tables().isEmpty()
    }

    def "a stamp moves the rows and runs nothing"() {
        given:
        project.table('a').table('b', ['a']).table('c', ['b'])
        def retort = project.retort(database)

        when:
        retort.stamp(['b'], false)

        then:
        versionRows() == ['b']
        tables() == []
        events() == [['a', 'stamp', 'done'], ['b', 'stamp', 'done']]

        when:
        retort.stamp(['a'], false)

        then:
        versionRows() == ['a']
        events().last() == ['b', 'unstamp', 'done']
    }

    def "a row that no script explains is named, and a purging stamp gets rid of it"() {
        given:
        project.table('a')
        def retort = project.retort(database)
        retort.upgrade('head')
        database.execute("UPDATE retort_version SET version_num = 'gone'")

        when:
        retort.upgrade('head')

        then:
        def failure = thrown(RetortException)
        failure.kind() == Kind.SCRIPT
        failure.message.contains('gone')
        failure.message.contains('stamp')

        when:
        retort.stamp(['head'], true)

        then:
        versionRows() == ['a']
    }

    def "a budget that cannot be is refused: #sentence"() {
        when:
        change(project.on(database)).build()

        then:
        def failure = thrown(RetortException)
        failure.kind() == Kind.USAGE
        failure.problems()*.sentence() == [sentence]

        where:
        sentence                                                               | change
        'A script cannot be given 0 ms of time.'                               | { it.scriptTimeout(Duration.ZERO) }
        'A script cannot be given -1000 ms of time.'                           | { it.scriptTimeout(Duration.ofSeconds(-1)) }
        'The calls of a script cannot be nested 99 deep at most.'              | { it.scriptDepth(99) }
        'The calls of a script cannot be nested 10001 deep at most.'           | { it.scriptDepth(10_001) }
        'A script cannot be given lists of 0 elements at most.'                | { it.scriptElements(0) }
        'A script cannot be given texts of -1 characters at most.'             | { it.scriptCharacters(-1) }
    }

    def "operations in an autocommit block are kept though the rest fails, and that is said"() {
        given:
        project.revision('a', [], """
            upgrade {
                createTable('kept') { column 'id', integer }
                autocommit { createTable('kept_too') { column 'id', integer } }
                createTable('undone') { column 'id', integer }
                execute 'INSERT INTO nowhere VALUES (1)'
            }
            irreversible 'never'""")

        when:
        project.retort(database).upgrade('head')

        then:
        def failure = thrown(RetortException)
        failure.problems()[0].hint().contains('was kept; the version rows are still at base.')
        tables() == ['kept', 'kept_too']
        versionRows() == []
    }

    def "a migration cannot end its own transaction by #statement"() {
        given:
        project.revision('a', [], """
            upgrade {
                createTable('t') { column 'n', integer }
                try {
                    $statement
                } catch (RuntimeException refused) {
                    throw new IllegalStateException(refused.message)
                }
            }
            irreversible 'never'""")

        when:
        project.retort(database).upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.message.contains('A migration may not end its transaction') || refused.message.contains('holds a statement of its own')
        tables() == []
        project.retort(database).rows().empty

        where:
        statement << [
                "execute 'COMMIT'",
                "execute '/* now */ end'",
                "execute 'SELECT 1; ROLLBACK'",
                "execute 'BEGIN'",
                "query 'COMMIT'",
                "table('t').where('1 = 1; COMMIT').delete()",
        ]
    }

    def "works on a caller's data source and on a caller's connection, and gives both back"() {
        given:
        project.table('a').table('b', ['a'])
        List<Connection> opened = []
        def dataSource = Stub(DataSource) {
            getConnection() >> { opened << database.open(); opened.last() }
        }

        when:
        Retort.configure().dataSource(dataSource).home(project.home).build().upgrade('a')

        then:
        versionRows() == ['a']
        !opened.isEmpty()
        opened.every { it.closed }

        when:
        def connection = database.open()
        connection.autoCommit = false
        def result = Retort.configure().connection(connection).home(project.home).build().upgrade('head')

        then:
        result.steps()*.revision() == ['b']
        versionRows() == ['b']
        !connection.closed
        !connection.autoCommit

        cleanup:
        connection?.close()
    }

    def "arguments reach the scripts"() {
        given:
        project.revision('a', [], """
            upgrade { createTable(argument('name') ?: 'none') { column 'id', integer } }
            downgrade { dropTable argument('name') ?: 'none' }""")

        when:
        project.on(database).argument('name', 'given').build().upgrade('head')

        then:
        tables() == ['given']
    }

    def "the SQL that is written leads where the run leads"() {
        given:
        project.table('a')
        project.revision('b', ['a'], """
            upgrade {
                createTable('items') {
                    column 'id', integer, primaryKey: true
                    column 'name', varchar(40)
                    column 'price', numeric(10, 2), nullable: false, default: 0
                }
                bulkInsert 'items', [[id: 1, name: "O'Neil; -- 'x'"], [id: 2, name: null]]
                execute 'UPDATE items SET name = :name WHERE id = :id', name: 'a:b?', id: 2
                alterColumn 'items', 'name', nullable: false
                createUniqueConstraint 'uq_items_name', 'items', ['name']
            }
            downgrade {
                dropTable 'items'
            }""")
        project.table('c', ['b'])
        def online = newDatabase()
        project.retort(online).upgrade('head')

        when: 'from the state of the database'
        def script = new StringBuilder()
        project.retort(database).upgradeSql('b', script)
        database.tables().isEmpty()
        runScript(script.toString())
        script.length = 0
        project.retort(database).upgradeSql('head', script)
        runScript(script.toString())

        then:
        StorySpec.schema(database) == StorySpec.schema(online)
        versionRows() == ['c']
        database.rows('SELECT id, name FROM items ORDER BY id') == online.rows('SELECT id, name FROM items ORDER BY id')
        events() == [['a', 'upgrade', 'done'], ['b', 'upgrade', 'done'], ['c', 'upgrade', 'done']]

        when: 'and down again, from a state that is named'
        script.length = 0
        project.retort(database).downgradeSql('c:base', script)
        runScript(script.toString())

        then:
        tables() == []
        versionRows() == []

        cleanup:
        online.close()
    }

    void runScript(String text) {
        def dialect = Dialects.ofUrl(database.jdbcUrl).dialect()
        database.execute(*SqlScript.split(text, dialect.spelling().syntax())*.sql())
    }
}
