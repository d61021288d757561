package dev.retort

import dev.retort.internal.testing.FailingConnections
import dev.retort.internal.testing.InSchema
import dev.retort.internal.testing.RememberedScripts
import dev.retort.internal.testing.StorySpec

/** What is run outside of a transaction is gone on with after any interruption; a subclass names the database. */
abstract class ResumeSpec extends DatabaseSpec {

    /** With {@code -Dretort.everyCall=true} a run is broken at each of its calls, which takes minutes; else at some. */
    static final boolean EVERY_CALL = Boolean.getBoolean('retort.everyCall')

    FailingConnections connections = new FailingConnections(database)

    /** Empties the database. */
    abstract void reset()

    /** Options of an index that is built outside of a transaction, where the database has that. */
    abstract String getConcurrently()

    def "a run that breaks at any moment is gone on with by the next, #direction"() {
        given:
        mixed()
        def retort = RememberedScripts.by(Retort.configure()).home(project.home).dataSource(connections).build()
        def prepare = { if (direction == 'down') { retort.upgrade('head') } }
        def run = { direction == 'up' ? retort.upgrade('head') : retort.downgrade('a') }
        prepare()
        connections.mend()
        run()
        int calls = connections.calls
        def undisturbed = state()

        expect: 'to break behind one call is to break before the next'
        calls > 25
        (1..calls).findAll { EVERY_CALL || it % 8 == 1 }.each { int n ->
            reset()
            connections.mend()
            prepare()
            connections.failAt(n, true)
            def failure = null
            try {
                run()
            } catch (RetortException e) {
                failure = e
            }
            assert failure != null || n > calls - 4 : "call $n"
            connections.mend()
            run()
            assert state() == undisturbed : "call $n"
        }

        where:
        direction << ['up', 'down']
    }

    def "a statement that is known to have failed is run again, and what failed may be written anew"() {
        given:
        project.revision('a', [], """
            upgrade {
                createTable('t') { column 'id', integer, primaryKey: true
                                   column 'n', integer }
                autocommit { execute 'INSERT INTO t VALUES (1, 1)' }
                autocommit { execute 'INSERT INTO nowhere VALUES (1)' }
            }
            irreversible 'no'""")
        def retort = project.retort(database)

        when:
        retort.upgrade('head')

        then:
        def failure = thrown(RetortException)
        failure.problems()[0].hint().contains('What ran before statement 3 was kept')

        when:
        project.revision('a', [], """
            upgrade {
                createTable('t') { column 'id', integer, primaryKey: true
                                   column 'n', integer }
                autocommit { execute 'INSERT INTO t VALUES (1, 1)' }
                execute 'UPDATE t SET n = n + 10'
            }
            irreversible 'no'""")
        retort.upgrade('head')

        then:
        database.rows('SELECT id, n FROM t') == [[1, 11]]
        database.rows('SELECT count(*) FROM retort_progress')*.first()*.intValue() == [0]
        database.rows("SELECT statements FROM retort_history WHERE outcome = 'done'") == [[3]]
    }

    def "a script that no longer does what was done is stopped"() {
        given:
        def script = { int n -> project.revision('a', [], """
            upgrade {
                createTable('t') { column 'id', integer, primaryKey: true }
                autocommit { execute 'INSERT INTO t VALUES (:n)', n: $n }
                execute 'INSERT INTO nowhere VALUES (1)'
            }
            irreversible 'no'""") }
        def retort = project.retort(database)
        script(1)
        try {
            retort.upgrade('head')
        } catch (RetortException ignored) {
        }

        when:
        script(2)
        retort.upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.kind() == RetortException.Kind.FAILED
        refused.message.contains('The script no longer does what was done before the interruption (its first 2 statements)')
        database.rows('SELECT id FROM t') == [[1]]
    }

    def "what a script was told before the interruption it is told again"() {
        given:
        project.revision('a', [], """
            upgrade {
                createTable('t') { column 'id', integer, primaryKey: true
                                   column 'name', text }
                execute "INSERT INTO t VALUES (1, 'one'), (2, NULL)"
                def before = query('SELECT id, name FROM t WHERE name IS NULL')
                autocommit { execute "UPDATE t SET name = 'none' WHERE name IS NULL" }
                def found = query('SELECT id, name FROM t ORDER BY id')
                autocommit { before.each { row -> execute "INSERT INTO t VALUES (:id, 'more')", id: 10 * row.integer('id') } }
                execute "INSERT INTO \${argument('table')} VALUES (3, 'three')"
            }
            irreversible 'no'""")

        when:
        project.on(database).argument('table', 'nowhere').build().upgrade('head')

        then:
        thrown(RetortException)

        when:
        project.on(database).argument('table', 't').build().upgrade('head')

        then:
        database.rows('SELECT id, name FROM t ORDER BY id') == [[1, 'one'], [2, 'none'], [3, 'three'], [20, 'more']]
    }

    def "while a revision is half #done, nothing else is done to the database that could hurt"() {
        given:
        project.table('a')
        halfway('b', ['a'])
        project.table('c', ['a'])
        def retort = project.retort(database)
        retort.upgrade('a')
        if (done == 'reverted') {
            project.on(database).argument('table', 't').build().upgrade('b')
        }
        interrupt(done == 'reverted' ? { retort.downgrade('a') } : { retort.upgrade('b') })

        when:
        work(retort)

        then:
        def refused = thrown(RetortException)
        refused.message.contains("Revision b was interrupted at statement 3 of its ${done == 'reverted' ? 'downgrade' : 'upgrade'}.")
        refused.message.contains('retort resolve b --applied, or --not-applied')
        retort.status().interrupted()*.revision() == ['b']
        retort.interrupted() == retort.status().interrupted()
        !retort.status().clean

        where:
        done       | work
        'applied'  | { it.downgrade('base') }
        'applied'  | { it.stamp(['a'], false) }
        'applied'  | { it.upgradeSql('heads', new StringBuilder()) }
        'reverted' | { it.upgrade('heads') }
        'reverted' | { it.upgrade('b') }
        'reverted' | { it.stamp(['base'], false) }
    }

    def "another branch may go up meanwhile"() {
        given:
        project.table('a')
        halfway('b', ['a'])
        project.table('c', ['a'])
        def retort = project.retort(database)
        interrupt { retort.upgrade('b') }

        expect:
        retort.upgrade('c').rows() == ['c'] as Set
        project.on(database).argument('table', 't').build().upgrade('heads').rows() == ['b', 'c'] as Set
        retort.status().clean
    }

    def "a person says that a half #done revision is #word"() {
        given:
        project.table('a')
        halfway('b', ['a'])
        def retort = project.retort(database)
        if (done == 'reverted') {
            project.on(database).argument('table', 't').build().upgrade('b')
        }
        interrupt(done == 'reverted' ? { retort.downgrade('a') } : { retort.upgrade('b') })

        when:
        def result = retort.resolve('b', word == 'applied')

        then:
        result.rows() == rows as Set
        retort.rows() == rows as Set
        retort.interrupted().empty
        database.rows('SELECT direction, message FROM retort_history ORDER BY id').last() ==
                [direction, "Resolved by hand: was interrupted at statement 3 of its ${done == 'reverted' ? 'downgrade' : 'upgrade'}"]

        when:
        retort.resolve('b', true)

        then:
        def refused = thrown(RetortException)
        refused.message.contains('There is nothing to resolve: no revision "b" was interrupted.')

        where:
        done       | word          || rows  | direction
        'applied'  | 'applied'     || ['b'] | 'stamp'
        'applied'  | 'not applied' || ['a'] | 'unstamp'
        'reverted' | 'applied'     || ['b'] | 'stamp'
        'reverted' | 'not applied' || ['a'] | 'unstamp'
    }

    def "a stamp that purges forgets interruptions too"() {
        given:
        halfway('b', [])
        def retort = project.retort(database)
        interrupt { retort.upgrade('b') }

        expect:
        retort.stamp(['base'], true).rows().empty
        retort.interrupted().empty
    }

    def "what only looks, and what needs no such thing, makes no table for it"() {
        given:
        project.table('a').table('b', ['a'])
        def retort = project.retort(database)
        retort.upgrade('heads')
        retort.downgrade('a')
        retort.status()
        retort.interrupted()

        when:
        retort.resolve('b', true)

        then:
        thrown(RetortException)

        when:
        database.rows('SELECT * FROM retort_progress')

        then:
        thrown(java.sql.SQLException)
    }

    /** Is interrupted half way in either direction, unless an argument names a table that is there. */
    private void halfway(String id, List<String> down) {
        project.revision(id, down, """
            upgrade {
                createTable('t') { column 'id', integer, primaryKey: true }
                autocommit { execute 'INSERT INTO t VALUES (1)' }
                execute "INSERT INTO \${argument('table')} VALUES (2)"
            }
            downgrade {
                execute 'DELETE FROM t WHERE id = 1'
                autocommit { dropTable 't' }
                execute "DELETE FROM \${argument('table')}"
            }""")
    }

    private static void interrupt(Closure<?> run) {
        try {
            run()
            throw new AssertionError('nothing failed')
        } catch (RetortException ignored) {
        }
    }

    /** A revision of every kind of part, upon one that made the table. */
    private void mixed() {
        project.revision('a', [], """
            change { createTable('items') { column 'id', integer, primaryKey: true
                                            column 'name', text
                                            column 'n', integer } }""")
        project.revision('b', ['a'], """
            upgrade {
                execute "INSERT INTO items VALUES (1, 'one', 1), (2, 'two', 2)"
                addColumn 'items', 'note', text
                autocommit {
                    execute 'UPDATE items SET n = n + 100'
                    createTable('side') { column 'id', integer, primaryKey: true
                                          column 'name', text, index: true }
                    query('SELECT id FROM items ORDER BY id').each { row -> execute 'INSERT INTO side (id) VALUES (:id)', id: row.integer('id') }
                }
                createIndex 'ix_items_name', 'items', ['name']$concurrently
                execute 'UPDATE items SET n = n + 1000'
                autocommit { execute 'UPDATE items SET n = n * 2; UPDATE side SET name = id' }
                createIndex 'ix_items_n', 'items', ['n']$concurrently
                execute "INSERT INTO items VALUES (3, 'three', 3, 'x')"
            }
            downgrade {
                execute "DELETE FROM items WHERE id = 3"
                dropIndex 'ix_items_n', 'items'$concurrently
                autocommit { execute 'UPDATE items SET n = n / 2' }
                execute 'UPDATE items SET n = n - 1000'
                dropIndex 'ix_items_name', 'items'$concurrently
                autocommit {
                    dropTable 'side'
                    execute 'UPDATE items SET n = n - 100'
                }
                dropColumn 'items', 'note'
                execute 'UPDATE items SET n = n + 7'
            }""")
    }

    private Map state() {
        def schema = StorySpec.schema(database)
        database.onOneConnection {
            [schema  : schema,
             data    : InSchema.tables(schema).keySet().sort().collectEntries { [it, database.rows("SELECT * FROM $it ORDER BY 1")] },
             rows    : database.rows('SELECT version_num FROM retort_version'),
             history : database.rows("SELECT revision, direction, statements FROM retort_history WHERE outcome = 'done' ORDER BY id"),
             progress: database.rows('SELECT revision FROM retort_progress')]
        }
    }
}
