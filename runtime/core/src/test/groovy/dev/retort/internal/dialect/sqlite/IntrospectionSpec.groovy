package dev.retort.internal.dialect.sqlite

import dev.retort.internal.operation.CreateTable
import dev.retort.internal.schema.Column
import dev.retort.internal.schema.ColumnType
import dev.retort.internal.schema.Constraint
import dev.retort.internal.schema.DefaultValue
import dev.retort.internal.schema.Deferral
import dev.retort.internal.schema.Generated
import dev.retort.internal.schema.Index
import dev.retort.internal.schema.Table
import spock.lang.AutoCleanup
import spock.lang.Specification

import static dev.retort.internal.dialect.sqlite.SqliteFile.*
import static dev.retort.internal.schema.ColumnType.Simple.*

class IntrospectionSpec extends Specification {

    @AutoCleanup
    SqliteFile file = new SqliteFile()

    def "a table is read as it was written"() {
        given:
        def table = new Table(
                name('Full table'),
                [Column.of('id', INTEGER).withNullable(false).withAutoincrement(true),
                 Column.of('code', new ColumnType.Varchar(20)).withNullable(false).withCollation('NOCASE').withDefault(new DefaultValue.Literal("it's")),
                 Column.of('state', new ColumnType.Enumeration(name('job_state'), ['new', "d'one"])).withDefault(new DefaultValue.Literal('new')),
                 Column.of('done', BOOL).withNullable(false).withDefault(new DefaultValue.Literal(false)),
                 Column.of('price', new ColumnType.Numeric(12, 2)).withDefault(new DefaultValue.Literal(-1.5)),
                 Column.of('n', BIGINT).withDefault(new DefaultValue.Literal(5_000_000_000L)),
                 Column.of('at', new ColumnType.Timestamp(true, null)).withDefault(new DefaultValue.Expression('CURRENT_TIMESTAMP')),
                 Column.of('uid', ColumnType.Simple.UUID).withDefault(new DefaultValue.Expression("lower(hex(randomblob(16)))")),
                 Column.of('g', TEXT).withGenerated(new Generated("code || 'x'", true)),
                 Column.of('h', INTEGER).withGenerated(new Generated('n + 1', false)),
                 Column.of('untyped', new ColumnType.Named(''))],
                [new Constraint.PrimaryKey('pk', ['id']),
                 new Constraint.ForeignKey('fk', ['n'], name('p'), ['id'], 'SET NULL', 'CASCADE', null, Deferral.INITIALLY_DEFERRED, false),
                 new Constraint.Unique('uq', ['code', 'state'], Deferral.NOT_DEFERRABLE, false),
                 new Constraint.Check('ck', "price > 0 AND code <> ','", false)],
                [new Index('ix', name('Full table'), [new Index.Element.ColumnName('code'), new Index.Element.Expression('n DESC'), new Index.Element.Expression('lower(code)')], true, null, [], 'done = 0', false)],
                null, Table.Options.NONE)

        file.execute('CREATE TABLE p (id INTEGER PRIMARY KEY)')

        when:
        file.run(new CreateTable(table, false))

        then:
        file.schema().tables()['Full table'] == table
    }

    def "options are read: #options"() {
        given:
        file.run(new CreateTable(new Table(name('t'), [Column.of('a', TEXT).withNullable(false)], [new Constraint.PrimaryKey(null, ['a'])], [], null, options), false))

        expect:
        file.schema().tables().t.options() == options

        where:
        options << [new Table.Options(true, false, false, false), new Table.Options(false, true, false, false), new Table.Options(true, true, false, false)]
    }

    def "the text may be anybody's: #sql"() {
        given:
        file.execute(sql)

        expect:
        check.call(file.schema().tables().t)

        where:
        sql                                                                    | check
        'CREATE TABLE t(a int primary key)'                                    | { it.columns()[0].nullable() && it.columns()[0].type() == INTEGER }
        'CREATE TABLE t(a integer primary key)'                                | { !it.columns()[0].nullable() }
        'create table [t] (`a b` decimal ( 10 , 5 ) not null null)'            | { it.columns()[0] == Column.of('a b', new ColumnType.Numeric(10, 5)).withNullable(false) }
        "CREATE TABLE 't'('x' double  precision)"                              | { it.columns()[0] == Column.of('x', DOUBLE_PRECISION) }
        'CREATE TABLE t(a unsigned big int)'                                   | { it.columns()[0].type() == new ColumnType.Named('unsigned big int') }
        'CREATE TABLE t(a character varying(5), b datetime, c int8)'           | { it.columns()*.type() == [new ColumnType.Varchar(5), new ColumnType.Timestamp(false, null), BIGINT] }
        'CREATE TABLE t(a REFERENCES p ON DELETE CASCADE ON UPDATE NO ACTION DEFERRABLE)' | { it.constraints() == [new Constraint.ForeignKey(null, ['a'], name('p'), [], 'CASCADE', null, null, Deferral.INITIALLY_IMMEDIATE, false)] }
        "CREATE TABLE t(a DEFAULT 0x10, b DEFAULT NULL, c DEFAULT +1.50, d DEFAULT x'00', e DEFAULT true)" | { it.columns()*.defaultValue() == [new DefaultValue.Expression('0x10'), null, new DefaultValue.Literal(1.50), new DefaultValue.Expression("x'00'"), new DefaultValue.Literal(true)] }
        'CREATE TABLE t AS SELECT 1 AS a, \'x\' AS b'                          | { it.columns()*.name() == ['a', 'b'] }
    }

    def "what was added later is equal to what was created at once"() {
        given:
        def other = new SqliteFile()
        def columns = [Column.of('id', INTEGER).withNullable(false), Column.of('a', TEXT).withNullable(false), Column.of('p', INTEGER)]
        def all = [new Constraint.PrimaryKey(null, ['id']), reference('fk', 'p', 't'), new Constraint.Unique('uq', ['a'], Deferral.NOT_DEFERRABLE, false), new Constraint.Check('ck', "a <> ''", false)]

        when:
        file.run(new CreateTable(new Table(name('t'), columns, all, [indexOf('t', 'ix', 'a')], null, Table.Options.NONE), false))
        other.run(
                new CreateTable(new Table(name('old'), [columns[0]], [all[0]], [], null, Table.Options.NONE), false),
                new dev.retort.internal.operation.RenameTable(name('old'), 't'),
                add('t', Column.of('b', INTEGER)),
                add('t', columns[2], all[1]),
                check('t', 'ck', "b <> ''"),
                retype('t', 'b', TEXT), nullable('t', 'b', false), rename('t', 'b', 'a'),
                unique('t', 'uq', 'a'),
                index('t', 'x', 'a'),
                new dev.retort.internal.operation.RenameIndex(name('x'), 'ix'))

        then: 'all but the order of the columns'
        def (at, bt) = [file.schema().tables().t, other.schema().tables().t]
        at.columns() as Set == bt.columns() as Set
        at.constraints() == bt.constraints()
        at.indexes() == bt.indexes()

        cleanup:
        other.close()
    }

    def "internal tables, those left out and what belongs to them are not told"() {
        given:
        file.execute('CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT)', 'CREATE TABLE retort_version(v)', 'CREATE INDEX i ON retort_version(v)',
                'CREATE TRIGGER tr AFTER INSERT ON retort_version BEGIN SELECT 1; END', 'CREATE VIEW v AS SELECT 1', 'ANALYZE')
        def connection = file.open()

        expect:
        with(DIALECT.reading().introspect(connection, ['retort_version'] as Set)) {
            tables().keySet() == ['t'] as Set
            objects() == ['view v': 'CREATE VIEW v AS SELECT 1']
        }

        cleanup:
        connection.close()
    }
}
