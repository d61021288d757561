import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import dev.retort.testkit.Database
import dev.retort.testkit.MigrationTest
import dev.retort.testkit.RoundTripSpec

import java.nio.file.Path

/** Views, functions, triggers, a sequence, a schema and an extension, each with its way back. */
@spock.lang.Tag('database')
class ReportingSpec extends StorySpec {

    Path migrations = Path.of('reporting/migrations')

    static final String OPEN = 'SELECT * FROM open_orders ORDER BY id'

    def "views and triggers do what they are for, before and after they are replaced, on #database"() {
        given:
        def retort = retort(database)
        retort.upgrade('4d813f60a254')
        database.execute(
                "INSERT INTO customers (id, name) VALUES (1, 'Ada')",
                "INSERT INTO orders (id, customer_id, cents) VALUES (1, 1, 500), (2, 1, 700)",
                "UPDATE orders SET state = 'paid' WHERE id = 1",
                "UPDATE orders SET customer_id = 1 WHERE id = 1")

        expect:
        database.rows(OPEN) == [[2, 'Ada', 700]]
        database.rows('SELECT order_id, state FROM order_log') == [[1, 'paid']]
        database.rows('SELECT id, changes FROM orders ORDER BY id') == [[1, 1], [2, 0]]

        when:
        retort.upgrade('head')
        database.execute("UPDATE orders SET state = 'closed' WHERE id = 1")

        then:
        database.rows(OPEN) == [[2, 'open', 700]]
        database.rows('SELECT order_id, state FROM order_log') == [[1, 'paid'], [1, 'CLOSED']]

        when:
        retort.downgrade('4d813f60a254')
        database.execute("UPDATE orders SET state = 'open' WHERE id = 1")

        then:
        database.rows(OPEN) == [[1, 'Ada', 500], [2, 'Ada', 700]]
        database.rows('SELECT order_id, state FROM order_log').last() == [1, 'open']

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "totals are kept on PostgreSQL until they are refreshed, and always fresh on SQLite"() {
        given:
        def retort = retort(database)
        retort.upgrade('head')
        database.execute("INSERT INTO customers (id, name) VALUES (1, 'Ada')", "INSERT INTO orders (id, customer_id, cents) VALUES (1, 1, 500)")

        expect:
        database.rows('SELECT customer_id, cents FROM totals') == expected

        cleanup:
        database.close()

        where:
        database                    | expected
        TestDatabase.postgresql()   | []
        TestDatabase.sqlite()       | [[1, 500]]
    }

    def "invoices are numbered from 1000 on PostgreSQL"() {
        given:
        def database = TestDatabase.postgresql()
        retort(database).upgrade('head')
        database.execute("INSERT INTO customers (id, name) VALUES (1, 'Ada')", "INSERT INTO orders (id, customer_id, cents) VALUES (1, 1, 500), (2, 1, 700)")

        expect:
        database.rows('SELECT invoice FROM orders ORDER BY id') == [[1000], [1010]]
        database.rows("SELECT extnamespace::regnamespace::text FROM pg_extension WHERE extname = 'citext'") == [['billing']]

        cleanup:
        database.close()
    }
}

@spock.lang.Tag('database')
@MigrationTest(migrations = 'reporting/migrations', seed = 7, database = [Database.SQLITE, Database.POSTGRESQL])
class ReportingMigrationsSpec extends RoundTripSpec {
}
