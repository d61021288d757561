package dev.retort.internal.dialect.postgres

import dev.retort.internal.schema.QualifiedName
import dev.retort.internal.testing.PostgresServer
import dev.retort.internal.testing.TestDatabase
import java.sql.Connection
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Tag

/** The view of pg_stat_statements as a server has it, which loads the library when it starts. */
@Tag('database')
class StatementCountsSpec extends Specification {

    static final List<QualifiedName> TABLES = [QualifiedName.of('orders'), QualifiedName.of('Line Items'), QualifiedName.of('unused')]

    @Shared
    @AutoCleanup
    TestDatabase database = TestDatabase.postgresql(PostgresServer.counting())

    @Shared
    @AutoCleanup
    Connection connection = database.open()

    def setupSpec() {
        run('CREATE TABLE orders (id integer)', 'CREATE TABLE "Line Items" (id integer)', 'CREATE TABLE unused (orders integer)')
    }

    def "nothing is known where the extension is not in the database"() {
        expect:
        StatementCounts.of(connection, TABLES) == [:]
    }

    def "statements are counted by the tables that they name, and a column of that name is none"() {
        given:
        run('CREATE EXTENSION pg_stat_statements', 'SELECT pg_stat_statements_reset()')

        when:
        30.times { run("SELECT * FROM orders WHERE id = $it") }
        5.times { run('UPDATE public.orders SET id = id', 'SELECT o.id FROM orders o JOIN "Line Items" i ON i.id = o.id') }
        run('SELECT 1 AS unused')

        then: 'of less than an hour as if it were one'
        StatementCounts.of(connection, TABLES) == [(TABLES[0]): 40L, (TABLES[1]): 5L]
    }

    def "nothing is known to a role that may not look"() {
        given:
        run('CREATE EXTENSION IF NOT EXISTS pg_stat_statements', 'REVOKE SELECT ON pg_stat_statements FROM PUBLIC',
                'CREATE ROLE onlooker')

        when:
        run('SET ROLE onlooker')

        then:
        StatementCounts.of(connection, TABLES) == [:]

        cleanup:
        run('RESET ROLE')
    }

    private void run(String... statements) {
        connection.createStatement().withCloseable { statement -> statements.each { statement.execute(it as String) } }
    }
}
