package dev.retort.internal.dialect.sqlite

import dev.retort.RetortException
import dev.retort.internal.schema.Column
import dev.retort.internal.schema.ColumnType
import dev.retort.internal.schema.Constraint
import dev.retort.internal.schema.DefaultValue
import org.sqlite.SQLiteException
import spock.lang.AutoCleanup
import spock.lang.Specification

import static dev.retort.internal.testing.InSchema.others
import static dev.retort.internal.testing.InSchema.tables
import static dev.retort.internal.dialect.sqlite.SqliteFile.*
import static dev.retort.internal.schema.ColumnType.Simple.BIGINT
import static dev.retort.internal.schema.ColumnType.Simple.INTEGER
import static dev.retort.internal.schema.ColumnType.Simple.TEXT

class RebuildSpec extends Specification {

    @AutoCleanup
    SqliteFile file = new SqliteFile()

    def "what nobody speaks of stays byte for byte: #feature"() {
        given:
        file.execute(table)

        when:
        def statements = file.run(nullable('t', 'edited', false))

        then:
        file.sql('t') == table.replace('CREATE TABLE t', 'CREATE TABLE "t"').replace('edited text', 'edited text NOT NULL')
        statements.count { it == 'DROP TABLE t' } == 1

        where:
        feature                       | table
        'COLLATE'                     | 'CREATE TABLE t(a text COLLATE NOCASE, edited text)'
        'AUTOINCREMENT'               | 'CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT, edited text)'
        'inline foreign key actions'  | 'CREATE TABLE t(p int REFERENCES t(a) ON DELETE SET NULL ON UPDATE SET DEFAULT NOT DEFERRABLE, a int UNIQUE, edited text)'
        'deferrable'                  | 'CREATE TABLE t(a int primary key, edited text, p REFERENCES t DEFERRABLE INITIALLY DEFERRED)'
        'ON CONFLICT'                 | 'CREATE TABLE t(a int NOT NULL ON CONFLICT IGNORE UNIQUE ON CONFLICT REPLACE, edited text, UNIQUE (a, edited) ON CONFLICT ROLLBACK)'
        'stored generated columns'    | 'CREATE TABLE t(a int, g int GENERATED ALWAYS AS (a * 2) STORED, edited text)'
        'virtual generated columns'   | 'CREATE TABLE t(a int, g AS (a + 1), edited text)'
        'columns without a type'      | 'CREATE TABLE t(a, b DEFAULT 3, edited text)'
        'STRICT'                      | 'CREATE TABLE t(a INTEGER, edited text) STRICT'
        'WITHOUT ROWID'               | 'CREATE TABLE t(a text PRIMARY KEY, edited text) WITHOUT ROWID'
        'both'                        | 'CREATE TABLE t(a text PRIMARY KEY, edited text) STRICT, WITHOUT ROWID'
        'nameless and named checks'   | "CREATE TABLE t(a int CHECK (a > 0), edited text, CHECK (a < 9), CONSTRAINT c CHECK (edited <> ','))"
        'rules without commas'        | 'CREATE TABLE t(a int, edited text, UNIQUE (a) CHECK (a > 0))'
        'comments'                    | 'CREATE TABLE t(\n  a int, -- the a, or b\n  /* ( */ edited text -- last\n  /* ) */)'
        'defaults'                    | "CREATE TABLE t(a DEFAULT -1, b DEFAULT x'00', c DEFAULT (1 + (2)), d DEFAULT NULL, edited text, e DEFAULT CURRENT_TIMESTAMP, f DEFAULT 'a,b')"
        'quoted names'                | 'CREATE TABLE t("a b" int, [c,d] text, `e``f` text, "g""h" int, edited text, CHECK ("a b" > 0))'
        'a composite primary key'     | 'CREATE TABLE t(a int, b int, edited text, CONSTRAINT pk PRIMARY KEY (a, b DESC))'
        'types of several words'      | 'CREATE TABLE t(a UNSIGNED BIG INT, b DECIMAL(10, 5), edited text)'
    }

    def "rows survive, rowids too, and a sequence that went further than its rows"() {
        given:
        file.execute(
                'CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT, a text)',
                "INSERT INTO t(a) VALUES ('x'), ('y'), ('z')",
                'DELETE FROM t WHERE id = 3',
                'CREATE TABLE u(a text, b blob)',
                "INSERT INTO u(rowid, a, b) VALUES (7, 'seven', x'0007'), (9, NULL, 1.5)")

        when:
        file.run(nullable('t', 'a', false), check('u', 'ck', "a <> ''"))
        file.execute("INSERT INTO t(a) VALUES ('new')")

        then:
        file.rows('SELECT * FROM t') == [[1, 'x'], [2, 'y'], [4, 'new']]
        file.rows('SELECT rowid, a, hex(b), typeof(b) FROM u') == [[7, 'seven', '0007', 'blob'], [9, null, '312E35', 'real']]
        file.rows('SELECT * FROM sqlite_sequence') == [['t', 4]]
    }

    def "an empty table keeps its sequence"() {
        given:
        file.execute('CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT, a text)', "INSERT INTO t VALUES (41, 'x')", 'DELETE FROM t')

        when:
        file.run(nullable('t', 'a', false))
        file.execute("INSERT INTO t(a) VALUES ('new')")

        then:
        file.rows('SELECT id FROM t') == [[42]]
    }

    def "indexes, triggers and views survive a rebuild"() {
        given:
        file.execute(
                'CREATE TABLE t(a int, b text, c text)',
                'CREATE TABLE log(m text)',
                'CREATE UNIQUE INDEX i_desc ON t(a DESC, b)',
                'CREATE INDEX i_expression ON t(lower(b))',
                "CREATE INDEX i_partial ON t(c) WHERE c IS NOT NULL AND b <> 'x'",
                'CREATE VIEW v AS SELECT a, b FROM t',
                'CREATE TRIGGER on_t AFTER INSERT ON t BEGIN INSERT INTO log VALUES (NEW.b); SELECT CASE WHEN 1 THEN 2 END; END',
                'CREATE TRIGGER on_v INSTEAD OF INSERT ON v BEGIN INSERT INTO t(a, b) VALUES (NEW.a, NEW.b); END',
                'CREATE TRIGGER on_log AFTER INSERT ON log BEGIN UPDATE t SET c = NEW.m WHERE b = NEW.m; END')
        def before = file.rows("SELECT name, sql FROM sqlite_schema WHERE name <> 't' ORDER BY name")

        when:
        file.run(retype('t', 'a', BIGINT))
        file.execute("INSERT INTO v VALUES (1, 'one')")

        then:
        file.rows("SELECT name, sql FROM sqlite_schema WHERE name <> 't' ORDER BY name") == before
        file.rows('SELECT * FROM t') == [[1, 'one', 'one']]
        file.rows('SELECT * FROM log') == [['one']]
    }

    def "children stay when their parent is rebuilt, whatever the connection says of foreign keys"() {
        given:
        file.execute(
                'CREATE TABLE p(id INTEGER PRIMARY KEY, a text)',
                'CREATE TABLE c(id int, p int REFERENCES p(id) ON DELETE CASCADE, q int REFERENCES p)',
                "INSERT INTO p VALUES (1, 'x'), (2, 'y')",
                'INSERT INTO c VALUES (10, 1, 2), (11, 2, 1)')
        def connection = file.open()
        connection.createStatement().execute('PRAGMA foreign_keys = ON')

        when:
        SqliteFile.run(connection, nullable('p', 'a', false))

        then:
        file.rows('SELECT * FROM c') == [[10, 1, 2], [11, 2, 1]]
        Queries.number(connection, 'PRAGMA foreign_keys') == 1
        Queries.rows(connection, 'SELECT "table" AS parent FROM pragma_foreign_key_list(\'c\')')*.parent == ['p', 'p']

        when: 'the constraint still works'
        connection.createStatement().execute('DELETE FROM p WHERE id = 1')

        then:
        thrown(SQLiteException)

        cleanup:
        connection.close()
    }

    def "a table that refers to itself still does"() {
        given:
        file.execute(
                'CREATE TABLE t(id INTEGER PRIMARY KEY, up int REFERENCES t(id) ON DELETE CASCADE, a text)',
                'INSERT INTO t VALUES (1, NULL, NULL), (2, 1, NULL), (3, 2, NULL)')

        when:
        file.run(batch('t', rename('t', 'id', 'key'), retype('t', 'a', INTEGER)))

        then:
        file.rows('SELECT "table", "from", "to", on_delete FROM pragma_foreign_key_list(\'t\')') == [['t', 'up', 'key', 'CASCADE']]
        file.rows('SELECT key, up FROM t') == [[1, null], [2, 1], [3, 2]]
    }

    def "a renamed column may be named at once by a unique constraint, an index and a check"() {
        given:
        file.execute(
                'CREATE TABLE t(a text, b int)', "INSERT INTO t VALUES ('x', 1)",
                'CREATE VIEW v AS SELECT a FROM t', 'CREATE TABLE c(t_a text REFERENCES t(a))')

        when:
        def statements = file.run(batch('t',
                rename('t', 'a', 'name'),
                unique('t', 'uq_name', 'name'),
                index('t', 'ix_name', 'name', 'b'),
                check('t', 'ck_name', "name <> ''")))

        then:
        statements.count { it == 'DROP TABLE t' } == 1
        tables(file.schema()).t.constraints()*.name() == ['uq_name', 'ck_name']
        tables(file.schema()).t.indexes()*.name() == ['ix_name']
        file.rows('SELECT name FROM t') == [['x']]
        file.rows('SELECT * FROM v') == [['x']]
        file.sql('c').contains('t(name)') || file.sql('c').contains('t("name")')
    }

    def "columns can change places, and take the name of one that goes"() {
        given:
        file.execute("CREATE TABLE t(a text, b text, c text)", "INSERT INTO t VALUES ('1', '2', '3')")

        when:
        file.run(batch('t',
                drop('t', 'b'), rename('t', 'a', 'b'), rename('t', 'c', 'a'),
                add('t', Column.of('c', TEXT).withDefault(new DefaultValue.Expression("'n' || 'ew'"))),
                nullable('t', 'b', false)))

        then:
        file.rows('SELECT b, a, c FROM t') == [['1', '3', 'new']]
        tables(file.schema()).t.columns()*.name() == ['b', 'a', 'c']
    }

    def "a swap of two columns keeps the values with their columns"() {
        given:
        file.execute("CREATE TABLE t(a text, b int)", "INSERT INTO t VALUES ('x', 2)")

        when:
        file.run(batch('t', rename('t', 'a', 'tmp'), rename('t', 'b', 'a'), rename('t', 'tmp', 'b'), nullable('t', 'a', false)))

        then:
        file.rows('SELECT a, b FROM t') == [[2, 'x']]
    }

    def "many changes are one rebuild"() {
        given:
        file.execute('CREATE TABLE p(id INTEGER PRIMARY KEY)', 'CREATE TABLE t(id INTEGER PRIMARY KEY, a text, b text, c text)',
                "INSERT INTO t VALUES (1, '5', 'b', 'c')")

        when:
        def statements = file.run(batch('t',
                retype('t', 'a', INTEGER),
                drop('t', 'b'),
                add('t', Column.of('p', INTEGER), reference('fk_p', 'p', 'p', 'CASCADE')),
                defaultOf('t', 'c', new DefaultValue.Literal("it's")),
                unique('t', 'uq', 'a', 'c'),
                check('t', 'ck', 'a > 0')))

        then:
        statements.count('DROP TABLE t') == 1
        file.rows('SELECT * FROM t') == [[1, 5, 'c', null]]
        file.rows('SELECT typeof(a) FROM t') == [['integer']]
        tables(file.schema()).t.columns()[2].defaultValue() == new DefaultValue.Literal("it's")
    }

    def "what ALTER TABLE can do is not a rebuild: #change.class.simpleName"() {
        given:
        file.execute('CREATE TABLE p(id INTEGER PRIMARY KEY)', 'CREATE TABLE t(id INTEGER PRIMARY KEY, a text)')

        expect:
        file.texts(change) == [sql]

        where:
        change                                                                  | sql
        add('t', Column.of('x', TEXT))                                          | 'ALTER TABLE t ADD COLUMN x TEXT'
        add('t', Column.of('x', INTEGER), reference('fk', 'x', 'p', 'CASCADE')) | 'ALTER TABLE t ADD COLUMN x INTEGER CONSTRAINT fk REFERENCES p (id) ON DELETE CASCADE'
        rename('t', 'a', 'order')                                               | 'ALTER TABLE t RENAME COLUMN a TO "order"'
        drop('t', 'a')                                                          | 'ALTER TABLE t DROP COLUMN a'
        batch('t', drop('t', 'a'))                                              | 'ALTER TABLE t DROP COLUMN a'
    }

    def "an added column with #what comes by a rebuild and fills the rows"() {
        given:
        file.execute('CREATE TABLE t(id INTEGER PRIMARY KEY, a text)', 'INSERT INTO t VALUES (1, 2)')

        when:
        file.run(add('t', column, *constraints))

        then:
        file.rows("SELECT $probe FROM t") == [[value]]

        where:
        what                     | column                                                                                             | constraints                                        | probe           | value
        'an expression'          | Column.of('x', TEXT).withDefault(new DefaultValue.Expression("lower('ABC')")).withNullable(false)   | []                                                 | 'x'             | 'abc'
        'the time of day'        | Column.of('x', TEXT).withDefault(new DefaultValue.Expression('now()'))                              | []                                                 | 'length(x)'     | 19
        'a stored computation'   | Column.of('x', INTEGER).withGenerated(new dev.retort.internal.schema.Generated('id + 1', true))              | []                                                 | 'x'             | 2
        'a virtual computation'  | Column.of('x', INTEGER).withGenerated(new dev.retort.internal.schema.Generated('id + 2', false))             | []                                                 | 'x'             | 3
        'a unique constraint'    | Column.of('x', INTEGER)                                                                            | [new Constraint.Unique('uq', ['x'], dev.retort.internal.schema.Deferral.NOT_DEFERRABLE, false)] | 'x IS NULL' | 1
    }

    def "a full-text index over the table still finds its rows"() {
        given:
        file.execute(
                'CREATE TABLE t(a text, b int)',
                "CREATE VIRTUAL TABLE f USING fts5(a, content='t')",
                "INSERT INTO t(rowid, a) VALUES (5, 'five'), (9, 'nine')",
                "INSERT INTO f(rowid, a) SELECT rowid, a FROM t")

        when:
        file.run(check('t', 'ck', "b IS NULL"))

        then:
        file.rows("SELECT a FROM f WHERE f MATCH 'nine'") == [['nine']]
        others(file.schema()) == ['virtual table f'] as Set
        tables(file.schema()).keySet() == ['t'] as Set
    }

    def "collations and functions of the application's own do not stand in the way"() {
        given:
        def connection = file.open()
        org.sqlite.Collation.create(connection, 'german', new org.sqlite.Collation() {
            protected int xCompare(String a, String b) { a <=> b }
        })
        org.sqlite.Function.create(connection, 'ours', new org.sqlite.Function() {
            protected void xFunc() { result(1) }
        }, org.sqlite.Function.FLAG_DETERMINISTIC)
        ['CREATE TABLE t(a text COLLATE german UNIQUE, b int CHECK (ours(b) = 1))', "INSERT INTO t VALUES ('x', 1)"].each {
            connection.createStatement().execute(it)
        }

        when:
        SqliteFile.run(connection, nullable('t', 'a', false))

        then:
        Queries.rows(connection, 'SELECT * FROM t') == [[a: 'x', b: 1L]]

        cleanup:
        connection.close()
    }

    def "an enumeration grows, shrinks to text and comes back, its check with it"() {
        given:
        def state = { String... values -> new ColumnType.Enumeration(name('state'), values as List) }
        file.run(
                new dev.retort.internal.operation.CreateTable(new dev.retort.internal.schema.Table(name('t'), [Column.of('a', state('x', 'y'))], [], [], null, dev.retort.internal.schema.Table.Options.NONE), false),
                new dev.retort.internal.operation.InsertRows(name('t'), [[a: 'x']]))

        when:
        file.run(retype('t', 'a', state('x', 'y', 'z')), rename('t', 'a', 'b'))
        file.execute("INSERT INTO t VALUES ('z')")

        then:
        tables(file.schema()).t.columns() == [Column.of('b', state('x', 'y', 'z'))]
        tables(file.schema()).t.constraints() == []

        when:
        file.run(retype('t', 'b', TEXT))

        then:
        tables(file.schema()).t == new dev.retort.internal.schema.Table(name('t'), [Column.of('b', TEXT)], [], [], null, dev.retort.internal.schema.Table.Options.NONE)

        when:
        file.run(retype('t', 'b', state('x')))

        then:
        def failure = thrown(SQLiteException)
        Failures.explain(failure).message() == '''Row 2 of the table "t" has 'z' for "b", which is no value of the type state.'''
    }

    def "a column that may not be null comes to an empty table without a default, and not to one with rows"() {
        given:
        file.execute('CREATE TABLE t(a int)')

        when:
        file.run(add('t', Column.of('b', TEXT).withNullable(false)))
        file.execute("INSERT INTO t VALUES (1, 'x')")
        file.run(add('t', Column.of('c', TEXT).withNullable(false)))

        then:
        def failure = thrown(SQLiteException)
        Failures.message(failure) == 'Cannot add a NOT NULL column with default value NULL'
        tables(file.schema()).t.columns()*.name() == ['a', 'b']
    }

    def "PostgreSQL's way to say what the type says already is understood: #using"() {
        given:
        file.execute('CREATE TABLE t("user id" text, role int)', "INSERT INTO t VALUES ('5', 7)")

        when:
        file.run(retype('t', column, type, using))

        then:
        file.rows("SELECT typeof(\"$column\") FROM t") == [[stored]]

        where:
        column    | type    | using                       | stored
        'role'    | TEXT    | 'role::text'                | 'text'
        'role'    | TEXT    | ' ROLE :: varchar(20)'      | 'text'
        'user id' | INTEGER | '"user id"::integer'        | 'integer'
        'role'    | TEXT    | 'CAST(role AS text)'        | 'text'
    }

    def "an index is renamed with all it says, in a batch too"() {
        given:
        file.execute('CREATE TABLE t(a int)', 'CREATE UNIQUE INDEX "old name" ON t(a DESC) WHERE a > 0')

        when:
        file.run(new dev.retort.internal.operation.RenameIndex(name('old name'), 'middle'),
                batch('t', new dev.retort.internal.operation.RenameIndex(name('middle'), 'new name'), nullable('t', 'a', false)))

        then:
        file.rows("SELECT sql FROM sqlite_schema WHERE type = 'index'") == [['CREATE UNIQUE INDEX "new name" ON t(a DESC) WHERE a > 0']]
    }

    def "a table named with #table is rebuilt"() {
        given:
        def quoted = Names.quote(table)
        file.execute("CREATE TABLE $quoted (id INTEGER PRIMARY KEY AUTOINCREMENT, a text)", "INSERT INTO $quoted VALUES (3, '4')",
                "CREATE TRIGGER tr AFTER INSERT ON $quoted BEGIN SELECT 1; END")

        when:
        file.run(retype(table, 'a', INTEGER))

        then:
        file.rows("SELECT id, a FROM $quoted") == [[3, 4]]
        file.rows('SELECT * FROM sqlite_sequence') == [[table, 3]]
        others(file.schema()) == ["trigger ${table}.tr".toString()] as Set

        where:
        table << ['order', "it's", 'a "b" c', 'größe', '_retort_new_t', 'Mixed Case']
    }

    def "the table may be named in another case than it was created in"() {
        given:
        file.execute('CREATE TABLE Users(Id INTEGER PRIMARY KEY, Email text)', "INSERT INTO users VALUES (1, 'x')")

        when:
        file.run(nullable('users', 'email', false), batch('USERS', drop('users', 'EMAIL'), add('Users', Column.of('n', INTEGER))))

        then:
        tables(file.schema()).Users.columns()*.name() == ['Id', 'n']
    }

    def "a view that was broken before stands in the way of a renaming only"() {
        given:
        file.execute('CREATE TABLE t(a int, b int)', 'INSERT INTO t VALUES (1, 2)', 'CREATE VIEW broken AS SELECT x FROM nowhere',
                'CREATE TRIGGER tr AFTER INSERT ON t BEGIN SELECT * FROM nowhere; END')

        when:
        file.run(nullable('t', 'a', false), add('t', Column.of('c', TEXT)), check('t', 'ck', 'a > 0'))

        then:
        file.rows('SELECT * FROM t') == [[1, 2, null]]

        when:
        file.run(rename('t', 'a', 'z'))

        then:
        def failure = thrown(RetortException)
        failure.message == 'The table "t" cannot be changed so: error in view broken: no such table: main.nowhere.'
    }

    def "a renamed table is followed by its views, triggers, indexes and foreign keys"() {
        given:
        file.execute('CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT)', 'INSERT INTO t VALUES (1)', 'CREATE TABLE c(t int REFERENCES t)', 'INSERT INTO c VALUES (1)',
                'CREATE VIEW v AS SELECT id FROM t', 'CREATE TRIGGER tr AFTER INSERT ON c BEGIN INSERT INTO t(id) VALUES (NEW.t); END')

        when:
        file.run(new dev.retort.internal.operation.RenameTable(name('t'), 'new t'), batch('c', add('c', Column.of('x', TEXT)), nullable('c', 't', false)))
        file.execute('INSERT INTO c(t) VALUES (2)')

        then:
        file.rows('SELECT * FROM v') == [[1], [2]]
        file.rows('SELECT "table" FROM pragma_foreign_key_list(\'c\')') == [['new t']]
        file.rows('PRAGMA foreign_key_check') == []
    }

    def "a numbered column may be added as the primary key, and numbers the rows"() {
        given:
        file.execute('CREATE TABLE t(a text)', "INSERT INTO t VALUES ('x'), ('y')")
        def id = Column.of('id', BIGINT).withIdentity(new dev.retort.internal.schema.Identity(false, null, null)).withAutoincrement(true)

        when:
        file.run(add('t', id, new Constraint.PrimaryKey('pk', ['id'])))

        then:
        file.rows('SELECT a, id FROM t ORDER BY id') == [['x', 1], ['y', 2]]
        tables(file.schema()).t.columns()[1] == Column.of('id', INTEGER).withNullable(false).withAutoincrement(true)

        when:
        file.run(add('t', id.named('n')))

        then:
        def failure = thrown(RetortException)
        failure.message.startsWith('SQLite numbers only a column that is an integer primary key by itself')
    }
}
