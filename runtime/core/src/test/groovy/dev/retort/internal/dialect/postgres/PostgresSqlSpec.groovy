package dev.retort.internal.dialect.postgres

import dev.retort.RetortException
import dev.retort.internal.dialect.SqlStatement
import dev.retort.internal.operation.AddColumn
import dev.retort.internal.operation.AddConstraint
import dev.retort.internal.operation.AddEnumValue
import dev.retort.internal.operation.AlterColumn
import dev.retort.internal.operation.BatchAlterTable
import dev.retort.internal.operation.Change
import dev.retort.internal.operation.ColumnChange
import dev.retort.internal.operation.ColumnPlace
import dev.retort.internal.operation.Condition
import dev.retort.internal.operation.CreateEnum
import dev.retort.internal.operation.CreateIndex
import dev.retort.internal.operation.CreateTable
import dev.retort.internal.operation.DeleteRows
import dev.retort.internal.operation.DropColumn
import dev.retort.internal.operation.DropConstraint
import dev.retort.internal.operation.DropEnum
import dev.retort.internal.operation.DropIndex
import dev.retort.internal.operation.DropTable
import dev.retort.internal.operation.Execute
import dev.retort.internal.operation.InsertRows
import dev.retort.internal.operation.Operation
import dev.retort.internal.operation.RenameEnumValue
import dev.retort.internal.operation.RenameIndex
import dev.retort.internal.operation.RenameTable
import dev.retort.internal.operation.SetTableComment
import dev.retort.internal.operation.SqlExpression
import dev.retort.internal.operation.UpdateRows
import dev.retort.internal.schema.Column
import dev.retort.internal.schema.ColumnType
import dev.retort.internal.schema.ColumnType.Simple
import dev.retort.internal.schema.Constraint
import dev.retort.internal.schema.DefaultValue
import dev.retort.internal.schema.Deferral
import dev.retort.internal.schema.Generated
import dev.retort.internal.schema.Identity
import dev.retort.internal.schema.Index
import dev.retort.internal.schema.QualifiedName
import dev.retort.internal.schema.Table
import spock.lang.Specification

import static dev.retort.internal.dialect.postgres.PostgresRunner.sql
import static dev.retort.internal.dialect.postgres.PostgresRunner.statements

/** The SQL of each operation, without a server. */
@spock.lang.Tag('database')
class PostgresSqlSpec extends Specification {

    static final QualifiedName T = QualifiedName.of('t')
    static final QualifiedName ST = new QualifiedName('s', 't')
    static final Column A = Column.of('a', Simple.INTEGER)

    def "a table is created with columns, constraints, indexes and comments"() {
        given:
        def columns = [
                Column.of('id', Simple.UUID).withNullable(false).withDefault(new DefaultValue.Expression('gen_random_uuid()')),
                Column.of('Name', new ColumnType.Varchar(255)).withCollation('C').withNullable(false).withComment("the user's"),
                Column.of('state', Simple.TEXT).withDefault(new DefaultValue.Literal("it's")),
                Column.of('n', Simple.BIGINT).withIdentity(new Identity(true, 10, 5)).withNullable(false)]
        def constraints = [
                new Constraint.PrimaryKey(null, ['id']),
                new Constraint.Unique('uq', ['Name', 'n'], Deferral.NOT_DEFERRABLE, false)]
        def index = new Index('ix', ST, [new Index.Element.ColumnName('Name')], false, null, [], null, false)

        expect:
        sql(new CreateTable(new Table(ST, columns, constraints, [index], 'said', Table.Options.NONE), false)) == [
                '''CREATE TABLE s.t (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    "Name" varchar(255) COLLATE "C" NOT NULL,
    state text DEFAULT 'it''s',
    n bigint GENERATED ALWAYS AS IDENTITY (START WITH 10 INCREMENT BY 5) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq UNIQUE ("Name", n)
)''',
                'CREATE INDEX ix ON s.t ("Name")',
                "COMMENT ON TABLE s.t IS 'said'",
                '''COMMENT ON COLUMN s.t."Name" IS 'the user''s\'''']
    }

    def "#operation is #expected"() {
        expect:
        sql(operation) == expected

        where:
        operation                                                             || expected
        new CreateTable(table([], [:]), false)                                || ['CREATE TABLE t ()']
        new CreateTable(table([A], [temporary: true]), false)                 || ['CREATE TEMPORARY TABLE t (\n    a integer\n)']
        new CreateTable(table([A], [unlogged: true]), true)                   || ['CREATE UNLOGGED TABLE IF NOT EXISTS t (\n    a integer\n)']
        new DropTable(T, false, false, null)                                  || ['DROP TABLE t']
        new DropTable(ST, true, true, null)                                   || ['DROP TABLE IF EXISTS s.t CASCADE']
        new RenameTable(ST, 'User')                                           || ['ALTER TABLE s.t RENAME TO "User"']
        new SetTableComment(T, "it's", null)                                  || ["COMMENT ON TABLE t IS 'it''s'"]
        new SetTableComment(T, null, 'was')                                   || ['COMMENT ON TABLE t IS NULL']
        new DropColumn(T, 'a', false, false, null)                            || ['ALTER TABLE t DROP COLUMN a']
        new DropColumn(T, 'a', true, true, null)                              || ['ALTER TABLE t DROP COLUMN IF EXISTS a CASCADE']
        new DropConstraint('c', T, null, false, false, null)                  || ['ALTER TABLE t DROP CONSTRAINT c']
        new DropConstraint('c', ST, null, true, true, null)                   || ['ALTER TABLE s.t DROP CONSTRAINT IF EXISTS c CASCADE']
        new RenameIndex(new QualifiedName('s', 'i'), 'j')                     || ['ALTER INDEX s.i RENAME TO j']
        new CreateEnum(QualifiedName.of('mood'), ['sad', "it's"], false)      || ["CREATE TYPE mood AS ENUM ('sad', 'it''s')"]
        new CreateEnum(new QualifiedName('s', 'mood'), ['a'], true)           || ["DO \$\$ BEGIN CREATE TYPE s.mood AS ENUM ('a'); EXCEPTION WHEN duplicate_object THEN NULL; END \$\$"]
        new CreateEnum(QualifiedName.of('m'), ['\$\$'], true)                 || ["DO \$retort\$ BEGIN CREATE TYPE m AS ENUM ('\$\$'); EXCEPTION WHEN duplicate_object THEN NULL; END \$retort\$"]
        new AddEnumValue(QualifiedName.of('mood'), "it's", null, null, false) || ["ALTER TYPE mood ADD VALUE 'it''s'"]
        new AddEnumValue(T, 'a', 'b', null, true)                             || ["ALTER TYPE t ADD VALUE IF NOT EXISTS 'a' BEFORE 'b'"]
        new AddEnumValue(T, 'a', null, 'b', false)                            || ["ALTER TYPE t ADD VALUE 'a' AFTER 'b'"]
        new RenameEnumValue(new QualifiedName('s', 'mood'), 'a', "b'")        || ["ALTER TYPE s.mood RENAME VALUE 'a' TO 'b'''"]
        new DropEnum(QualifiedName.of('mood'), false, false, null)            || ['DROP TYPE mood']
        new DropEnum(QualifiedName.of('mood'), true, true, null)              || ['DROP TYPE IF EXISTS mood CASCADE']
    }

    def "the type #type is #expected"() {
        expect:
        sql(new AddColumn(T, Column.of('c', type), [], null, false)) == ["ALTER TABLE t ADD COLUMN c $expected"]

        where:
        type                                                           || expected
        Simple.SMALLINT                                                || 'smallint'
        Simple.INTEGER                                                 || 'integer'
        Simple.BIGINT                                                  || 'bigint'
        Simple.REAL                                                    || 'real'
        Simple.DOUBLE_PRECISION                                        || 'double precision'
        Simple.TEXT                                                    || 'text'
        Simple.BOOL                                                    || 'boolean'
        Simple.DATE                                                    || 'date'
        Simple.UUID                                                    || 'uuid'
        Simple.JSON                                                    || 'json'
        Simple.JSONB                                                   || 'jsonb'
        Simple.BYTES                                                   || 'bytea'
        Simple.INTERVAL                                                || 'interval'
        new ColumnType.Numeric(null, null)                             || 'numeric'
        new ColumnType.Numeric(12, null)                               || 'numeric(12)'
        new ColumnType.Numeric(12, 2)                                  || 'numeric(12, 2)'
        new ColumnType.Varchar(null)                                   || 'varchar'
        new ColumnType.Varchar(10)                                     || 'varchar(10)'
        new ColumnType.Char(3)                                         || 'char(3)'
        new ColumnType.Time(false, null)                               || 'time'
        new ColumnType.Time(true, 3)                                   || 'time(3) with time zone'
        new ColumnType.Timestamp(false, 0)                             || 'timestamp(0)'
        new ColumnType.Timestamp(true, null)                           || 'timestamp with time zone'
        new ColumnType.Array(new ColumnType.Varchar(5))                || 'varchar(5)[]'
        new ColumnType.Array(new ColumnType.Array(Simple.INTEGER))     || 'integer[][]'
        new ColumnType.Enumeration(new QualifiedName('s', 'M'), ['a']) || 's."M"'
        new ColumnType.Named('geometry(Point, 4326)')                  || 'geometry(Point, 4326)'
    }

    def "a column is added with what is its own"() {
        expect:
        sql(new AddColumn(ST, column, constraints, null, false)) == ["ALTER TABLE s.t ADD COLUMN a integer$expected"]

        where:
        column                                                           | constraints                                      || expected
        A.withNullable(false)                                            | []                                               || ' NOT NULL'
        A.withDefault(new DefaultValue.Literal(5))                       | []                                               || ' DEFAULT 5'
        A.withDefault(new DefaultValue.Literal(null))                    | []                                               || ' DEFAULT NULL'
        A.withDefault(new DefaultValue.Literal([1, 2]))                  | []                                               || " DEFAULT '{1,2}'"
        A.withGenerated(new Generated('b * 2', true))                    | []                                               || ' GENERATED ALWAYS AS (b * 2) STORED'
        A.withGenerated(new Generated('b * 2', false))                   | []                                               || ' GENERATED ALWAYS AS (b * 2) VIRTUAL'
        A.withIdentity(new Identity(false, null, null))                  | []                                               || ' GENERATED BY DEFAULT AS IDENTITY'
        A.withIdentity(new Identity(false, null, 2))                     | []                                               || ' GENERATED BY DEFAULT AS IDENTITY (INCREMENT BY 2)'
        A.withNullable(false)                                            | [new Constraint.PrimaryKey('pk', ['a'])]         || ' NOT NULL CONSTRAINT pk PRIMARY KEY'
        A                                                                | [unique(['a'])]                                  || ' UNIQUE'
        A                                                                | [unique(['a', 'b'])]                             || ', ADD UNIQUE (a, b)'
        A                                                                | [new Constraint.Check('c', 'a > 0', false)]      || ' CONSTRAINT c CHECK (a > 0)'
        A                                                                | [new Constraint.Check(null, 'a > 0', true)]      || ', ADD CHECK (a > 0) NOT VALID'
        A                                                                | [key(), new Constraint.Check(null, 'x', true), unique(['a'])] ||
                ' REFERENCES s.p (id) UNIQUE, ADD CHECK (x) NOT VALID'
        A                                                                | [key(notValid: true)]                            || ', ADD FOREIGN KEY (a) REFERENCES s.p (id) NOT VALID'
    }

    def "a column's index and comment come after it"() {
        given:
        Index index = new Index('ix_t_a', T, [new Index.Element.ColumnName('a')], true, null, [], null, false)

        expect:
        sql(new AddColumn(T, A.withComment('c'), [], index, true)) == [
                'ALTER TABLE t ADD COLUMN IF NOT EXISTS a integer',
                'CREATE UNIQUE INDEX IF NOT EXISTS ix_t_a ON t (a)',
                "COMMENT ON COLUMN t.a IS 'c'"]
    }

    def "a column is changed in Alembic's order, its name last"() {
        given:
        def all = new ColumnChange('B', Simple.BIGINT, false, new Change(new DefaultValue.Literal(1)), new Change("it's"), 'a::bigint')
        def none = new ColumnChange(null, null, true, new Change(null), new Change(null), null)

        expect:
        sql(new AlterColumn(ST, 'a', all, ColumnChange.NONE)) == [
                'ALTER TABLE s.t ALTER COLUMN a DROP DEFAULT',
                'ALTER TABLE s.t ALTER COLUMN a TYPE bigint USING a::bigint',
                'ALTER TABLE s.t ALTER COLUMN a SET NOT NULL',
                'ALTER TABLE s.t ALTER COLUMN a SET DEFAULT 1',
                "COMMENT ON COLUMN s.t.a IS 'it''s'",
                'ALTER TABLE s.t RENAME COLUMN a TO "B"']
        sql(new AlterColumn(T, 'a', none, ColumnChange.NONE)) == [
                'ALTER TABLE t ALTER COLUMN a DROP NOT NULL',
                'ALTER TABLE t ALTER COLUMN a DROP DEFAULT',
                'COMMENT ON COLUMN t.a IS NULL']
        sql(new AlterColumn(T, 'a', ColumnChange.NONE, ColumnChange.NONE)) == []
    }

    def "an index has all its clauses, and concurrently leaves the transaction"() {
        given:
        Index index = new Index('ix', ST, [
                new Index.Element.ColumnName('Order'), new Index.Element.Expression('lower(b) DESC')],
                true, 'btree', ['c', 'D'], 'b > 0', true)

        expect:
        statements(new CreateIndex(index, true, true)) == [new SqlStatement(
                'CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS ix ON s.t USING btree ("Order", lower(b) DESC) ' +
                        'INCLUDE (c, "D") NULLS NOT DISTINCT WHERE b > 0', [], true)]
        !statements(new CreateIndex(index, false, false))[0].outsideTransaction()
    }

    def "an index is dropped in its own schema or else its table's"() {
        expect:
        statements(new DropIndex(index, table, concurrently, ifExists, cascade, null)) == [new SqlStatement(expected, [], concurrently)]

        where:
        index                       | table | concurrently | ifExists | cascade || expected
        QualifiedName.of('i')       | null  | false        | false    | false   || 'DROP INDEX i'
        QualifiedName.of('i')       | T     | false        | true     | true    || 'DROP INDEX IF EXISTS i CASCADE'
        QualifiedName.of('i')       | ST    | true         | true     | false   || 'DROP INDEX CONCURRENTLY IF EXISTS s.i'
        new QualifiedName('x', 'I') | ST    | false        | false    | false   || 'DROP INDEX x."I"'
    }

    def "the constraint #constraint is #expected"() {
        expect:
        sql(new AddConstraint(T, constraint)) == ["ALTER TABLE t ADD $expected"]

        where:
        constraint                                                                       || expected
        new Constraint.PrimaryKey('pk', ['a', 'B'])                                      || 'CONSTRAINT pk PRIMARY KEY (a, "B")'
        new Constraint.Unique(null, ['a'], Deferral.INITIALLY_DEFERRED, true)            || 'UNIQUE NULLS NOT DISTINCT (a) DEFERRABLE INITIALLY DEFERRED'
        new Constraint.Unique('u', ['a'], Deferral.INITIALLY_IMMEDIATE, false)           || 'CONSTRAINT u UNIQUE (a) DEFERRABLE INITIALLY IMMEDIATE'
        key()                                                                            || 'FOREIGN KEY (a) REFERENCES s.p (id)'
        key(columns: [])                                                                 || 'FOREIGN KEY (a) REFERENCES s.p'
        key(onDelete: 'cascade', onUpdate: 'NO ACTION')                                  || 'FOREIGN KEY (a) REFERENCES s.p (id) ON DELETE CASCADE ON UPDATE NO ACTION'
        key(onDelete: 'SET NULL', set: ['a'], match: 'full')                             || 'FOREIGN KEY (a) REFERENCES s.p (id) MATCH FULL ON DELETE SET NULL (a)'
        key(deferral: Deferral.INITIALLY_DEFERRED, notValid: true)                       || 'FOREIGN KEY (a) REFERENCES s.p (id) DEFERRABLE INITIALLY DEFERRED NOT VALID'
        new Constraint.Check('c', "a <> ''", true)                                       || "CONSTRAINT c CHECK (a <> '') NOT VALID"
        new Constraint.Exclude('e', [new Constraint.Exclude.Element('room', '='), new Constraint.Exclude.Element('tsrange(a, b)', '&&')],
                null, 'x > 0', Deferral.INITIALLY_DEFERRED)                              || 'CONSTRAINT e EXCLUDE USING gist (room WITH =, tsrange(a, b) WITH &&) WHERE (x > 0) DEFERRABLE INITIALLY DEFERRED'
        new Constraint.Exclude(null, [new Constraint.Exclude.Element('room', '=')],
                'hash', null, Deferral.NOT_DEFERRABLE)                                   || 'EXCLUDE USING hash (room WITH =)'
    }

    def "a batch is its changes one after the other"() {
        expect:
        sql(new BatchAlterTable(T, [
                new AddColumn(T, A, [], null, false),
                new AlterColumn(T, 'b', new ColumnChange('c', null, false, null, null, null), ColumnChange.NONE),
                new DropColumn(T, 'd', false, false, null)])) == [
                'ALTER TABLE t ADD COLUMN a integer',
                'ALTER TABLE t ALTER COLUMN b SET NOT NULL',
                'ALTER TABLE t RENAME COLUMN b TO c',
                'ALTER TABLE t DROP COLUMN d']
    }

    def "rows are inserted by one statement as long as they name the same expressions"() {
        expect:
        statements(new InsertRows(ST, [[id: 1, Name: 'x'], [id: 2, Name: null]])) == [
                new SqlStatement('INSERT INTO s.t (id, "Name") VALUES (?, ?)', [[1, 'x'], [2, null]], false)]
        statements(new InsertRows(T, [[id: 1, at: sqlText('now()')], [at: sqlText('now()'), id: 2], [id: 3, at: null], [id: 4, at: sqlText('now()')]])) == [
                new SqlStatement('INSERT INTO t (id, at) VALUES (?, now())', [[1], [2]], false),
                new SqlStatement('INSERT INTO t (id, at) VALUES (?, ?)', [[3, null]], false),
                new SqlStatement('INSERT INTO t (id, at) VALUES (?, now())', [[4]], false)]
        statements(new InsertRows(T, [[a: sqlText('1')], [a: sqlText('1')]])) == [SqlStatement.of('INSERT INTO t (a) VALUES (1)')] * 2
        statements(new InsertRows(T, [[:], [:]])) == [SqlStatement.of('INSERT INTO t DEFAULT VALUES')] * 2
        statements(new InsertRows(T, [])) == []
    }

    def "a question mark in an author's own SQL stays one"() {
        expect:
        statements(new InsertRows(T, [[a: 1, b: sqlText("x ? 'k'")]]))*.sql() == ["INSERT INTO t (a, b) VALUES (?, x ?? 'k')"]
        statements(new InsertRows(T, [[b: sqlText("x ? 'k'")]]))*.sql() == ["INSERT INTO t (b) VALUES (x ? 'k')"]
        statements(new DeleteRows(T, new Condition.Sql("x ? 'k'", [:])))*.sql() == ["DELETE FROM t WHERE x ? 'k'"]
        statements(new UpdateRows(T, new Condition.Sql("x ? 'k' AND y = '?'", [:]), [a: 1]))*.sql() == ["UPDATE t SET a = ? WHERE x ?? 'k' AND y = '?'"]
    }

    def "rows are updated and deleted where they match"() {
        expect:
        statements(new UpdateRows(ST, where, [status: 'idea', at: sqlText('now()'), n: null])) == [
                SqlStatement.of('UPDATE s.t SET status = ?, at = now(), n = ?' + text, *(['idea', null] + values))]
        statements(new DeleteRows(T, where)) == [
                values.empty ? SqlStatement.of('DELETE FROM t' + text) : SqlStatement.of('DELETE FROM t' + text, *values)]

        where:
        where                                                || text                                       | values
        null                                                 || ''                                         | []
        new Condition.Matches([a: 1, 'B': 'x'])              || ' WHERE a = ? AND "B" = ?'                 | [1, 'x']
        new Condition.Matches([a: null])                     || ' WHERE a IS NULL'                         | []
        new Condition.Matches([a: [1, 2]])                   || ' WHERE a = ANY (?)'                       | [[1, 2]]
        new Condition.Matches([a: [1, null], b: 2])          || ' WHERE (a = ANY (?) OR a IS NULL) AND b = ?' | [[1], 2]
        new Condition.Matches([a: []])                       || ' WHERE a = ANY (?)'                       | [[]]
        new Condition.Matches([a: sqlText('b + 1')])         || ' WHERE a = b + 1'                         | []
        new Condition.Sql('a = :x OR b = :x', [x: 5])        || ' WHERE a = ? OR b = ?'                    | [5, 5]
        new Condition.Sql("a = ':x'", [:])                   || " WHERE a = ':x'"                          | []
    }

    def "SQL is cut into its statements, with the parameters of each"() {
        expect:
        statements(new Execute("UPDATE t SET a = :a; UPDATE t SET b = :b WHERE a = :a;\n SELECT 'x;:y' ;", [a: 1, b: null])) == [
                SqlStatement.of('UPDATE t SET a = ?', 1),
                SqlStatement.of('UPDATE t SET b = ? WHERE a = ?', null, 1),
                SqlStatement.of("SELECT 'x;:y'")]
    }

    def "identifiers are quoted when they must be: #name"() {
        expect:
        PostgresRunner.DIALECT.spelling().quote(name) == expected

        where:
        name       || expected
        'users'    || 'users'
        '_a1'      || '_a1'
        'Users'    || '"Users"'
        '1a'       || '"1a"'
        'a b'      || '"a b"'
        'a"b'      || '"a""b"'
        'größe'    || '"größe"'
        'user'     || '"user"'
        'order'    || '"order"'
        'name'     || 'name'
        'a$b'      || '"a$b"'
        'x' * 63   || 'x' * 63
        'ü' * 31   || '"' + 'ü' * 31 + '"'
    }

    def "what PostgreSQL cannot do is refused with a sentence: #sentence"() {
        when:
        statements(operation)

        then:
        RetortException refusal = thrown()
        refusal.kind() == RetortException.Kind.SCRIPT
        refusal.problems()*.sentence() == [sentence]
        refusal.problems()[0].hint() == hint

        where:
        operation                                                        || sentence | hint
        new CreateTable(table([A], [strict: true]), false)               ||
                'PostgreSQL has no strict tables.'          | 'Take the option away. Or write it for a database that has them: onlyOn(\'sqlite\') { … }.'
        new CreateTable(table([A], [withoutRowid: true]), false)         ||
                'PostgreSQL has no tables without rowid.'   | 'Take the option away. Or write it for a database that has them: onlyOn(\'sqlite\') { … }.'
        new CreateTable(table([A], [temporary: true, unlogged: true]), false) ||
                'Table "t" is both temporary and unlogged; a temporary table is never logged.' | 'Take unlogged away.'
        new AddColumn(T, A.withAutoincrement(true), [], null, false)     ||
                'PostgreSQL has no AUTOINCREMENT columns.'  | 'It has identity columns: identity: true. Or write it for a database that has them: onlyOn(\'sqlite\') { … }.'
        new AlterColumn(ST, 'a', new ColumnChange(null, null, null, null, null, 'x'), ColumnChange.NONE) ||
                'Column "a" of "s.t" has using: but no new type: to convert to.' | 'Give type: as well.'
        new AddColumn(ST, A, [], null, false, new ColumnPlace(ColumnPlace.Side.AFTER, 'b')) ||
                'PostgreSQL has no places for a column among the others.' | 'Leave out before: and after:, a new column comes last. Or write it for a database that has them: onlyOn(\'sqlite\') { … }.'
        new BatchAlterTable(T, [new AlterColumn(T, 'a', ColumnChange.NONE, ColumnChange.NONE, new ColumnPlace(ColumnPlace.Side.BEFORE, 'b'), false)]) ||
                'PostgreSQL has no places for a column among the others.' | 'Leave out before: and after:, a new column comes last. Or write it for a database that has them: onlyOn(\'sqlite\') { … }.'
        new BatchAlterTable(T, [new AddColumn(T, A, [], null, false)], BatchAlterTable.Recreate.ALWAYS) ||
                'PostgreSQL has no batches that rebuild a table.' | 'Leave out recreate:, every change is made in place. Or write it for a database that has them: onlyOn(\'sqlite\') { … }.'
        new DropTable(QualifiedName.of('ü' * 32), false, false, null)    ||
                "The name \"${'ü' * 32}\" has 64 bytes; PostgreSQL allows 63." | 'Shorten it.'
        new DropTable(QualifiedName.of(''), false, false, null)          ||
                'A name must not be empty.'                              | 'Give it at least one character.'
        new RenameTable(T, 'a\0')                                        ||
                'The name "a␀" holds a NUL character, which no name can.' | 'Take it out.'
        new CreateEnum(T, ['x' * 64], false)                             ||
                "The name \"${'x' * 64}\" has 64 bytes; PostgreSQL allows 63." | 'Shorten it.'
        new AddConstraint(T, key(onDelete: 'CASCADED'))                  ||
                'PostgreSQL knows no action of a foreign key "CASCADED".' | 'Did you mean "CASCADE"?'
        new AddConstraint(T, key(match: 'PARTIAL'))                      ||
                'PostgreSQL knows no kind of match "PARTIAL".'           | 'It knows SIMPLE, FULL.'
        new AddColumn(T, Column.of('c', new ColumnType.Numeric(null, 2)), [], null, false) ||
                'A numeric type with the scale 2 needs a precision as well.' | 'Write numeric(12, 2).'
        new DropIndex(T, null, true, false, true, null)                  ||
                'Index "t" cannot be dropped both concurrently and with cascade.' | 'Take one of them away.'
        new InsertRows(T, [[a: 1], [b: 1]])                              ||
                'Row 2 for "t" names the columns b; the first row names a.' | 'Give every row the same columns, null where there is no value.'
        new UpdateRows(T, null, [:])                                     ||
                'The update of "t" sets no column.'                      | 'Name at least one column.'
        new DeleteRows(T, new Condition.Matches([:]))                    ||
                'The condition on "t" names no column.'                  | 'Name one, or leave where(…) out to mean all rows.'
    }

    private static Table table(List<Column> columns, Map options) {
        new Table(T, columns, [], [], null, new Table.Options(
                options.strict ?: false, options.withoutRowid ?: false, options.temporary ?: false, options.unlogged ?: false))
    }

    private static Constraint unique(List<String> columns) {
        new Constraint.Unique(null, columns, Deferral.NOT_DEFERRABLE, false)
    }

    private static Constraint key(Map options = [:]) {
        new Constraint.ForeignKey(null, ['a'], new QualifiedName('s', 'p'), options.columns == null ? ['id'] : options.columns as List,
                options.onDelete, options.onUpdate, options.match, options.deferral ?: Deferral.NOT_DEFERRABLE, options.notValid ?: false, options.set ?: [], false)
    }

    private static SqlExpression sqlText(String text) {
        new SqlExpression(text)
    }
}
