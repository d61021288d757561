package dev.retort.internal.dialect.sqlite

import dev.retort.RetortException
import dev.retort.internal.operation.RenameTable
import dev.retort.internal.schema.Column
import spock.lang.AutoCleanup
import spock.lang.Specification

import static dev.retort.internal.dialect.sqlite.SqliteFile.*
import static dev.retort.internal.schema.ColumnType.Simple.INTEGER
import static dev.retort.internal.schema.ColumnType.Simple.TEXT

/** A table made anew, and made anew again to what it was: everything about it and around it is what it was, rows included. */
class RebuildRoundTripSpec extends Specification {

    @AutoCleanup
    SqliteFile file = new SqliteFile()

    /** The rows of the table "what survives" of Alembic's batch mode, what that fails at, and worse. */
    private static final Map<String, List<String>> TABLES = [
            'named constraints of all kinds'       : ['CREATE TABLE p(id int PRIMARY KEY)', 'INSERT INTO p VALUES (1)', "CREATE TABLE t(a int, edited text DEFAULT 'd', CONSTRAINT u UNIQUE (a), CONSTRAINT c CHECK (a > 0), CONSTRAINT f FOREIGN KEY (a) REFERENCES p(id) ON DELETE CASCADE DEFERRABLE, CONSTRAINT k PRIMARY KEY (a))", "INSERT INTO t VALUES (1, 'x')"],
            'nameless constraints of all kinds'    : ['CREATE TABLE p(id int PRIMARY KEY)', 'INSERT INTO p VALUES (1)', 'CREATE TABLE t(a int PRIMARY KEY UNIQUE CHECK (a > 0) REFERENCES p(id), edited text, UNIQUE (a, edited), CHECK (a < 9), FOREIGN KEY (a) REFERENCES p)', "INSERT INTO t VALUES (1, 'x')"],
            'a partial index'                      : ['CREATE TABLE t(a int, edited text)', "INSERT INTO t VALUES (1, 'x')", 'CREATE INDEX i ON t(a) WHERE a > 0'],
            'STRICT'                               : ['CREATE TABLE t(a INTEGER, edited text) STRICT', "INSERT INTO t VALUES (1, 'x')"],
            'WITHOUT ROWID'                        : ['CREATE TABLE t(a text PRIMARY KEY, edited text) WITHOUT ROWID', "INSERT INTO t VALUES ('k', 'x')"],
            'STRICT and WITHOUT ROWID'             : ['CREATE TABLE t(a text PRIMARY KEY, edited text) STRICT, WITHOUT ROWID', "INSERT INTO t VALUES ('k', 'x')"],
            'AUTOINCREMENT beyond the rows'        : ['CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT, edited text)', "INSERT INTO t(edited) VALUES ('x'), ('y')", 'DELETE FROM t WHERE id = 2'],
            'COLLATE NOCASE'                       : ['CREATE TABLE t(a text COLLATE NOCASE UNIQUE, edited text)', "INSERT INTO t VALUES ('A', 'x')"],
            'an inline foreign key with actions'   : ['CREATE TABLE p(id int PRIMARY KEY)', 'INSERT INTO p VALUES (1)', 'CREATE TABLE t(a int REFERENCES p(id) ON DELETE CASCADE ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED, edited text)', "INSERT INTO t VALUES (1, 'x')"],
            'triggers on it, of it and about it'   : ['CREATE TABLE t(a int, edited text)', 'CREATE TABLE log(m)', "INSERT INTO t VALUES (1, 'x')", 'CREATE TRIGGER on_t AFTER UPDATE OF a ON t WHEN NEW.a > 0 BEGIN INSERT INTO log VALUES (OLD.a); END', 'CREATE TRIGGER about_t AFTER INSERT ON log BEGIN UPDATE t SET a = 7; DELETE FROM t WHERE a = 8; END'],
            'an expression index'                  : ['CREATE TABLE t(a text, edited text)', "INSERT INTO t VALUES ('A', 'x')", "CREATE INDEX i ON t(lower(a), a || 'x')"],
            'a unique partial index on expressions': ['CREATE TABLE t(a text, edited text)', "INSERT INTO t VALUES ('A', 'x')", 'CREATE UNIQUE INDEX "i ""1""" ON t(lower(a) COLLATE NOCASE DESC, length(a)) WHERE a NOT NULL'],
            'DESC in an index'                     : ['CREATE TABLE t(a int, edited text)', "INSERT INTO t VALUES (1, 'x')", 'CREATE INDEX i ON t(a DESC, edited)'],
            'ON CONFLICT'                          : ['CREATE TABLE t(a int UNIQUE ON CONFLICT REPLACE, b int NOT NULL ON CONFLICT IGNORE, edited text, UNIQUE (a, b) ON CONFLICT ROLLBACK)', "INSERT INTO t VALUES (1, 2, 'x')"],
            'views on it, and a view on a view'    : ['CREATE TABLE t(a int, edited text)', "INSERT INTO t VALUES (1, 'x')", 'CREATE VIEW v AS SELECT * FROM t', 'CREATE VIEW w(z) AS SELECT v.a FROM v JOIN t USING (a)'],
            'INSTEAD OF triggers on its view'      : ['CREATE TABLE t(a int, edited text)', "INSERT INTO t VALUES (1, 'x')", 'CREATE VIEW v AS SELECT a FROM t', 'CREATE TRIGGER tr INSTEAD OF INSERT ON v BEGIN INSERT INTO t(a, edited) VALUES (NEW.a, 1); END'],
            'stored generated columns'             : ['CREATE TABLE t(a int, g int AS (a * 2) STORED, h AS (g + 1), k int AS (h + g) STORED UNIQUE, edited text)', "INSERT INTO t(a, edited) VALUES (1, 'x')"],
            'columns without a type'               : ['CREATE TABLE t(a, b DEFAULT (1), edited text)', "INSERT INTO t VALUES (x'00ff', 1.5, 'x')"],
            'a reference to itself'                : ['CREATE TABLE t(id INTEGER PRIMARY KEY, up REFERENCES t(id) ON DELETE CASCADE, edited text)', "INSERT INTO t VALUES (1, NULL, 'x'), (2, 1, 'y')"],
            'children that would go with it'       : ['CREATE TABLE t(id INTEGER PRIMARY KEY, edited text)', 'CREATE TABLE child(t REFERENCES t(id) ON DELETE CASCADE)', "INSERT INTO t VALUES (1, 'x')", 'INSERT INTO child VALUES (1)'],
            'names that begin alike'               : ['CREATE TABLE t(a int, edited text)', 'CREATE TABLE t1(a int)', 'CREATE TABLE "t 1"(a int)', 'CREATE TABLE tt(a REFERENCES t(a))', "INSERT INTO t VALUES (1, 'x')", 'INSERT INTO "t 1" VALUES (3)', 'CREATE INDEX t_i ON t(a)', 'CREATE INDEX t1_i ON t1(a)', 'CREATE VIEW tv AS SELECT t.a, t1.a AS t FROM t, t1', 'CREATE TRIGGER t_tr AFTER INSERT ON t1 BEGIN UPDATE "t 1" SET a = (SELECT max(t.a) FROM t); END'],
            'comments that look like SQL'          : ['CREATE TABLE t( -- CREATE TABLE x(a, b)\n  a int, /* , edited int) STRICT */ edited text /* REFERENCES p */, -- ), (\n  b "int, ) --" DEFAULT \'/*\' -- end\n)', "INSERT INTO t VALUES (1, 'x', 2)"],
            'names in every kind of quotes'        : ['CREATE TABLE t("a ""b" int, [c ] int, `d``e` int, \'f\' int, "from" int, größe int, edited text, CHECK ("a ""b" > 0 AND [c ] > 0))', "INSERT INTO t VALUES (1, 2, 3, 4, 5, 6, 'x')", 'CREATE INDEX [i ] ON t([c ], "from")'],
            'a key that is no rowid'               : ['CREATE TABLE t(id INTEGER PRIMARY KEY DESC, edited text)', "INSERT INTO t VALUES (5, 'x')"],
            'no column but the one'                : ['CREATE TABLE t(edited text)', "INSERT INTO t(rowid, edited) VALUES (41, 'x')"]]

    def "with #what"() {
        given:
        file.execute(*statements)
        def before = state()

        when:
        def up = file.run(batch('t', nullable('t', 'edited', false), add('t', Column.of('more', INTEGER))))

        then:
        up.count { it == 'DROP TABLE t' } == 1
        state() != before

        when:
        file.run(batch('t', drop('t', 'more'), nullable('t', 'edited', true)))

        then:
        state() == before
        file.rows('PRAGMA integrity_check') == [['ok']]

        where:
        what << TABLES.keySet()
        statements = TABLES[what]
    }

    def "a rebuild that stops anywhere on its way leaves nothing: #what"() {
        given:
        file.execute(*TABLES[what])
        def before = file.snapshot()
        def change = batch('t', nullable('t', 'edited', false), add('t', Column.of('more', INTEGER)))
        def statements = file.texts(change)

        expect:
        statements.size() > 5
        (1..statements.size()).each { count ->
            def connection = file.open()
            def session = DIALECT.sessions().session(connection)
            session.begin()
            statements.take(count).each { connection.createStatement().execute(it) }
            connection.close()
            assert file.snapshot() == before : "stopped after ${statements[count - 1]}"
        }

        where:
        what << ['AUTOINCREMENT beyond the rows', 'children that would go with it', 'views on it, and a view on a view', 'a unique partial index on expressions']
    }

    def "a change that is refused touches nothing: #change"() {
        given:
        file.execute(
                'CREATE TABLE t(a int, edited text)', "INSERT INTO t VALUES (1, 'x')", 'CREATE VIEW v AS SELECT a FROM t',
                "CREATE VIRTUAL TABLE f USING fts5(a)", "INSERT INTO f VALUES ('x')", 'CREATE VIRTUAL TABLE r USING rtree(id, low, high)')
        def before = file.snapshot()

        when:
        file.run(operation)

        then:
        def e = thrown(RetortException)
        e.message.startsWith(sentence)
        file.snapshot() == before

        where:
        change                       | operation                                                   || sentence
        'of a full-text table'       | nullable('f', 'a', false)                                   || 'The table "f" is virtual; SQLite cannot change it.'
        'of an R-tree'               | add('r', Column.of('x', TEXT))                              || 'The table "r" is virtual; SQLite cannot change it.'
        'of a view'                  | add('v', Column.of('x', TEXT))                              || '"v" is a view, not a table.'
        'half of a batch'            | batch('t', nullable('t', 'edited', false), drop('t', 'a'))  || 'The column "a" of the table "t" cannot be dropped: the view "v" needs it.'
        'a constraint on no column'  | batch('t', nullable('t', 'edited', false), unique('t', 'u', 'nope')) || ''
    }

    def "a column takes its name in another case, and so do those who speak of it"() {
        given:
        file.execute('CREATE TABLE t(a int, edited text)', "INSERT INTO t VALUES (1, 'x')", 'CREATE VIEW v AS SELECT a FROM t', 'CREATE INDEX i ON t(a)')

        when:
        file.run(batch('t', rename('t', 'a', 'A'), nullable('t', 'edited', false)))

        then:
        file.rows("SELECT name FROM pragma_table_info('t')") == [['A'], ['edited']]
        file.rows('SELECT * FROM v') == [[1]]

        when:
        file.run(batch('t', nullable('t', 'edited', true), rename('t', 'A', 'a')))

        then:
        file.rows("SELECT name FROM pragma_table_info('t')") == [['a'], ['edited']]
    }

    def "a table takes its name in another case"() {
        given:
        file.execute('CREATE TABLE t(a int, edited text)', "INSERT INTO t VALUES (1, 'x')", 'CREATE VIEW v AS SELECT a FROM t')

        when:
        file.run(new RenameTable(name('t'), 'T'), nullable('T', 'edited', false))

        then:
        file.rows("SELECT name FROM sqlite_schema WHERE type = 'table'") == [['T']]
        file.rows('SELECT * FROM v') == [[1]]
    }

    /** SQLite puts a renamed table's name in quotes, and lists the table that was made last as the last. */
    private List<String> state() {
        file.snapshot().sort()*.replace('CREATE TABLE "t"', 'CREATE TABLE t') + file.rows('SELECT * FROM pragma_table_xinfo(\'t\')')*.toString()
    }
}
