package dev.retort.internal.dialect.sqlite

import dev.retort.RetortException
import dev.retort.internal.schema.Column
import dev.retort.internal.schema.ColumnType
import dev.retort.internal.schema.Constraint
import dev.retort.internal.schema.DefaultValue
import org.sqlite.SQLiteException
import spock.lang.AutoCleanup
import spock.lang.Specification

import static dev.retort.internal.dialect.sqlite.SqliteFile.*
import static dev.retort.internal.schema.ColumnType.Simple.BIGINT
import static dev.retort.internal.schema.ColumnType.Simple.INTEGER
import static dev.retort.internal.schema.ColumnType.Simple.TEXT

/** What becomes of the values when a table is rebuilt, and of the table when they do not fit. */
class RebuildRowsSpec extends Specification {

    @AutoCleanup
    SqliteFile file = new SqliteFile()

    def "a changed type keeps what it cannot lose"() {
        given:
        file.execute('CREATE TABLE t(a text, b int, c text)', "INSERT INTO t VALUES ('12', 7, 'x'), ('1.50', NULL, NULL)")

        when:
        file.run(batch('t', retype('t', 'a', new ColumnType.Numeric(12, 2)), retype('t', 'b', TEXT),
                retype('t', 'c', INTEGER, "CASE c WHEN 'x' THEN 1 ELSE 0 END")))

        then:
        file.rows('SELECT a, typeof(a), b, typeof(b), c FROM t') == [[12, 'integer', '7', 'text', 1], [1.5d, 'real', null, 'null', 0]]
    }

    def "using: may name the column by its old name though it is renamed in the same breath"() {
        given:
        file.execute("CREATE TABLE t(a text)", "INSERT INTO t VALUES ('abc')")

        when:
        file.run(batch('t', retype('t', 'a', INTEGER, 'length(a)'), rename('t', 'a', 'b')))

        then:
        file.rows('SELECT b FROM t') == [[3]]
    }

    def "a value that is no number stops the change, and nothing is left behind"() {
        given:
        file.execute('CREATE TABLE t(a text, b int)', "INSERT INTO t VALUES ('abc', 1)", 'CREATE INDEX i ON t(a)', 'CREATE VIEW v AS SELECT a FROM t')
        def before = file.snapshot()

        when:
        file.run(retype('t', 'a', INTEGER))

        then:
        def failure = thrown(SQLiteException)
        Failures.explain(failure).message() == 'Row 1 of the table "t" has \'abc\' for "a", which is no value of the type integer.'
        file.snapshot() == before
    }

    def "rows that break the new rule stop the change, and nothing is left behind: #rule"() {
        given:
        file.execute('CREATE TABLE t(a text, b int UNIQUE ON CONFLICT REPLACE)', "INSERT INTO t VALUES (NULL, 1), ('x', 2), ('x', 3)",
                'CREATE TRIGGER tr AFTER INSERT ON t BEGIN SELECT 1; END')
        def before = file.snapshot()

        when:
        file.run(change)

        then:
        def failure = thrown(SQLiteException)
        DIALECT.errors().explain(failure).message() == message
        file.snapshot() == before

        where:
        rule       | change                          | message
        'not null' | nullable('t', 'a', false)       | 'NOT NULL constraint failed: t.a'
        'unique'   | unique('t', 'uq', 'a')          | 'UNIQUE constraint failed: t.a'
        'check'    | check('t', 'positive', 'b > 1') | 'CHECK constraint failed: positive'
    }

    def "a constraint that would swallow rows does not"() {
        given:
        file.execute("CREATE TABLE t(a text NOT NULL ON CONFLICT IGNORE, b int)", "INSERT INTO t VALUES ('x', 1), ('x', 1)")

        when:
        file.run(retype('t', 'b', TEXT, "nullif(b, 1)"), nullable('t', 'b', false))

        then:
        thrown(SQLiteException)
        file.rows('SELECT count(*) FROM t') == [[2]]
    }

    def "a foreign key that was there before its parent row is found at the commit"() {
        given:
        file.execute('CREATE TABLE p(id INTEGER PRIMARY KEY)', 'CREATE TABLE t(a int)', 'INSERT INTO t VALUES (5)')
        def before = file.snapshot()

        when:
        file.run(constraint('t', reference('fk', 'a', 'p')))

        then:
        def failure = thrown(RetortException)
        failure.problems()*.sentence() == ['Row 1 of the table "t" refers to a row of "p" that is not there (a = 5).']
        file.snapshot() == before
    }
}
