package dev.retort.internal.dialect.sqlite

import dev.retort.RetortException
import dev.retort.internal.operation.AddColumn
import dev.retort.internal.operation.AlterColumn
import dev.retort.internal.operation.BatchAlterTable
import dev.retort.internal.operation.BatchAlterTable.Recreate
import dev.retort.internal.operation.ColumnChange
import dev.retort.internal.operation.ColumnPlace
import dev.retort.internal.operation.ColumnPlace.Side
import dev.retort.internal.schema.Column
import spock.lang.AutoCleanup
import spock.lang.Specification

import static dev.retort.internal.dialect.sqlite.SqliteFile.*
import static dev.retort.internal.schema.ColumnType.Simple.INTEGER
import static dev.retort.internal.schema.ColumnType.Simple.TEXT

/** Columns at a place of their author's choice, and batches that must or must not make the table anew. */
class BatchPlacesSpec extends Specification {

    @AutoCleanup
    SqliteFile file = new SqliteFile()

    def "in #table, #moved #side #neighbour gives #order, and every value stays with its column"() {
        given:
        file.execute(table, "INSERT INTO t(a, b, c) VALUES ('1', '2', '3'), ('4', '5', '6')")

        when:
        def statements = file.run(batch('t', moved(moved, side, neighbour)))

        then:
        columns() == order
        file.rows('SELECT a, b, c FROM t ORDER BY a') == [['1', '2', '3'], ['4', '5', '6']]
        statements.count { it == 'DROP TABLE t' } == 1

        where:
        table                                                                          | moved | side        | neighbour || order
        'CREATE TABLE t(a text, b text, c text)'                                       | 'c'   | Side.BEFORE | 'a'       || ['c', 'a', 'b']
        'CREATE TABLE t(a text, b text, c text)'                                       | 'a'   | Side.AFTER  | 'c'       || ['b', 'c', 'a']
        'CREATE TABLE t(a text, b text, c text)'                                       | 'b'   | Side.AFTER  | 'a'       || ['a', 'b', 'c']
        'CREATE TABLE t(a text, b text, c text)'                                       | 'B'   | Side.BEFORE | 'A'       || ['b', 'a', 'c']
        'CREATE TABLE t(a text, b text, c text, CHECK (a > 0), UNIQUE (a, b) CHECK (b > 0))' | 'c' | Side.BEFORE | 'b' || ['a', 'c', 'b']
        'CREATE TABLE t(\n  a text, -- the a, or b\n  b text, /* ( */ c text -- last\n)' | 'c'   | Side.BEFORE | 'a'       || ['c', 'a', 'b']
        'CREATE TABLE t(\n  a text, -- the a, or b\n  b text, /* ( */ c text -- last\n)' | 'a'   | Side.AFTER  | 'c'       || ['b', 'c', 'a']
        'CREATE TABLE t(a text PRIMARY KEY, b text, c text) STRICT, WITHOUT ROWID'     | 'a'   | Side.AFTER  | 'b'       || ['b', 'a', 'c']
        'CREATE TABLE t(a text, b text REFERENCES t(a) CHECK (b > 0), c text UNIQUE)'  | 'b'   | Side.AFTER  | 'c'       || ['a', 'c', 'b']
    }

    def "the text is set as it was"() {
        given:
        file.execute('CREATE TABLE t(\n    a text,\n    b text,\n    c text\n)')

        when:
        file.run(batch('t', moved('c', Side.BEFORE, 'b'), new AddColumn(name('t'), Column.of('n', INTEGER), [], null, false, new ColumnPlace(Side.AFTER, 'a'))))

        then:
        file.sql('t') == 'CREATE TABLE "t"(\n    a text,\n    n INTEGER,\n    c text,\n    b text\n)'
    }

    def "many places are one rebuild, each change seeing those before it"() {
        given:
        file.execute(
                'CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT, a text COLLATE NOCASE, b text, g text AS (a || b) STORED)',
                "INSERT INTO t(a, b) VALUES ('x', 'y')",
                'CREATE INDEX i ON t(a DESC) WHERE b IS NOT NULL',
                'CREATE VIEW v AS SELECT a, g FROM t',
                "CREATE TRIGGER tr AFTER UPDATE ON t BEGIN UPDATE t SET b = 'z' WHERE id = new.id; END")

        when:
        def statements = file.run(batch('t',
                new AddColumn(name('t'), Column.of('n', INTEGER), [], null, false, new ColumnPlace(Side.BEFORE, 'a')),
                rename('t', 'a', 'A2'),
                moved('g', Side.AFTER, 'n'),
                new AlterColumn(name('t'), 'b', ColumnChange.rename('B2'), ColumnChange.NONE, new ColumnPlace(Side.BEFORE, 'A2'), false),
                new AddColumn(name('t'), Column.of('m', TEXT), [], null, false, new ColumnPlace(Side.AFTER, 'n'))))

        then:
        statements.count { it == 'DROP TABLE t' } == 1
        columns() == ['id', 'n', 'm', 'g', 'B2', 'A2']
        file.rows('SELECT * FROM t') == [[1, null, null, 'xy', 'y', 'x']]
        file.rows('SELECT * FROM v') == [['x', 'xy']]
        file.rows("SELECT name FROM sqlite_schema WHERE type IN ('index', 'trigger') ORDER BY 1") == [['i'], ['tr']]
        file.sql('t').contains('AUTOINCREMENT')
        file.sql('t').contains('COLLATE NOCASE')
    }

    def "a neighbour there is not is named, and nothing is touched"() {
        given:
        file.execute('CREATE TABLE t(name text, age int)')
        def before = file.snapshot()

        when:
        file.run(batch('t', moved('age', Side.BEFORE, 'nmae')))

        then:
        def e = thrown(RetortException)
        e.message == 'The table "t" has no column "nmae". Did you mean "name"?'
        file.snapshot() == before
    }

    def "a column that is there already stays where it is"() {
        given:
        file.execute('CREATE TABLE t(a text, b text)')

        when:
        file.run(batch('t', new AddColumn(name('t'), Column.of('b', TEXT), [], null, true, new ColumnPlace(Side.BEFORE, 'a'))))

        then:
        columns() == ['a', 'b']
    }

    def "always makes the table anew, never refuses to, auto does what must be: #recreate of #change.class.simpleName"() {
        given:
        file.execute('CREATE TABLE t(a text, b text)')

        expect:
        file.run(new BatchAlterTable(name('t'), [change], recreate)).count { it == 'DROP TABLE t' } == rebuilds

        where:
        recreate        | change                              || rebuilds
        Recreate.AUTO   | add('t', Column.of('c', TEXT))      || 0
        Recreate.NEVER  | add('t', Column.of('c', TEXT))      || 0
        Recreate.ALWAYS | add('t', Column.of('c', TEXT))      || 1
        Recreate.AUTO   | unique('t', 'u', 'a')               || 1
        Recreate.ALWAYS | unique('t', 'u', 'a')               || 1
    }

    def "never says which change it is that needs the table made anew"() {
        given:
        file.execute('CREATE TABLE t(a text, b text)')
        def before = file.snapshot()

        when:
        file.run(new BatchAlterTable(name('t'), [add('t', Column.of('c', TEXT)), unique('t', 'u', 'a')], Recreate.NEVER))

        then:
        def e = thrown(RetortException)
        e.message == 'Change 2 of the batch cannot be made by ALTER TABLE, and recreate: \'never\' keeps the table "t" from being rebuilt. ' +
                'Leave out recreate:, or make the other changes in a batch of their own.'
        file.snapshot() == before
    }

    private static AlterColumn moved(String column, Side side, String neighbour) {
        new AlterColumn(name('t'), column, ColumnChange.NONE, ColumnChange.NONE, new ColumnPlace(side, neighbour), false)
    }

    private List<String> columns() {
        file.rows("SELECT name FROM pragma_table_xinfo('t') ORDER BY cid")*.get(0)
    }
}
