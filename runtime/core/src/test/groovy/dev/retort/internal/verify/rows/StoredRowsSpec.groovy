package dev.retort.internal.verify.rows

import dev.retort.internal.testing.TestDatabase
import spock.lang.Specification

/** What of the rows of a database is missed when something has become of them. A subclass names the database. */
abstract class StoredRowsSpec extends Specification {

    abstract TestDatabase getDatabase()

    /** The words of types that differ from database to database. */
    abstract Map<String, String> getTypes()

    protected String sql(String text) {
        types.inject(text) { String sql, String word, String type -> sql.replace("<$word>", type) }
    }

    protected StoredRows read() {
        FilledDatabase.read(database)
    }

    def "#what is found"() {
        given:
        database.execute(sql(table), insert)
        def before = read()

        when:
        database.execute(sql(change))

        then:
        before.lossesIn(before) == []
        before.lossesIn(read())*.sentence() == [sentence]
        read().lossesIn(before).size() == 1

        where:
        what                             | table                                                  | insert                                                  | change                                        || sentence
        'a row that is gone'             | 'CREATE TABLE t (id integer PRIMARY KEY, name text)'   | "INSERT INTO t VALUES (1, 'a'), (2, 'b'), (30, 'c')"    | 'DELETE FROM t WHERE id = 2'                  || 'The row id = 2 is gone.'
        'rows that are gone'             | 'CREATE TABLE t (id integer PRIMARY KEY, name text)'   | "INSERT INTO t VALUES (1, 'a'), (2, 'b'), (30, 'c')"    | 'DELETE FROM t WHERE id > 1'                  || '2 rows are gone; the first of them is id = 2.'
        'a row that is new'              | 'CREATE TABLE t (id integer PRIMARY KEY, name text)'   | "INSERT INTO t VALUES (1, 'a')"                         | "INSERT INTO t VALUES (2, 'b')"               || 'The row id = 2 is new.'
        'a value'                        | 'CREATE TABLE t (id integer PRIMARY KEY, name text)'   | "INSERT INTO t VALUES (1, 'a'), (3, 'Ada')"             | "UPDATE t SET name = 'Bob' WHERE id = 3"      || "The row id = 3 had name = 'Ada', and now has name = 'Bob'."
        'a value that became null'       | 'CREATE TABLE t (id integer PRIMARY KEY, name text)'   | "INSERT INTO t VALUES (1, ''), (3, 'Ada')"              | 'UPDATE t SET name = NULL'                    || "The row id = 1 had name = '', and now has name = NULL. One more row has another name."
        'a null that became a text'      | 'CREATE TABLE t (id integer PRIMARY KEY, name text)'   | "INSERT INTO t VALUES (1, NULL)"                        | "UPDATE t SET name = 'NULL'"                  || "The row id = 1 had name = NULL, and now has name = 'NULL'."
        'the case of a letter'           | 'CREATE TABLE t (id integer PRIMARY KEY, name text)'   | "INSERT INTO t VALUES (1, 'Ada')"                       | "UPDATE t SET name = 'ada'"                   || "The row id = 1 had name = 'Ada', and now has name = 'ada'."
        'a blank'                        | 'CREATE TABLE t (id integer PRIMARY KEY, name text)'   | "INSERT INTO t VALUES (1, 'Ada ')"                      | "UPDATE t SET name = 'Ada'"                   || "The row id = 1 had name = 'Ada ', and now has name = 'Ada'."
        'a letter that looks the same'   | 'CREATE TABLE t (id integer PRIMARY KEY, name text)'   | "INSERT INTO t VALUES (1, 'é')"                         | "UPDATE t SET name = 'e\u0301'"               || "The row id = 1 had name = 'é', and now has name = 'e\u0301'."
        'the end of a long text'         | 'CREATE TABLE t (id integer PRIMARY KEY, name text)'   | "INSERT INTO t VALUES (1, '${'x' * 100}y')"             | "UPDATE t SET name = '${'x' * 100}z'"         || "The row id = 1 had name = …xxxxxxxxxxxxxxxy' (103 characters), and now has name = …xxxxxxxxxxxxxxxz' (103 characters)."
        "a number's digits"              | 'CREATE TABLE t (id integer PRIMARY KEY, n <double>)'  | 'INSERT INTO t VALUES (1, 0.1)'                         | 'UPDATE t SET n = 0.1000000000000001'         || 'The row id = 1 had n = 0.1, and now has n = 0.1000000000000001.'
        'bytes'                          | 'CREATE TABLE t (id integer PRIMARY KEY, b <bytes>)'   | "INSERT INTO t VALUES (1, '\\x00ff')"                   | "UPDATE t SET b = '\\x00fe'"                  || "The row id = 1 had b = '\\x00ff', and now has b = '\\x00fe'."
        "a timestamp's fraction"         | 'CREATE TABLE t (id integer PRIMARY KEY, at <time>)'   | "INSERT INTO t VALUES (1, '2024-01-01 10:00:00.123456')" | "UPDATE t SET at = '2024-01-01 10:00:00.123'" || "The row id = 1 had at = '2024-01-01 10:00:00.123456', and now has at = '2024-01-01 10:00:00.123'."
        'a value of a row without a key' | 'CREATE TABLE t (a integer, b text)'                   | "INSERT INTO t VALUES (1, 'x'), (1, 'x'), (2, 'y')"     | "UPDATE t SET b = 'z' WHERE a = 2"            || "A row with a = 2 had b = 'y', and now has b = 'z'."
        'a row of two that are alike'    | 'CREATE TABLE t (a integer, b text)'                   | "INSERT INTO t VALUES (1, 'x'), (1, 'x')"               | '<once>'                                      || "A row with a = 1, b = 'x' is gone."
        'a row by a key of two columns'  | 'CREATE TABLE t (a integer, b text, c text, PRIMARY KEY (a, b))' | "INSERT INTO t VALUES (1, 'x', 'y'), (1, 'z', 'y')" | "UPDATE t SET c = 'Y' WHERE b = 'z'"    || "The row a = 1, b = 'z' had c = 'y', and now has c = 'Y'."
        'the only value of a table'      | 'CREATE TABLE t (a text)'                              | "INSERT INTO t VALUES ('x')"                            | "UPDATE t SET a = 'y'"                        || "A row had a = 'x', and now has a = 'y'."
    }

    def "what only one of them has is not compared"() {
        given:
        database.execute('CREATE TABLE t (id integer PRIMARY KEY, a text, b text)', "INSERT INTO t VALUES (1, 'x', 'y')", 'CREATE TABLE u (id integer)', 'INSERT INTO u VALUES (1)')
        def before = read()

        when:
        database.execute('DROP TABLE u', 'ALTER TABLE t DROP COLUMN b', 'ALTER TABLE t ADD COLUMN c text', "UPDATE t SET c = 'new', a = 'X'", 'CREATE TABLE v (id integer)', 'INSERT INTO v VALUES (1)')

        then:
        before.lossesIn(read()).collect { [it.table().toString(), it.column()] } == [['t', 'a']]
    }

    def "each column that differs is a loss of its own, and rows are another"() {
        given:
        database.execute('CREATE TABLE t (id integer PRIMARY KEY, a text, b text)', "INSERT INTO t VALUES (1, 'x', 'y'), (2, 'x', 'y'), (3, 'x', 'y')")
        def before = read()

        when:
        database.execute("UPDATE t SET b = 'z', a = 'q' WHERE id = 1", "UPDATE t SET b = 'z' WHERE id = 2", 'DELETE FROM t WHERE id = 3', "INSERT INTO t VALUES (4, 'n', 'n')")

        then:
        before.lossesIn(read()).collect { [it.column(), it.sentence()] } == [
                ['a', "The row id = 1 had a = 'x', and now has a = 'q'."],
                ['b', "The row id = 1 had b = 'y', and now has b = 'z'. One more row has another b."],
                ['', 'The row id = 3 is gone.'],
                ['', 'The row id = 4 is new.']]
    }

    def "thousands of rows are compared, with a key and without"() {
        given:
        def values = (1..5000).collect { "($it, 'text $it')" }.join(', ')
        database.execute('CREATE TABLE t (id integer PRIMARY KEY, a text)', 'CREATE TABLE u (n integer, a text)', "INSERT INTO t VALUES $values", "INSERT INTO u VALUES $values")
        def before = read()

        when:
        database.execute("UPDATE t SET a = 'other' WHERE id > 1000", "UPDATE u SET a = a || '!'")

        then:
        before.lossesIn(read())*.sentence() == [
                "The row id = 1001 had a = 'text 1001', and now has a = 'other'. 3999 more rows have another a.",
                "A row with n = 1 had a = 'text 1', and now has a = 'text 1!'. 4999 more rows have another a."]
    }
}
