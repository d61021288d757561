package dev.retort

import dev.retort.internal.dialect.Dialects
import dev.retort.internal.dialect.EndedTransaction
import java.sql.Connection
import java.time.Duration

/** The transaction of a revision is the one that was begun, whatever a script does; a subclass names the database. */
abstract class EndedTransactionSpec extends DatabaseSpec {

    /** Statements that end a transaction, and whether they commit it. */
    abstract Map<String, Boolean> ends()

    /** The body of a script that has its transaction ended, or the meaning of text changed, and goes on. */
    abstract Map<String, String> bodies()

    private session(Connection connection, Closure work) {
        def session = Dialects.of(connection).sessions().session(connection)
        try {
            work(session)
        } finally {
            session.close()
        }
    }

    private static void run(Connection connection, String sql) {
        connection.createStatement().withCloseable {
            try {
                sql.split('; ').each { part -> it.execute(part) }
            } catch (java.sql.SQLException ignored) {
                // The session is asked all the same.
            }
        }
    }

    def "a transaction that is begun stays as it is"() {
        when:
        database.open().withCloseable { connection ->
            session(connection) { session ->
                session.begin()
                session.limit(Duration.ofSeconds(5), Duration.ZERO)
                run(connection, 'CREATE TABLE t (id integer)')
                session.verify('CREATE TABLE t')
                session.own()
                session.verify(null)
                session.commit()
                session.verify('COMMIT')
                session.begin()
                session.limit(Duration.ZERO, Duration.ZERO)
                run(connection, 'SELECT nothing')
                session.verify('SELECT nothing')
                session.rollback()
                assert !session.wasCommitted()
            }
        }

        then:
        noExceptionThrown()
    }

    def "its end is noticed: #sql"() {
        when:
        database.open().withCloseable { connection ->
            session(connection) { session ->
                session.begin()
                session.limit(Duration.ofSeconds(5), Duration.ZERO)
                run(connection, "CREATE TABLE t (id integer PRIMARY KEY)")
                run(connection, sql)
                boolean noticed = false
                for (int i = 0; i < 2; i++) {
                    try {
                        session.verify(sql)
                        session.own()
                        session.verify(null)
                    } catch (EndedTransaction ended) {
                        noticed = true
                        assert ended.message.contains('ended the transaction of the revision')
                    } catch (java.sql.SQLException ignored) {
                        // The transaction is aborted, and so is all that would come after it.
                        noticed = true
                    }
                }
                assert noticed
                session.rollback()
                assert session.wasCommitted() == committed
            }
        }

        then:
        noExceptionThrown()

        where:
        [sql, committed] << ends().collect { [it.key, it.value] }
    }

    def "a script that goes on is refused, and nothing is recorded: #what"() {
        given:
        project.revision('a', [], "upgrade { createTable('kept') { column 'id', integer, primaryKey: true } }\nirreversible 'no'")
        project.revision('b', ['a'], "upgrade {\n$body\n}\nirreversible 'no'")
        def retort = project.retort(database)

        when:
        retort.upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.message.contains('Nothing of this revision was kept; the database is at a.')
        refused.problems()[0].location().file() == 'migrations/b.groovy'
        versionRows() == ['a']
        events() == [['a', 'upgrade', 'done'], ['b', 'upgrade', 'failed']]
        tables() == ['kept']

        when: 'the same again'
        retort.upgrade('head')

        then:
        thrown(RetortException)
        versionRows() == ['a']
        tables() == ['kept']

        when:
        def rehearsal = retort.rehearseUpgrade('head')

        then:
        rehearsal.failure().present
        rehearsal.failure().get().message.contains('Nothing of the rehearsal was kept')
        tables() == ['kept']

        where:
        [what, body] << bodies().collect { [it.key, it.value] }
    }
}
