package dev.retort.internal.dialect.sqlite

import dev.retort.RetortException
import dev.retort.internal.dialect.NoLook
import dev.retort.internal.dialect.SqlStatement
import dev.retort.internal.operation.Condition
import dev.retort.internal.operation.CreateEnum
import dev.retort.internal.operation.CreateIndex
import dev.retort.internal.operation.CreateTable
import dev.retort.internal.operation.DeleteRows
import dev.retort.internal.operation.DropEnum
import dev.retort.internal.operation.DropIndex
import dev.retort.internal.operation.DropTable
import dev.retort.internal.operation.Execute
import dev.retort.internal.operation.InsertRows
import dev.retort.internal.operation.RenameTable
import dev.retort.internal.operation.SetTableComment
import dev.retort.internal.operation.SqlExpression
import dev.retort.internal.operation.UpdateRows
import dev.retort.internal.schema.Column
import dev.retort.internal.schema.ColumnType
import dev.retort.internal.schema.Constraint
import dev.retort.internal.schema.DefaultValue
import dev.retort.internal.schema.Deferral
import dev.retort.internal.schema.Generated
import dev.retort.internal.schema.Identity
import dev.retort.internal.schema.Index
import dev.retort.internal.schema.QualifiedName
import dev.retort.internal.schema.Table
import spock.lang.Specification

import static dev.retort.internal.dialect.sqlite.SqliteFile.name
import static dev.retort.internal.schema.ColumnType.Simple.*

/** What needs no database to be spelt. */
class SqlTextSpec extends Specification {

    static final DIALECT = new SqliteDialect()

    static List<SqlStatement> statements(operation) {
        DIALECT.spelling().statements(operation, new NoLook())
    }

    static Table table(List<Column> columns, List<Constraint> constraints = [], Table.Options options = Table.Options.NONE) {
        new Table(name('t'), columns, constraints, [], 'comments are not kept', options)
    }

    static String created(Table table) {
        def statement = statements(new CreateTable(table, false))[0].sql()
        statement.replaceAll(/\s+/, ' ').replace('( ', '(').replace(' )', ')')
    }

    def "a column of the type #type is declared #declared, and read back as what it was"() {
        expect:
        created(table([Column.of('c', type)])) == "CREATE TABLE t (c${declared ? ' ' + declared : ''})"
        Types.parse(declared) == type

        where:
        type                                  | declared
        SMALLINT                              | 'SMALLINT'
        INTEGER                               | 'INTEGER'
        BIGINT                                | 'BIGINT'
        ColumnType.Simple.REAL                | 'REAL'
        DOUBLE_PRECISION                      | 'DOUBLE PRECISION'
        TEXT                                  | 'TEXT'
        BOOL                                  | 'BOOLEAN'
        DATE                                  | 'DATE'
        ColumnType.Simple.UUID                                  | 'UUID TEXT'
        JSON                                  | 'JSON TEXT'
        JSONB                                 | 'JSONB TEXT'
        BYTES                                 | 'BLOB'
        new ColumnType.Numeric(12, 2)         | 'NUMERIC(12, 2)'
        new ColumnType.Numeric(12, null)      | 'NUMERIC(12)'
        new ColumnType.Numeric(null, null)    | 'NUMERIC'
        new ColumnType.Varchar(200)           | 'VARCHAR(200)'
        new ColumnType.Varchar(null)          | 'VARCHAR'
        new ColumnType.Char(2)                | 'CHAR(2)'
        new ColumnType.Time(false, null)      | 'TIME'
        new ColumnType.Time(true, 3)          | 'TIME WITH TIME ZONE(3)'
        new ColumnType.Timestamp(false, 6)    | 'TIMESTAMP(6)'
        new ColumnType.Timestamp(true, null)  | 'TIMESTAMP WITH TIME ZONE'
        new ColumnType.Named('GEOMETRY')      | 'GEOMETRY'
        new ColumnType.Named('')              | ''
    }

    def "the affinity of #type is #affinity"() {
        expect:
        Types.Affinity.of(Definitions.type(type, false)) == affinity

        where:
        type                          | affinity
        ColumnType.Simple.UUID                          | Types.Affinity.TEXT
        JSON                          | Types.Affinity.TEXT
        JSONB                         | Types.Affinity.TEXT
        BIGINT                        | Types.Affinity.INTEGER
        DOUBLE_PRECISION              | Types.Affinity.REAL
        BYTES                         | Types.Affinity.BLOB
        new ColumnType.Numeric(3, 1)  | Types.Affinity.NUMERIC
        new ColumnType.Varchar(3)     | Types.Affinity.TEXT
    }

    def "a strict table has strict types"() {
        given:
        def types = [BIGINT, BOOL, DOUBLE_PRECISION, ColumnType.Simple.UUID, new ColumnType.Varchar(3), new ColumnType.Timestamp(true, null), BYTES, new ColumnType.Numeric(9, 0)]
        def columns = types.withIndex().collect { type, i -> Column.of("c$i", type) }

        expect:
        created(table(columns, [], new Table.Options(true, false, false, false))) ==
                'CREATE TABLE t (c0 INTEGER, c1 INTEGER, c2 REAL, c3 TEXT, c4 TEXT, c5 TEXT, c6 BLOB, c7 INTEGER) STRICT'
    }

    def "#what: #sql"() {
        expect:
        created(table(columns, constraints, options)) == sql

        where:
        what               | columns                                                                    | constraints                              | options                                         | sql
        'identity'         | [Column.of('id', BIGINT).withIdentity(new Identity(true, null, null))]     | [new Constraint.PrimaryKey('pk', ['id'])] | Table.Options.NONE                              | 'CREATE TABLE t (id INTEGER NOT NULL, CONSTRAINT pk PRIMARY KEY (id))'
        'autoincrement'    | [Column.of('id', INTEGER).withAutoincrement(true)]                         | [new Constraint.PrimaryKey('pk', ['id'])] | Table.Options.NONE                              | 'CREATE TABLE t (id INTEGER NOT NULL CONSTRAINT pk PRIMARY KEY AUTOINCREMENT)'
        'key of text'      | [Column.of('id', TEXT), Column.of('b', TEXT)]                              | [new Constraint.PrimaryKey(null, ['id', 'b'])] | new Table.Options(false, true, false, false) | 'CREATE TABLE t (id TEXT NOT NULL, b TEXT NOT NULL, PRIMARY KEY (id, b)) WITHOUT ROWID'
        'temporary'        | [Column.of('a', TEXT)]                                                     | []                                       | new Table.Options(false, false, true, false)    | 'CREATE TEMPORARY TABLE t (a TEXT)'
        'strict, no rowid' | [Column.of('a', TEXT)]                                                     | []                                       | new Table.Options(true, true, false, false)     | 'CREATE TABLE t (a TEXT) STRICT, WITHOUT ROWID'
        'generated'        | [Column.of('a', INTEGER).withGenerated(new Generated('1 + 1', true)), Column.of('b', INTEGER).withGenerated(new Generated('2', false))] | [] | Table.Options.NONE | 'CREATE TABLE t (a INTEGER GENERATED ALWAYS AS (1 + 1) STORED, b INTEGER GENERATED ALWAYS AS (2) VIRTUAL)'
        'collation'        | [Column.of('a', TEXT).withCollation('NOCASE').withNullable(false)]         | []                                       | Table.Options.NONE                              | 'CREATE TABLE t (a TEXT COLLATE NOCASE NOT NULL)'
        'enumeration'      | [Column.of('order', new ColumnType.Enumeration(name('job state'), ["it's", 'b']))] | []                               | Table.Options.NONE                              | 'CREATE TABLE t ("order" TEXT CONSTRAINT "enum_job state" CHECK ("order" IN (\'it\'\'s\', \'b\')))'
        'check'            | [Column.of('a', TEXT)]                                                     | [new Constraint.Check('ck', "a <> ''", true)] | Table.Options.NONE                         | "CREATE TABLE t (a TEXT, CONSTRAINT ck CHECK (a <> ''))"
        'unique'           | [Column.of('a', TEXT)]                                                     | [new Constraint.Unique(null, ['a'], Deferral.NOT_DEFERRABLE, false)] | Table.Options.NONE  | 'CREATE TABLE t (a TEXT, UNIQUE (a))'
        'foreign key'      | [Column.of('a', TEXT)]                                                     | [new Constraint.ForeignKey('fk', ['a'], name('Group'), ['x y'], 'SET NULL', 'CASCADE', null, Deferral.INITIALLY_DEFERRED, false)] | Table.Options.NONE | 'CREATE TABLE t (a TEXT, CONSTRAINT fk FOREIGN KEY (a) REFERENCES "Group" ("x y") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED)'
    }

    def "the default #value is #sql"() {
        expect:
        created(table([Column.of('a', TEXT).withDefault(value)])) == "CREATE TABLE t (a TEXT DEFAULT $sql)"

        where:
        value                                               | sql
        new DefaultValue.Literal("it's")                    | "'it''s'"
        new DefaultValue.Literal(-3)                        | '-3'
        new DefaultValue.Literal(true)                      | '1'
        new DefaultValue.Literal(1.50)                      | '1.5'
        new DefaultValue.Expression('now()')                | 'CURRENT_TIMESTAMP'
        new DefaultValue.Expression(' NOW ( ) ')            | 'CURRENT_TIMESTAMP'
        new DefaultValue.Expression('CURRENT_DATE')         | 'CURRENT_DATE'
        new DefaultValue.Expression("lower('x')")           | "(lower('x'))"
        new DefaultValue.Expression('(1 + 2)')              | '(1 + 2)'
        new DefaultValue.Expression('(1) + (2)')            | '((1) + (2))'
        new DefaultValue.Expression("now() || 'x'")         | "(now() || 'x')"
    }

    def "an index: #sql"() {
        expect:
        statements(new CreateIndex(index, true, ifNotExists))*.sql() == [sql]

        where:
        index                                                                                                                   | ifNotExists | sql
        SqliteFile.indexOf('t', 'ix', 'a', 'order')                                                                             | true        | 'CREATE INDEX IF NOT EXISTS ix ON t (a, "order")'
        new Index('ix', name('T x'), [new Index.Element.Expression('created_at DESC')], true, 'btree', [], 'a IS NULL', false)  | false       | 'CREATE UNIQUE INDEX ix ON "T x" (created_at DESC) WHERE a IS NULL'
    }

    def "#operation.class.simpleName is #sql"() {
        expect:
        statements(operation)*.sql() == sql

        where:
        operation                                                                   | sql
        new DropTable(name('t'), true, true, null)                                  | ['DROP TABLE IF EXISTS t']
        new RenameTable(name('t'), 'Select')                                        | ['ALTER TABLE t RENAME TO "Select"']
        new DropIndex(name('i'), name('t'), true, false, true, null)                | ['DROP INDEX i']
        new SetTableComment(name('t'), 'x', null)                                   | []
        new CreateEnum(name('e'), ['a'], false)                                     | []
        new DropEnum(name('e'), false, false, null)                                 | []
        new Execute('-- one\nINSERT INTO t VALUES (\';\');\nCREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; SELECT 2; END; SELECT 3', [:]) |
                ["INSERT INTO t VALUES (';')", 'CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; SELECT 2; END', 'SELECT 3']
    }

    def "named parameters are bound"() {
        expect:
        statements(new Execute('UPDATE t SET a = :a WHERE b = :b OR c = :a', [a: 1, b: 'x'])) ==
                [new SqlStatement('UPDATE t SET a = ? WHERE b = ? OR c = ?', [[1, 'x', 1]], false)]
    }

    def "rows of one shape are one statement"() {
        expect:
        statements(new InsertRows(name('t'), [[id: 1, a: 'x'], [a: null, id: 2], [id: 3, a: new SqlExpression('now()')], [id: 4, a: 'y']])) == [
                new SqlStatement('INSERT INTO t (id, a) VALUES (?, ?)', [[1, 'x'], [2, null]], false),
                new SqlStatement('INSERT INTO t (id, a) VALUES (?, CURRENT_TIMESTAMP)', [[3]], false),
                new SqlStatement('INSERT INTO t (id, a) VALUES (?, ?)', [[4, 'y']], false)]
    }

    def "updates and deletes: #sql"() {
        expect:
        statements(operation) == [values == null ? SqlStatement.of(sql) : new SqlStatement(sql, [values], false)]

        where:
        operation                                                                                                  | sql                                                         | values
        new UpdateRows(name('t'), new Condition.Matches([a: null, b: [1, 2], c: 'x']), [d: 5, e: new SqlExpression('d + 1')]) | 'UPDATE t SET d = ?, e = d + 1 WHERE a IS NULL AND b IN (?, ?) AND c = ?' | [5, 1, 2, 'x']
        new UpdateRows(name('t'), null, [d: null])                                                                 | 'UPDATE t SET d = ?'                                        | [null]
        new DeleteRows(name('t'), new Condition.Sql('a > :x', [x: 3]))                                             | 'DELETE FROM t WHERE a > ?'                                 | [3]
        new DeleteRows(name('t'), new Condition.Matches([a: [1, null]]))                                           | 'DELETE FROM t WHERE (a IN (?) OR a IS NULL)'               | [1]
        new DeleteRows(name('t'), new Condition.Matches([a: []]))                                                  | 'DELETE FROM t WHERE a IN ()'                               | null
        new DeleteRows(name('t'), null)                                                                            | 'DELETE FROM t'                                             | null
    }

    def "refused: #sentence"() {
        when:
        statements(operation)

        then:
        def failure = thrown(RetortException)
        failure.kind() == RetortException.Kind.SCRIPT
        failure.message.startsWith(sentence)

        where:
        operation                                                                                                            | sentence
        new CreateTable(table([Column.of('a', INTERVAL)]), false)                                                            | 'SQLite has no intervals.'
        new CreateTable(table([Column.of('a', new ColumnType.Array(TEXT))]), false)                                          | 'SQLite has no arrays.'
        new CreateTable(table([Column.of('a', new ColumnType.Numeric(12, 2))], [], new Table.Options(true, false, false, false)), false) | 'A STRICT table has no exact decimals.'
        new CreateTable(table([Column.of('a', TEXT)], [], new Table.Options(false, false, false, true)), false)              | 'SQLite has no unlogged tables'
        new CreateTable(table([Column.of('a', INTEGER).withIdentity(new Identity(false, null, null))]), false)               | 'SQLite numbers only a column that is an integer primary key by itself'
        new CreateTable(table([Column.of('a', TEXT).withAutoincrement(true)], [new Constraint.PrimaryKey(null, ['a'])]), false) | 'SQLite numbers only a column'
        new CreateTable(table([Column.of('a', INTEGER).withIdentity(new Identity(false, 10, null))], [new Constraint.PrimaryKey(null, ['a'])]), false) | 'SQLite has no identity columns that start'
        new CreateTable(table([Column.of('a', ColumnType.Simple.UUID).withDefault(new DefaultValue.Expression('gen_random_uuid()'))]), false)  | 'SQLite has no function gen_random_uuid().'
        new CreateTable(table([], [new Constraint.Exclude(null, [new Constraint.Exclude.Element('a', '=')], null, null, Deferral.NOT_DEFERRABLE)]), false) | 'SQLite has no exclusion constraints'
        new CreateTable(table([], [new Constraint.Unique(null, ['a'], Deferral.INITIALLY_DEFERRED, false)]), false)          | 'SQLite has no unique constraints that are checked later'
        new CreateTable(table([], [new Constraint.Unique(null, ['a'], Deferral.NOT_DEFERRABLE, true)]), false)               | 'SQLite has no unique rules in which nulls are not distinct'
        new CreateTable(table([], [new Constraint.ForeignKey(null, ['a'], name('t'), [], null, null, 'FULL', Deferral.NOT_DEFERRABLE, false)]), false) | 'SQLite has no foreign keys that keep MATCH FULL.'
        new CreateIndex(new Index('i', name('t'), [], false, 'gin', [], null, false), false, false)                          | 'SQLite has no index methods'
        new CreateIndex(new Index('i', name('t'), [], false, null, ['a'], null, false), false, false)                        | 'SQLite has no indexes that include columns'
        new DropTable(new QualifiedName('billing', 't'), false, false, null)                                                 | 'SQLite has no schemas. Write "t" instead of "billing.t"'
        new InsertRows(name('t'), [[a: 1], [b: 1]])                                                                          | 'Row 2 for "t" names the columns b; the first row names a.'
        new UpdateRows(name('t'), null, [:])                                                                                 | 'The update of "t" sets no column.'
        new DeleteRows(name('t'), new Condition.Matches([:]))                                                                | 'The condition on "t" names no column.'
        new Execute('COMMIT', [:])                                                                                           | 'A migration may not end its transaction: COMMIT.'
        new Execute("SELECT 1; ATTACH 'x' AS y", [:])                                                                        | "A migration may not reach beyond its database: ATTACH 'x' AS y."
        new Execute("VACUUM INTO 'copy.db'", [:])                                                                            | 'A migration may not reach beyond its database'
        new Execute("SELECT load_extension ('x')", [:])                                                                      | 'A migration may not reach beyond its database'
        new Execute('PRAGMA writable_schema = 1', [:])                                                                       | 'A migration may not reach beyond its database'
        new Execute('SELECT :a', [b: 1])                                                                                     | 'The SQL names :a, which was given no value.'
        new RenameTable(name('a\0b'), 'c')                                                                                   | 'The name "a?b" holds a NUL character.'
    }

    def "VACUUM runs outside a transaction"() {
        expect:
        statements(new Execute('VACUUM', [:])) == [new SqlStatement('VACUUM', [], true)]
    }

    def "the identifier #identifier is quoted as #sql"() {
        expect:
        DIALECT.spelling().quote(identifier) == sql

        where:
        identifier | sql
        'users'    | 'users'
        'Users'    | 'Users'
        'order'    | '"order"'
        'a b'      | '"a b"'
        'a"b'      | '"a""b"'
        'größe'    | '"größe"'
        '1a'       | '"1a"'
        ''         | '""'
    }
}
