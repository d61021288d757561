package dev.retort.internal.verify.rows

import dev.retort.internal.testing.TestDatabase

class SqliteStoredRowsSpec extends StoredRowsSpec {

    TestDatabase database = TestDatabase.sqlite()
    Map<String, String> types = [double: 'REAL', bytes: 'TEXT', time: 'TEXT']

    def cleanup() {
        database.close()
    }

    @Override
    protected String sql(String text) {
        text == '<once>' ? 'DELETE FROM t WHERE rowid = 1' : super.sql(text)
    }

    def "a value that became one of another kind is found: #was, #is"() {
        given:
        database.execute('CREATE TABLE t (id INTEGER PRIMARY KEY, x)', "INSERT INTO t VALUES (1, $was)")
        def before = read()

        when:
        database.execute("UPDATE t SET x = $is")

        then:
        before.lossesIn(read())*.sentence() == ["The row id = 1 had x = $was, and now has x = $is." as String]

        where:
        was   | is
        '1'   | "'1'"
        '1'   | '1.0'
        "'a'" | "X'61'"
        "'a'" | "CAST(x'610062' AS TEXT)"
    }

    def "a computed column is not compared"() {
        given:
        database.execute('CREATE TABLE t (id INTEGER PRIMARY KEY, x INTEGER, y AS (x + 1), z AS (x + 2) STORED)', 'INSERT INTO t (id, x) VALUES (1, 1)')
        def before = read()

        when:
        database.execute('UPDATE t SET x = 2')

        then:
        before.lossesIn(read())*.column() == ['x']
    }
}
