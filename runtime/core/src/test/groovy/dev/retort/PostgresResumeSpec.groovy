package dev.retort

import dev.retort.internal.testing.RememberedScripts
import dev.retort.internal.testing.TestDatabase
import spock.util.concurrent.PollingConditions

@spock.lang.Tag('database')
class PostgresResumeSpec extends ResumeSpec {

    TestDatabase newDatabase() {
        TestDatabase.postgresql()
    }

    void reset() {
        database.execute('DROP SCHEMA public CASCADE', 'CREATE SCHEMA public')
    }

    String concurrently = ', concurrently: true'

    def "an index whose build failed is removed and built again when the cause is gone"() {
        given:
        project.revision('a', [], """
            upgrade {
                createTable('t') { column 'id', integer, primaryKey: true
                                   column 'n', integer }
                execute 'INSERT INTO t VALUES (1, 7), (2, 7)'
                createIndex 'ux', 't', ['n'], unique: true, concurrently: true$option
                execute 'INSERT INTO t VALUES (3, 9)'
            }
            irreversible 'no'""")
        def retort = project.retort(database)

        when:
        retort.upgrade('head')

        then:
        def failure = thrown(RetortException)
        failure.message.contains('[23505]')
        database.rows("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ux'::regclass") == [[false]]
        retort.interrupted() == [new Interrupted('a', 'upgrade', 3, retort.interrupted()[0].sql())]
        retort.interrupted()[0].sql().startsWith('CREATE UNIQUE INDEX CONCURRENTLY ')

        when:
        database.execute('UPDATE t SET n = 8 WHERE id = 2')
        retort.upgrade('head')

        then:
        database.rows("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ux'::regclass") == [[true]]
        database.rows('SELECT id, n FROM t ORDER BY id') == [[1, 7], [2, 8], [3, 9]]

        where:
        option << ['', ', ifNotExists: true']
    }

    def "an index that is there but not valid is not taken for done"() {
        given:
        database.execute('CREATE TABLE t (n integer)', 'INSERT INTO t VALUES (1), (1)')
        try {
            database.execute('CREATE UNIQUE INDEX CONCURRENTLY ux ON t (n)')
        } catch (java.sql.SQLException ignored) {
        }
        project.revision('a', [], """
            upgrade { createIndex 'ux', 't', ['n'], unique: true, concurrently: true, ifNotExists: true }
            irreversible 'no'""")

        when:
        project.retort(database).upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.message.contains('What this makes was there before, left unusable')
        refused.problems()[0].hint().contains('DROP INDEX CONCURRENTLY public.ux')
    }

    def "what the catalog does not tell, a person says: #word"() {
        given:
        database.execute('CREATE TABLE log (n integer)',
                'CREATE PROCEDURE work() LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (1); COMMIT; END $$')
        project.revision('a', [], """
            upgrade {
                createTable('t') { column 'id', integer, primaryKey: true }
                autocommit { execute 'CALL work()' }
                execute 'INSERT INTO t VALUES (1)'
            }
            irreversible 'no'""")
        def retort = RememberedScripts.by(Retort.configure()).home(project.home).dataSource(connections).build()
        connections.failOn('CALL work()', word == 'applied')

        when:
        retort.upgrade('head')

        then:
        thrown(RetortException)

        when:
        connections.mend()
        retort.upgrade('head')

        then:
        def asked = thrown(RetortException)
        asked.message.contains('Revision a was interrupted at statement 2 of its upgrade (CALL work())')
        asked.problems()[0].hint().contains('retort resolve a --statement 2 --applied')
        retort.rows().empty

        when:
        retort.resolveStatement('a', 3, true)

        then:
        def refused = thrown(RetortException)
        refused.message.contains('Statement 3 of revision a is not in doubt')

        when:
        retort.resolveStatement('a', 2, word == 'applied')
        retort.upgrade('head')

        then:
        database.rows('SELECT n FROM log') == [[1]]
        database.rows('SELECT id FROM t') == [[1]]
        retort.rows() == ['a'] as Set
        database.rows('SELECT direction, outcome FROM retort_history ORDER BY id').takeRight(2) ==
                [['upgrade', 'resolved'], ['upgrade', 'done']]

        where:
        word << ['applied', 'not applied']
    }

    def "a build that the server is still at, though its client is gone, is waited for"() {
        given:
        project.table('a')
        project.revision('b', ['a'], "upgrade { createIndex 'ix', 't_a', ['id'], concurrently: true }\nirreversible 'no'")
        def retort = RememberedScripts.by(Retort.configure()).home(project.home).dataSource(connections).build()
        retort.upgrade('a')
        connections.failOn('CREATE INDEX CONCURRENTLY', false)

        when: 'the client dies, and the server has its statement'
        try {
            retort.upgrade('b')
        } catch (RetortException ignored) {
        }
        def sql = connections.sent.find { it.startsWith('CREATE INDEX') }
        def reader = database.open()
        reader.autoCommit = false
        reader.createStatement().execute('SELECT count(*) FROM t_a')
        def writer = database.open()
        writer.autoCommit = false
        writer.createStatement().execute('INSERT INTO t_a VALUES (1)')
        def orphan = Thread.start { database.execute(sql) }
        connections.mend()
        new PollingConditions(timeout: 10).eventually {
            assert database.rows("SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'CREATE INDEX%'")
        }
        def waiting = Thread.start { sleep(1000); writer.commit(); reader.commit() }
        retort.upgrade('b')

        then:
        database.rows("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix'::regclass") == [[true]]
        retort.rows() == ['b'] as Set

        cleanup:
        [orphan, waiting]*.join()
        [reader, writer]*.close()
    }
}
