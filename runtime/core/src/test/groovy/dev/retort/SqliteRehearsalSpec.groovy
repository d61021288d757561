package dev.retort

import dev.retort.internal.testing.TestDatabase
import java.nio.file.Files
import java.nio.file.Path

class SqliteRehearsalSpec extends RehearsalSpec {

    TestDatabase newDatabase() {
        TestDatabase.sqlite()
    }

    boolean onCopy = true

    String endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n'

    def "tables that are rebuilt are told with their size"() {
        given:
        users()
        project.revision('b', ['a'], """
            upgrade {
                batchAlterTable('users') { alterColumn 'name', type: varchar(40), nullable: true }
                addColumn 'users', 'age', integer
            }
            irreversible 'no'""")

        when:
        def statements = project.retort(database).rehearseUpgrade('head').steps()[0].statements()
        def rebuilding = statements.findAll { it.rewritten() }

        then:
        rebuilding*.sql() == ['ALTER TABLE _retort_new_users RENAME TO users']
        rebuilding[0].rewritten()*.table() == ['users']
        rebuilding[0].rewritten()[0].bytes() == 4096
        rebuilding[0].warnings() == ['all rows of users are written again, 4.0 kB']
        statements.every { it.locks() == [] }

        and: 'no statement is told with the rows of another'
        statements.findAll { it.rows() > 0 }.every { it.sql().startsWith('INSERT') }
        statements.find { it.sql().startsWith('INSERT OR ABORT') }.rows() == 3
    }

    def "on a copy even what commits by itself is rehearsed"() {
        given:
        users()
        project.revision('b', ['a'], """
            upgrade {
                addColumn 'users', 'email', text
                autocommit {
                    execute "UPDATE users SET name = 'nobody' WHERE name IS NULL"
                    execute 'VACUUM'
                }
                backfill 'users', set: 'email = name', where: 'email IS NULL', batchSize: 2
                alterColumn 'users', 'email', nullable: false
                createIndex 'ix_users_email', 'users', ['email'], concurrently: true
            }
            irreversible 'no'""")
        def before = image()

        when:
        def rehearsal = project.retort(database).rehearseUpgrade('head')

        then:
        rehearsal.failure().empty
        rehearsal.notRehearsed() == 0
        with(rehearsal.steps()[0].statements().find { it.sql().startsWith('UPDATE users SET email') }) {
            sql() == 'UPDATE users SET email = name WHERE (email IS NULL)'
            rows() == 3
            times() == 2
        }
        rehearsal.steps()[0].statements()*.sql().contains('VACUUM')
        image() == before
    }

    def "a file that is not there is not made"() {
        given:
        project.table('a')
        Path file = Files.createTempDirectory('retort-spec').resolve('none.db')

        when:
        def rehearsal = Retort.configure().url("sqlite:///$file").home(project.home).build().rehearseUpgrade('head')

        then:
        rehearsal.steps()*.revision() == ['a']
        !Files.exists(file)

        cleanup:
        file.parent.toFile().deleteDir()
    }

    def "while another connection is writing it goes on from what is committed"() {
        given:
        users()
        project.revision('b', ['a'], "upgrade { execute 'DELETE FROM users' }\nirreversible 'no'")
        def writer = database.open()
        writer.createStatement().execute('BEGIN IMMEDIATE')
        writer.createStatement().execute("INSERT INTO users VALUES (9, 'new')")

        expect:
        project.retort(database).rehearseUpgrade('head').steps()[0].statements()*.rows() == [3]

        cleanup:
        writer?.close()
    }

    def "a connection of the caller's is left as it was"() {
        given:
        users()
        project.table('b', ['a'])
        def connection = database.open()
        connection.createStatement().execute('PRAGMA foreign_keys = ON')

        expect:
        Retort.configure().connection(connection).home(project.home).build().rehearseUpgrade('head').steps()*.revision() == ['b']
        connection.createStatement().executeQuery('PRAGMA foreign_keys').with { next(); getInt(1) } == 1

        cleanup:
        connection?.close()
    }
}
