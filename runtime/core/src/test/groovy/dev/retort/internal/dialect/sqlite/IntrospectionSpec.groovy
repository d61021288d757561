package dev.retort.internal.dialect.sqlite

import dev.retort.RetortException
import dev.retort.internal.dialect.ReadScope
import dev.retort.internal.operation.CreateTable
import dev.retort.internal.schema.Column
import dev.retort.internal.schema.ColumnType
import dev.retort.internal.schema.Constraint
import dev.retort.internal.schema.DefaultValue
import dev.retort.internal.schema.Deferral
import dev.retort.internal.schema.Generated
import dev.retort.internal.schema.Index
import dev.retort.internal.schema.ObjectKind
import dev.retort.internal.schema.ObjectName
import dev.retort.internal.schema.Schema
import dev.retort.internal.schema.Table
import dev.retort.internal.schema.Trigger
import dev.retort.internal.schema.View
import dev.retort.internal.schema.VirtualTable
import spock.lang.AutoCleanup
import spock.lang.Specification

import static dev.retort.internal.dialect.sqlite.SqliteFile.*
import static dev.retort.internal.schema.ColumnType.Simple.*
import static dev.retort.internal.testing.InSchema.tables

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
                 new Constraint.Unique('uq', ['code', 'state'], Deferral.NOT_DEFERRABLE, false),
                 new Constraint.ForeignKey('fk', ['n'], name('p'), ['id'], 'SET NULL', 'CASCADE', null, Deferral.INITIALLY_DEFERRED, false),
                 new Constraint.Check('ck', "price > 0 AND code <> ','", false)],
                [new Index('ix', name('Full table'), [new Index.Element.ColumnName('code'), new Index.Element.ColumnName('n', null, null, 'DESC'), new Index.Element.Expression('lower(code)')], true, null, [], 'done = 0', false)],
                null, Table.Options.NONE)

        file.execute('CREATE TABLE p (id INTEGER PRIMARY KEY)')

        when:
        file.run(new CreateTable(table, false))

        then:
        tables(file.schema())['Full table'] == table
    }

    def "options are read: #options"() {
        given:
        file.run(new CreateTable(new Table(name('t'), [Column.of('a', TEXT).withNullable(false)], [new Constraint.PrimaryKey(null, ['a'])], [], null, options), false))

        expect:
        tables(file.schema()).t.options() == options

        where:
        options << [new Table.Options(true, false, false, false), new Table.Options(false, true, false, false), new Table.Options(true, true, false, false)]
    }

    def "the text may be anybody's: #sql"() {
        given:
        file.execute(sql)

        expect:
        check.call(tables(file.schema()).t)

        where:
        sql                                                                    | check
        'CREATE TABLE t(a int primary key)'                                    | { it.columns()[0].nullable() && it.columns()[0].type() == new ColumnType.Named('INT') }
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
        def (at, bt) = [tables(file.schema()).t, tables(other.schema()).t]
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
        with(DIALECT.reading().read(connection, ReadScope.without([name('retort_version')] as Set))) {
            tables(it).keySet() == ['t'] as Set
            all(View).toList() == [new View(name('v'), [], 'SELECT 1', View.Options.NONE)]
            leftOut().isEmpty()
        }

        cleanup:
        connection.close()
    }

    def "an index is read with all it says: #sql"() {
        given:
        file.execute('CREATE TABLE t(a TEXT, "b B" INTEGER)', sql)

        expect:
        tables(file.schema()).t.indexes() == [new Index('i', name('t'), elements, unique, null, [], where, false)]

        where:
        sql                                                                  || elements                                                                         | unique | where
        'CREATE INDEX i ON t(a)'                                             || [column('a')]                                                                    | false  | null
        'create unique index if not exists main.[i] on "T" (A ASC, `b B` DESC)' || [column('a'), column('b B', null, 'DESC')]                                    | true   | null
        'CREATE INDEX i ON t(a COLLATE NOCASE DESC, "b B" COLLATE "RTRIM")'  || [column('a', 'NOCASE', 'DESC'), column('b B', 'RTRIM')]                          | false  | null
        'CREATE INDEX i ON t(lower(a) DESC, "b B" + 1) WHERE a <> \'(\' /* x */' || [new Index.Element.Expression('lower(a) DESC'), new Index.Element.Expression('"b B" + 1')] | false | "a <> '(' /* x */"
        'CREATE INDEX i ON t((a))'                                           || [new Index.Element.Expression('(a)')]                                            | false  | null
    }

    private static Index.Element column(String name, String collation = null, String order = null) {
        new Index.Element.ColumnName(name, collation, null, order)
    }

    def "a view is read: #sql"() {
        given:
        file.execute('CREATE TABLE t(a, b)', 'CREATE VIEW under AS SELECT a, b FROM t', sql)

        expect:
        file.schema().all(View).toList() - new View(name('under'), [], 'SELECT a, b FROM t', View.Options.NONE) == [view]

        where:
        sql                                                             || view
        'CREATE VIEW v AS SELECT 1'                                     || new View(name('v'), [], 'SELECT 1', View.Options.NONE)
        'create view if not exists main."V v" ("x X", [y]) as\n  with c as (select a, b from under) select * from c' || new View(name('V v'), ['x X', 'y'], 'with c as (select a, b from under) select * from c', View.Options.NONE)
        "CREATE VIEW 'as' AS VALUES (';', 1) /* end */"                 || new View(name('as'), [], "VALUES (';', 1) /* end */", View.Options.NONE)
    }

    def "a trigger is read: #sql"() {
        given:
        file.execute('CREATE TABLE Tab(a, "b B")', 'CREATE VIEW v AS SELECT a FROM Tab', sql)

        expect:
        file.schema().all(Trigger).toList() == [trigger]

        where:
        sql || trigger
        'CREATE TRIGGER tr DELETE ON tab BEGIN SELECT 1; END' || trigger('tr', 'Tab', Trigger.Timing.BEFORE, Trigger.Event.DELETE, [], null, 'SELECT 1')
        'create trigger if not exists main."Tr r" after update of "b B", a on "TAB" for each row when new.a > 1 and (new."b B" is null)\nbegin\n  update Tab set a = case when a then 1 end;\n  delete from Tab;\nend' ||
                trigger('Tr r', 'Tab', Trigger.Timing.AFTER, Trigger.Event.UPDATE, ['b B', 'a'], 'new.a > 1 and (new."b B" is null)', 'update Tab set a = case when a then 1 end;\n  delete from Tab')
        "CREATE TRIGGER begin INSTEAD OF INSERT ON v WHEN (new.a <> ' BEGIN ') BEGIN SELECT 'END;'; -- END\n END" ||
                trigger('begin', 'v', Trigger.Timing.INSTEAD_OF, Trigger.Event.INSERT, [], "new.a <> ' BEGIN '", "SELECT 'END;'")
        'CREATE TRIGGER before BEFORE INSERT ON Tab WHEN (new.a) AND (new.a) BEGIN SELECT 1; END' || trigger('before', 'Tab', Trigger.Timing.BEFORE, Trigger.Event.INSERT, [], '(new.a) AND (new.a)', 'SELECT 1')
    }

    private static Trigger trigger(String own, String table, Trigger.Timing timing, Trigger.Event event, List<String> columns, String when, String body) {
        new Trigger(own, name(table), timing, [event], columns, true, when, null, body, Trigger.Options.NONE)
    }

    def "a virtual table is read without the tables it keeps its rows in: #sql"() {
        given:
        file.execute(sql)

        expect:
        file.schema() == Schema.of(table)

        where:
        sql                                                                          || table
        "CREATE VIRTUAL TABLE f USING fts5(title, body, tokenize = 'porter ascii')"  || new VirtualTable(name('f'), 'fts5', "title, body, tokenize = 'porter ascii'")
        'create virtual table if not exists "r R" using rtree(id, min, max, +"x)")'  || new VirtualTable(name('r R'), 'rtree', 'id, min, max, +"x)"')
        'CREATE VIRTUAL TABLE old USING fts4'                                        || new VirtualTable(name('old'), 'fts4', '')
    }

    def "what no value can hold is reported"() {
        given:
        file.execute('CREATE TABLE t(a CONSTRAINT filled NOT NULL CONSTRAINT usual DEFAULT 1, b UNIQUE, c INTEGER PRIMARY KEY DESC, UNIQUE (a COLLATE NOCASE, b), CONSTRAINT uq UNIQUE (b DESC))')

        expect:
        file.schema().leftOut()*.toString() == ["name of a column's constraint t.filled", "name of a column's constraint t.usual", 'order or collation of a key t.a, b', 'order or collation of a key t.b', 'order or collation of a key t.c']
    }

    def "any name is read as it is: #odd"() {
        given:
        def (quoted, index, view) = ['', '_i', '_v'].collect { '"' + (odd + it).replace('"', '""') + '"' }
        file.execute("CREATE TABLE $quoted ($quoted TEXT CONSTRAINT $quoted PRIMARY KEY REFERENCES $quoted ($quoted))", "CREATE INDEX $index ON $quoted ($quoted DESC)",
                "CREATE VIEW $view ($quoted) AS SELECT 1", "CREATE TRIGGER $quoted AFTER UPDATE OF $quoted ON $quoted BEGIN SELECT 1; END")
        Schema schema = file.schema()

        expect:
        schema.objects().keySet() == [ObjectName.of(ObjectKind.TABLE, name(odd)), ObjectName.of(ObjectKind.VIEW, name(odd + '_v')), new ObjectName(ObjectKind.TRIGGER, name(odd), odd)] as Set
        with(schema.table(name(odd)).get()) {
            columns()*.name() == [odd]
            constraints() == [new Constraint.PrimaryKey(odd, [odd]), new Constraint.ForeignKey(null, [odd], name(odd), [odd], null, null, null, Deferral.NOT_DEFERRABLE, false)]
            indexes() == [new Index(odd + '_i', name(odd), [column(odd, null, 'DESC')], false, null, [], null, false)]
        }
        schema.all(View).toList()*.columns() == [[odd]]
        schema.all(Trigger).toList()*.columns() == [[odd]]

        where:
        odd << ['with "quotes" "', "it's", 'a.b', ' sp ace ', 'Upper', 'select', 'größe ✓ 表', ')', 'semi;--colon', 'where', 'on', 'x' * 200]
    }

    def "a schema of the search path is nothing that SQLite has"() {
        given:
        def connection = file.open()

        when:
        DIALECT.reading().read(connection, new ReadScope(['main', 'other'], [] as Set))

        then:
        def failure = thrown(RetortException)
        failure.message.startsWith('SQLite has no schemas, so main, other cannot be read.')
        DIALECT.reading().read(connection, new ReadScope(['main'], [] as Set)) == Schema.EMPTY

        cleanup:
        connection.close()
    }

    def "constraints and indexes are sorted by kind and name"() {
        given:
        file.execute('CREATE TABLE t(z CHECK (z > 1), a UNIQUE, b REFERENCES t, CONSTRAINT m CHECK (a), CONSTRAINT k UNIQUE (b), CHECK (a > 0), PRIMARY KEY (z))', 'CREATE INDEX y ON t(a)', 'CREATE INDEX x ON t(a)')

        expect:
        with(tables(file.schema()).t) {
            constraints()*.class*.simpleName == ['PrimaryKey', 'Unique', 'Unique', 'ForeignKey', 'Check', 'Check', 'Check']
            constraints()*.name() == [null, null, 'k', null, null, null, 'm']
            indexes()*.name() == ['x', 'y']
        }
    }
}
