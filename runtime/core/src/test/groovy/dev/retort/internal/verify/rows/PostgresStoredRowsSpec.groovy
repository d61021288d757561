package dev.retort.internal.verify.rows

import dev.retort.internal.testing.TestDatabase
import spock.lang.Shared
import spock.lang.Tag

@Tag('database')
class PostgresStoredRowsSpec extends StoredRowsSpec {

    @Shared
    TestDatabase server = TestDatabase.postgresql()
    Map<String, String> types = [double: 'double precision', bytes: 'bytea', time: 'timestamp']

    @Override
    TestDatabase getDatabase() {
        server
    }

    def setup() {
        server.execute('DROP SCHEMA public CASCADE', 'CREATE SCHEMA public')
    }

    def cleanupSpec() {
        server.close()
    }

    @Override
    protected String sql(String text) {
        text == '<once>' ? 'DELETE FROM t WHERE ctid = (SELECT min(ctid) FROM t)' : super.sql(text)
    }

    def "a value of the type #type that became another one is found: #was, #is"() {
        given:
        database.execute("CREATE TABLE t (id integer PRIMARY KEY, x $type)", "INSERT INTO t VALUES (1, $was)")
        def before = read()

        when:
        database.execute("UPDATE t SET x = $is")

        then:
        before.lossesIn(read())*.column() == lost

        where:
        type          | was                       | is                           | lost
        'numeric'     | '1.50'                    | '1.5'                        | ['x']
        'json'        | "'{\"a\": 1}'"            | "'{\"a\":1}'"                | ['x']
        'jsonb'       | "'{\"a\": 1}'"            | "'{\"a\":1}'"                | []
        'char(5)'     | "'a'"                     | "'a  '"                      | []
        'varchar(5)'  | "'a'"                     | "'a  '"                      | ['x']
        'timestamptz' | "'2024-01-01 10:00+00'"   | "'2024-01-01 12:00+02'"      | []
        'text[]'      | "'{a,NULL}'"              | "'{a,\"NULL\"}'"             | ['x']
        'real'        | '0.1'                     | '0.10000001'                 | ['x']
        'interval'    | "'1 day'"                 | "'24 hours'"                 | ['x']
        'inet'        | "'10.0.0.1'"              | "'10.0.0.1/24'"              | ['x']
    }

    def "what the session has set does not matter"() {
        given:
        database.execute("CREATE TABLE t (a timestamptz, b bytea, c double precision, d interval, e date)", "INSERT INTO t VALUES ('2024-01-01 10:00+00', '\\x01', 0.1, '1 day', '2024-02-03')")
        def before = read()

        expect:
        database.open().withCloseable { connection ->
            connection.createStatement().execute("SET TimeZone = 'Asia/Tokyo'; SET DateStyle = 'ISO, DMY'; SET bytea_output = 'escape'; SET IntervalStyle = 'iso_8601'")
            def dialect = FilledDatabase.dialect(database)
            before.lossesIn(StoredRows.read(connection, FilledDatabase.schema(connection, dialect), dialect))
        } == []
    }

    def "rows of partitions are those of their table, and rows of a table that inherits are its own"() {
        given:
        database.execute('CREATE TABLE p (k integer PRIMARY KEY, x text) PARTITION BY LIST (k)', 'CREATE TABLE p1 PARTITION OF p DEFAULT', "INSERT INTO p VALUES (1, 'a')",
                'CREATE TABLE a (id integer PRIMARY KEY)', 'CREATE TABLE b (x text) INHERITS (a)', "INSERT INTO b VALUES (7, 'a')")
        def before = read()

        when:
        database.execute("UPDATE p SET x = 'b'", 'DELETE FROM b')

        then:
        before.lossesIn(read()).collect { "${it.table()}: ${it.sentence()}" as String } == [
                "b: A row with id = 7, x = 'a' is gone.", "p: The row k = 1 had x = 'a', and now has x = 'b'."]
    }
}
