package dev.retort.internal.dialect.postgres

import dev.retort.internal.dialect.ReadScope
import dev.retort.internal.schema.Column
import dev.retort.internal.schema.ColumnType
import dev.retort.internal.schema.ColumnType.Simple
import dev.retort.internal.schema.CompositeType
import dev.retort.internal.schema.Constraint
import dev.retort.internal.schema.DefaultValue
import dev.retort.internal.schema.Deferral
import dev.retort.internal.schema.Domain
import dev.retort.internal.schema.EnumType
import dev.retort.internal.schema.Extension
import dev.retort.internal.schema.Generated
import dev.retort.internal.schema.Identity
import dev.retort.internal.schema.Index
import dev.retort.internal.schema.Namespace
import dev.retort.internal.schema.ObjectKind
import dev.retort.internal.schema.ObjectName
import dev.retort.internal.schema.Policy
import dev.retort.internal.schema.QualifiedName
import dev.retort.internal.schema.Routine
import dev.retort.internal.schema.RowSecurity
import dev.retort.internal.schema.Schema
import dev.retort.internal.schema.Sequence
import dev.retort.internal.schema.Storage
import dev.retort.internal.schema.Table
import dev.retort.internal.schema.Trigger
import dev.retort.internal.schema.View
import dev.retort.internal.testing.TestDatabase
import java.lang.reflect.InvocationHandler
import java.lang.reflect.Method
import java.lang.reflect.Proxy
import java.sql.Connection
import spock.lang.AutoCleanup
import spock.lang.Specification

import static dev.retort.internal.testing.InSchema.others
import static dev.retort.internal.testing.InSchema.tables

@spock.lang.Tag('database')
class PostgresIntrospectionSpec extends Specification {

    @AutoCleanup TestDatabase database = newDatabase()

    TestDatabase newDatabase() {
        TestDatabase.postgresql()
    }
    @AutoCleanup Connection connection = database.open()

    private Schema read(Set<String> leftOut = []) {
        new PostgresDialect().reading().read(connection, ReadScope.without(leftOut.collect { name(it) } as Set))
    }

    private Schema read(List<String> schemas) {
        new PostgresDialect().reading().read(connection, new ReadScope(schemas, [] as Set))
    }

    private Table table(String name) {
        tables(read())[name]
    }

    private int version() {
        connection.metaData.databaseMajorVersion
    }

    def "an empty database has an empty schema"() {
        expect:
        read() == Schema.EMPTY
    }

    def "a column of type #sql is read as #type"() {
        given:
        database.execute("CREATE TYPE mood AS ENUM ('sad', 'it''s ok')", "CREATE DOMAIN positive AS integer CHECK (VALUE > 0)",
                "CREATE TABLE t (c $sql)")

        expect:
        table('t').columns() == [Column.of('c', type)]

        where:
        sql                           || type
        'smallint'                    || Simple.SMALLINT
        'int'                         || Simple.INTEGER
        'bigint'                      || Simple.BIGINT
        'real'                        || Simple.REAL
        'float'                       || Simple.DOUBLE_PRECISION
        'numeric'                     || new ColumnType.Numeric(null, null)
        'numeric(12)'                 || new ColumnType.Numeric(12, null)
        'numeric(12, 2)'              || new ColumnType.Numeric(12, 2)
        'text'                        || Simple.TEXT
        'varchar'                     || new ColumnType.Varchar(null)
        'varchar(20)'                 || new ColumnType.Varchar(20)
        'char'                        || new ColumnType.Char(1)
        'char(3)'                     || new ColumnType.Char(3)
        '"char"'                      || new ColumnType.Named('"char"')
        'boolean'                     || Simple.BOOL
        'date'                        || Simple.DATE
        'time'                        || new ColumnType.Time(false, null)
        'time(3) with time zone'      || new ColumnType.Time(true, 3)
        'timestamp'                   || new ColumnType.Timestamp(false, null)
        'timestamptz'                 || new ColumnType.Timestamp(true, null)
        'timestamp(0) with time zone' || new ColumnType.Timestamp(true, 0)
        'interval'                    || Simple.INTERVAL
        'interval day to second(3)'   || new ColumnType.Named('interval day to second(3)')
        'uuid'                        || Simple.UUID
        'json'                        || Simple.JSON
        'jsonb'                       || Simple.JSONB
        'bytea'                       || Simple.BYTES
        'integer[]'                   || new ColumnType.Array(Simple.INTEGER)
        'varchar(5)[][]'              || new ColumnType.Array(new ColumnType.Varchar(5))
        'mood'                        || new ColumnType.Enumeration(QualifiedName.of('mood'), ['sad', "it's ok"])
        'mood[]'                      || new ColumnType.Array(new ColumnType.Enumeration(QualifiedName.of('mood'), ['sad', "it's ok"]))
        'positive'                    || new ColumnType.Named('positive')
        'bit varying(8)'              || new ColumnType.Named('bit varying(8)')
        'inet'                        || new ColumnType.Named('inet')
        'int4range'                   || new ColumnType.Named('int4range')
    }

    def "a column's default, numbering, computation, collation and comment are read"() {
        given:
        database.execute(
                '''CREATE TABLE "Odd Table" (
                       id bigint GENERATED BY DEFAULT AS IDENTITY (START 100 INCREMENT 10) PRIMARY KEY,
                       other integer GENERATED ALWAYS AS IDENTITY,
                       old serial,
                       nullable integer DEFAULT nextval('"Odd Table_old_seq"'),
                       said text DEFAULT 'it''s',
                       made timestamptz DEFAULT now() NOT NULL,
                       title text COLLATE "C",
                       twice bigint GENERATED ALWAYS AS (id * 2) STORED)''',
                '''COMMENT ON COLUMN "Odd Table".title IS 'its title' ''',
                '''COMMENT ON TABLE "Odd Table" IS 'odd' ''')

        when:
        Table table = table('Odd Table')

        then:
        table.comment() == 'odd'
        table.options() == Table.Options.NONE
        table.columns() == [
                Column.of('id', Simple.BIGINT).withNullable(false).withIdentity(new Identity(false, 100, 10)),
                Column.of('other', Simple.INTEGER).withNullable(false).withIdentity(new Identity(true, null, null)),
                Column.of('old', Simple.SERIAL).withNullable(false),
                Column.of('nullable', Simple.INTEGER)
                        .withDefault(new DefaultValue.Expression('''nextval('"Odd Table_old_seq"'::regclass)''')),
                Column.of('said', Simple.TEXT).withDefault(new DefaultValue.Expression("'it''s'::text")),
                Column.of('made', new ColumnType.Timestamp(true, null)).withNullable(false)
                        .withDefault(new DefaultValue.Expression('now()')),
                Column.of('title', Simple.TEXT).withCollation('C').withComment('its title'),
                Column.of('twice', Simple.BIGINT).withGenerated(new Generated('id * 2', true))]
        others(read()).isEmpty()
    }

    def "a dropped column leaves no trace"() {
        given:
        database.execute('CREATE TABLE t (a integer, b integer CHECK (b > 0), c integer UNIQUE)', 'ALTER TABLE t DROP COLUMN b')

        expect:
        table('t').columns()*.name() == ['a', 'c']
        table('t').constraints() == [new Constraint.Unique('t_c_key', ['c'], Deferral.NOT_DEFERRABLE, false)]
    }

    def "constraints are read with all they say, by kind and name"() {
        given:
        database.execute(
                'CREATE TABLE parent (a integer, b integer, PRIMARY KEY (b, a))',
                '''CREATE TABLE child (
                       id integer CONSTRAINT "Key" PRIMARY KEY,
                       x integer, y integer CHECK (y > 0 AND (x < 9)), during tsrange, room text,
                       CONSTRAINT u UNIQUE (y, x) DEFERRABLE INITIALLY DEFERRED,
                       CONSTRAINT later UNIQUE (x) DEFERRABLE,
                       CONSTRAINT f FOREIGN KEY (x, y) REFERENCES parent (b, a) MATCH FULL ON DELETE SET NULL ON UPDATE CASCADE
                           DEFERRABLE INITIALLY DEFERRED,
                       CONSTRAINT e EXCLUDE USING gist (during WITH &&, (lower(during)) WITH =) WHERE (x > 0))'''
                        .replace(', (lower(during)) WITH =', ', tsrange(lower(during), NULL) WITH &&'),
                'ALTER TABLE child ADD CONSTRAINT self FOREIGN KEY (x) REFERENCES child NOT VALID',
                "ALTER TABLE child ADD CONSTRAINT cold CHECK (room <> ')') NOT VALID")

        expect:
        table('parent').constraints() == [new Constraint.PrimaryKey('parent_pkey', ['b', 'a'])]
        table('child').indexes() == []
        table('child').constraints() == [
                new Constraint.PrimaryKey('Key', ['id']),
                new Constraint.Unique('later', ['x'], Deferral.INITIALLY_IMMEDIATE, false),
                new Constraint.Unique('u', ['y', 'x'], Deferral.INITIALLY_DEFERRED, false),
                new Constraint.ForeignKey('f', ['x', 'y'], QualifiedName.of('parent'), ['b', 'a'], 'SET NULL', 'CASCADE', 'FULL',
                        Deferral.INITIALLY_DEFERRED, false),
                new Constraint.ForeignKey('self', ['x'], QualifiedName.of('child'), ['id'], null, null, null,
                        Deferral.NOT_DEFERRABLE, true),
                new Constraint.Check('child_check', '(y > 0) AND (x < 9)', false),
                new Constraint.Check('cold', "room <> ')'::text", true),
                new Constraint.Exclude('e', [
                        new Constraint.Exclude.Element('during', '&&'),
                        new Constraint.Exclude.Element('tsrange(lower(during), NULL::timestamp without time zone)', '&&')],
                        null, 'x > 0', Deferral.NOT_DEFERRABLE)]
    }

    def "what came with version 15 is read from it on"() {
        given:
        boolean known = version() >= 15
        String nulls = known ? 'NULLS NOT DISTINCT' : ''
        database.execute(
                'CREATE TABLE p (a integer, b integer, PRIMARY KEY (a, b))',
                """CREATE TABLE t (a integer, b integer, CONSTRAINT u UNIQUE $nulls (a),
                       CONSTRAINT f FOREIGN KEY (a, b) REFERENCES p ON DELETE SET NULL ${known ? '(b)' : ''})""",
                "CREATE UNIQUE INDEX i ON t (b) $nulls")

        expect:
        table('t').constraints() == [
                new Constraint.Unique('u', ['a'], Deferral.NOT_DEFERRABLE, known),
                new Constraint.ForeignKey('f', ['a', 'b'], QualifiedName.of('p'), ['a', 'b'], 'SET NULL', null, null,
                        Deferral.NOT_DEFERRABLE, false, known ? ['b'] : [], false)]
        table('t').indexes()*.nullsNotDistinct() == [known]
    }

    def "what came with version 18 is read from it on"() {
        given:
        boolean known = version() >= 18
        database.execute("""CREATE TABLE t (a integer CONSTRAINT filled NOT NULL, twice integer GENERATED ALWAYS AS (a * 2) ${known ? 'VIRTUAL' : 'STORED'},
            CONSTRAINT loose CHECK (a > 0) ${known ? 'NOT ENFORCED' : 'NO INHERIT'})""")

        expect:
        table('t').columns() == [
                Column.of('a', Simple.INTEGER).withNullable(false),
                Column.of('twice', Simple.INTEGER).withGenerated(new Generated('a * 2', !known))]
        table('t').constraints() == [new Constraint.Check('loose', 'a > 0', false, !known, known)]
        read().leftOut()*.toString() == (known ? ['not null constraint t.filled'] : [])
    }

    def "an index is read with all it says"() {
        given:
        database.execute(
                'CREATE TABLE t (a text, b integer, "Select" jsonb, d integer[])',
                'CREATE INDEX i1 ON t (a, b)',
                'CREATE UNIQUE INDEX i2 ON t (lower(a), b DESC NULLS LAST, ((b + 1))) INCLUDE (d, "Select") WHERE b > 0',
                'CREATE INDEX i3 ON t USING gin ("Select")',
                'CREATE INDEX i4 ON t (a text_pattern_ops, (a || \'(,\') COLLATE "C")',
                'CREATE INDEX i5 ON t (b) WITH (fillfactor = 50)')

        expect:
        table('t').indexes() == [
                index('i1', [column('a'), column('b')]),
                new Index('i2', QualifiedName.of('t'), [sql('lower(a)'), column('b', null, null, 'DESC NULLS LAST'), sql('((b + 1))')],
                        true, null, ['d', 'Select'], 'b > 0', false),
                new Index('i3', QualifiedName.of('t'), [column('Select')], false, 'gin', [], null, false),
                index('i4', [column('a', null, 'text_pattern_ops'), sql("((a || '(,'::text)) COLLATE \"C\"")]),
                new Index('i5', QualifiedName.of('t'), [column('b')], false, null, [], null, false, new Storage([fillfactor: 50], null))]
        others(read()).isEmpty()
    }

    def "#what is read"() {
        given:
        database.execute(*(sql instanceof List ? sql : [sql]))

        expect:
        Schema read = read()
        objects.each { assert read.object(it.objectName()).get() == it }
        read.objects().size() == objects.size()
        read.leftOut().isEmpty()

        where:
        what                     | sql                                                       || objects
        'an enum type'           | "CREATE TYPE \"Mood\" AS ENUM ('sad', 'it''s', '')"      || [new EnumType(name('Mood'), ['sad', "it's", ''])]
        'an enum without values' | 'CREATE TYPE none AS ENUM ()'                             || [new EnumType(name('none'), [])]
        'a composite type'       | ["CREATE TYPE mood AS ENUM ('sad')", 'CREATE TYPE pair AS (x numeric(5, 2), "Y y" text COLLATE "C", m mood[])'] ||
                [new EnumType(name('mood'), ['sad']), new CompositeType(name('pair'), [
                        new CompositeType.Attribute('x', new ColumnType.Numeric(5, 2), null), new CompositeType.Attribute('Y y', Simple.TEXT, 'C'),
                        new CompositeType.Attribute('m', new ColumnType.Array(new ColumnType.Enumeration(name('mood'), ['sad'])), null)])]
        'a domain'               | "CREATE DOMAIN code AS varchar(3) COLLATE \"C\" DEFAULT 'x' NOT NULL CONSTRAINT short CHECK (length(VALUE) < 3) CONSTRAINT lower CHECK (VALUE = lower(VALUE))" ||
                [new Domain(name('code'), new ColumnType.Varchar(3), false, new DefaultValue.Expression("'x'::character varying"), 'C', [
                        new Constraint.Check('lower', '(VALUE)::text = lower((VALUE)::text)', false), new Constraint.Check('short', 'length((VALUE)::text) < 3', false)])]
        'a bare domain'          | 'CREATE DOMAIN d AS integer'                              || [new Domain(name('d'), Simple.INTEGER, true, null, null, [])]
        'a sequence'             | 'CREATE SEQUENCE s AS smallint START 5 INCREMENT -2 MINVALUE -9 MAXVALUE 5 CACHE 3 CYCLE' ||
                [new Sequence(name('s'), Simple.SMALLINT, 5, -2, -9, 5, 3, true, null)]
        'a sequence of a column' | ['CREATE TABLE t (a integer)', 'CREATE SEQUENCE s OWNED BY t.a'] ||
                [plain(name('t'), Column.of('a', Simple.INTEGER)), new Sequence(name('s'), Simple.BIGINT, 1, 1, 1, Long.MAX_VALUE, 1, false, new Sequence.Owner(name('t'), 'a'))]
        'a serial of other numbers' | ['CREATE TABLE t (id serial)', 'ALTER SEQUENCE t_id_seq CACHE 20'] ||
                [plain(name('t'), Column.of('id', Simple.INTEGER).withNullable(false).withDefault(new DefaultValue.Expression("nextval('t_id_seq'::regclass)"))),
                 new Sequence(name('t_id_seq'), Simple.INTEGER, 1, 1, 1, Integer.MAX_VALUE, 20, false, new Sequence.Owner(name('t'), 'id'))]
        'a view over a view'     | ['CREATE VIEW "V" AS SELECT 1 AS "a A", \';\'::text AS b', 'CREATE VIEW w (x) AS SELECT v.b FROM "V" v JOIN "V" o ON true WHERE v."a A" > 0'] ||
                [new View(name('V'), [], "SELECT 1 AS \"a A\",\n    ';'::text AS b", View.Options.NONE), new View(name('w'), [], 'SELECT v.b AS x\n   FROM "V" v\n     JOIN "V" o ON true\n  WHERE v."a A" > 0', View.Options.NONE)]
        'the options of a view'  | 'CREATE VIEW v WITH (security_barrier) AS SELECT 1 AS a' || [new View(name('v'), [], 'SELECT 1 AS a', new View.Options(false, false, null, [security_barrier: 'true'] as TreeMap))]
        'a materialized view'    | ['CREATE MATERIALIZED VIEW m WITH (fillfactor = 70) AS SELECT 1 AS a', 'CREATE UNIQUE INDEX i ON m (a DESC) WHERE a > 0'] ||
                [new View(name('m'), [], 'SELECT 1 AS a', new View.Options(true, false, null, [fillfactor: '70'] as TreeMap),
                        [new Index('i', name('m'), [column('a', null, null, 'DESC')], true, null, [], 'a > 0', false)])]
        'a function'             | """CREATE FUNCTION "F f"(x integer, y text DEFAULT 'a, b', VARIADIC z int[] DEFAULT '{}') RETURNS SETOF integer LANGUAGE sql IMMUTABLE STRICT
                                         LEAKPROOF SECURITY DEFINER PARALLEL SAFE COST 7 ROWS 3 SET search_path = a, "B b" SET work_mem = '4MB' AS \$\$ SELECT x + 1 \$\$""" ||
                [new Routine(new Routine.Signature(name('F f'), "x integer, y text DEFAULT 'a, b'::text, VARIADIC z integer[] DEFAULT '{}'::integer[]", false),
                        new ColumnType.Named('SETOF integer'), 'sql', ' SELECT x + 1 ',
                        new Routine.Characteristics('IMMUTABLE', true, true, true, 'SAFE', 7, 3, [search_path: ['a', 'B b'], work_mem: ['4MB']] as TreeMap))]
        'functions of one name'  | ["CREATE FUNCTION f(integer) RETURNS varchar(3)[] LANGUAGE sql AS 'SELECT NULL::varchar(3)[]'", "CREATE FUNCTION f(OUT a text, OUT b text) LANGUAGE sql AS 'SELECT ''1'', ''2'''", "CREATE FUNCTION f(x text) RETURNS TABLE (a integer) LANGUAGE sql AS 'SELECT 1'"] ||
                [routine('integer', new ColumnType.Array(new ColumnType.Varchar(null)), 'SELECT NULL::varchar(3)[]'), routine('OUT a text, OUT b text', null, "SELECT '1', '2'"),
                 routine('x text', new ColumnType.Named('TABLE(a integer)'), 'SELECT 1')]
        'a function with a body of the standard' | 'CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql RETURN a + 1' || [routine('a integer', Simple.INTEGER, 'RETURN (a + 1)')]
        'a procedure'            | "CREATE PROCEDURE p(a integer, INOUT b text) LANGUAGE plpgsql AS 'BEGIN END'" ||
                [new Routine(new Routine.Signature(name('p'), 'IN a integer, INOUT b text', true), null, 'plpgsql', 'BEGIN END', Routine.Characteristics.NONE)]
        'an extension'           | 'CREATE EXTENSION citext VERSION \'1.6\''                 || [new Extension('citext', null, '1.6')]
        'a schema'               | 'CREATE SCHEMA "Far off"'                                 || [new Namespace('Far off')]
    }

    private static Routine routine(String arguments, ColumnType returns, String body) {
        new Routine(new Routine.Signature(name('f'), arguments, false), returns, 'sql', body, Routine.Characteristics.NONE)
    }

    def "what is written through a view is checked as it says"() {
        given:
        database.execute('CREATE TABLE t (a integer)', 'CREATE VIEW v AS TABLE t WITH CASCADED CHECK OPTION', 'CREATE VIEW w AS TABLE t WITH LOCAL CHECK OPTION')

        expect:
        read().all(View).toList()*.options() == ['CASCADED', 'LOCAL'].collect { new View.Options(false, false, it, [:] as TreeMap) }
    }

    def "a routine is found by the types that the server keeps"() {
        given:
        database.execute('CREATE SCHEMA far', 'CREATE TYPE far."Odd" AS (a integer)', 'CREATE TYPE mood AS ENUM ()',
                """CREATE FUNCTION f(a mood, far."Odd"[], "b b" "char", c char(3), double precision, d timestamp(3) with time zone, timestamp, time, e interval,
                       OUT f integer, INOUT g bit varying(3) DEFAULT B'1', VARIADIC h numeric[] DEFAULT '{}') LANGUAGE sql AS 'SELECT 1, g'""")

        expect:
        read().all(Routine)*.objectName()*.part() == database.rows("SELECT oidvectortypes(proargtypes) FROM pg_proc WHERE proname = 'f'")*.first()
    }

    def "a trigger is read with all it says: #sql"() {
        given:
        database.execute('CREATE TABLE t (a integer, "b B" integer)', 'CREATE VIEW v AS SELECT 1 AS a', 'CREATE SCHEMA far',
                "CREATE FUNCTION far.f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'", sql)

        expect:
        read().all(Trigger).toList() == [trigger]

        where:
        sql                                                                                          || trigger
        'CREATE TRIGGER "when" BEFORE UPDATE OF "b B", a OR INSERT ON t FOR EACH ROW WHEN (NEW.a > (1) AND NEW."b B" > 1) EXECUTE FUNCTION far.f(1, \'it\'\'s (\')' ||
                trigger('when', 't', Trigger.Timing.BEFORE, [Trigger.Event.INSERT, Trigger.Event.UPDATE], ['b B', 'a'], true, '(new.a > 1) AND (new."b B" > 1)', "'1', 'it''s ('", Trigger.Options.NONE)
        'CREATE TRIGGER execute AFTER UPDATE ON t REFERENCING NEW TABLE AS fresh OLD TABLE AS "Old" FOR EACH STATEMENT EXECUTE FUNCTION far.f()' ||
                trigger('execute', 't', Trigger.Timing.AFTER, [Trigger.Event.UPDATE], [], false, null, '', new Trigger.Options(null, 'OLD TABLE AS "Old" NEW TABLE AS fresh'))
        'CREATE CONSTRAINT TRIGGER c AFTER DELETE ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION far.f()' ||
                trigger('c', 't', Trigger.Timing.AFTER, [Trigger.Event.DELETE], [], true, null, '', new Trigger.Options(Deferral.INITIALLY_DEFERRED, null))
        'CREATE TRIGGER i INSTEAD OF INSERT OR DELETE ON v FOR EACH ROW EXECUTE FUNCTION far.f()' ||
                trigger('i', 'v', Trigger.Timing.INSTEAD_OF, [Trigger.Event.INSERT, Trigger.Event.DELETE], [], true, null, '', Trigger.Options.NONE)
        'CREATE TRIGGER e BEFORE TRUNCATE ON t EXECUTE FUNCTION far.f(); ALTER TABLE t DISABLE TRIGGER e' ||
                trigger('e', 't', Trigger.Timing.BEFORE, [Trigger.Event.TRUNCATE], [], false, null, '', new Trigger.Options(null, null, Trigger.Firing.DISABLED))
        'CREATE TRIGGER e BEFORE DELETE ON t FOR EACH ROW EXECUTE FUNCTION far.f(); ALTER TABLE t ENABLE ALWAYS TRIGGER e' ||
                trigger('e', 't', Trigger.Timing.BEFORE, [Trigger.Event.DELETE], [], true, null, '', new Trigger.Options(null, null, Trigger.Firing.ALWAYS))
    }

    private static Trigger trigger(String own, String table, Trigger.Timing timing, List<Trigger.Event> events, List<String> columns, boolean row, String when, String arguments, Trigger.Options options) {
        new Trigger(own, name(table), timing, events, columns, row, when, new Trigger.Call(new QualifiedName('far', 'f'), arguments), null, options)
    }

    def "row security and its policies are read"() {
        given:
        database.execute('CREATE TABLE t (a integer)', 'CREATE TABLE u (a integer)', 'ALTER TABLE t ENABLE ROW LEVEL SECURITY',
                'ALTER TABLE u ENABLE ROW LEVEL SECURITY', 'ALTER TABLE u FORCE ROW LEVEL SECURITY',
                'CREATE POLICY "Own" ON t AS RESTRICTIVE FOR UPDATE TO CURRENT_USER, pg_monitor USING (a > 0 AND a < 9) WITH CHECK (a > 1)',
                'CREATE POLICY seen ON u')

        expect:
        [table('t'), table('u')]*.options()*.rowSecurity() == [RowSecurity.ENABLED, RowSecurity.FORCED]
        read().all(Policy).toList() == [
                new Policy('Own', name('t'), false, 'UPDATE', [connection.metaData.userName, 'pg_monitor'].toSorted(), '(a > 0) AND (a < 9)', 'a > 1'),
                new Policy('seen', name('u'), true, 'ALL', ['public'], null, null)]
    }

    def "partitions, inheritance and storage are read"() {
        given:
        database.execute(
                'CREATE UNLOGGED TABLE t (a text) WITH (fillfactor = 70, toast.autovacuum_enabled = false, autovacuum_vacuum_scale_factor = 0.5)',
                'CREATE TABLE child (b integer) INHERITS (t)',
                'CREATE TABLE parts (k integer PRIMARY KEY, w text) PARTITION BY RANGE (k)',
                'CREATE INDEX parts_w ON parts (w)',
                'CREATE TABLE part1 PARTITION OF parts FOR VALUES FROM (0) TO (10) PARTITION BY HASH (k)',
                'CREATE TABLE rest PARTITION OF parts DEFAULT')

        expect:
        tables(read()).collectEntries { [it.key, it.value.options()] } == [
                t     : options(true, null, null, [], new Storage([fillfactor: 70, autovacuum_vacuum_scale_factor: 0.5, 'toast.autovacuum_enabled': false], null)),
                child : options(false, null, null, ['t']),
                parts : options(false, 'RANGE (k)', null),
                part1 : options(false, 'HASH (k)', new Table.PartitionOf(name('parts'), 'FROM (0) TO (10)')),
                rest  : options(false, null, new Table.PartitionOf(name('parts'), 'DEFAULT'))]
        table('child').columns()*.name() == ['a', 'b']
        table('parts').indexes()*.name() == ['parts_w']
        table('part1').indexes() == []
        table('part1').constraints() == []
    }

    private static Table.Options options(boolean unlogged, String partitionBy, Table.PartitionOf partitionOf, List<String> inherits = [], Storage storage = null) {
        new Table.Options(false, false, false, unlogged, null, partitionBy, partitionOf, inherits.collect { name(it) }, storage)
    }

    def "comments are read, whatever they are on"() {
        given:
        database.execute('CREATE SCHEMA far', 'CREATE EXTENSION citext', 'CREATE TABLE t (a integer, CONSTRAINT ck CHECK (a > 0))', 'CREATE INDEX i ON t (a)', 'CREATE VIEW v AS SELECT 1 AS a',
                'CREATE MATERIALIZED VIEW m AS SELECT 1 AS a', 'CREATE SEQUENCE s', "CREATE TYPE e AS ENUM ()", 'CREATE TYPE p AS (a integer)', 'CREATE DOMAIN d AS integer CONSTRAINT ck CHECK (VALUE > 0)',
                "CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql AS 'SELECT 1'", "CREATE PROCEDURE f() LANGUAGE sql AS 'SELECT 1'",
                'CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()', 'CREATE POLICY y ON t')
        def commented = ['SCHEMA far', 'SCHEMA public', 'EXTENSION citext', 'TABLE t', 'COLUMN t.a', 'CONSTRAINT ck ON t', 'INDEX i', 'VIEW v', 'COLUMN v.a', 'MATERIALIZED VIEW m', 'COLUMN m.a', 'SEQUENCE s', 'TYPE e', 'TYPE p',
                         'COLUMN p.a', 'DOMAIN d', 'CONSTRAINT ck ON DOMAIN d', 'FUNCTION f(integer)', 'PROCEDURE f()', 'TRIGGER tr ON t', 'POLICY y ON t']

        expect: 'that of an extension by itself is not one of the schema'
        read().comments().isEmpty()

        when:
        database.execute(*commented.collect { "COMMENT ON $it IS 'on $it'".toString() })

        then:
        table('t').comment() == 'on TABLE t'
        table('t').columns()*.comment() == ['on COLUMN t.a']
        read().comments().collectEntries { [it.key.toString(), it.value - 'on '] } == [
                'schema far': 'SCHEMA far', 'schema public': 'SCHEMA public', 'extension citext': 'EXTENSION citext', 'enum type e': 'TYPE e', 'composite type p': 'TYPE p', 'column p.a': 'COLUMN p.a', 'domain d': 'DOMAIN d',
                'constraint d.ck': 'CONSTRAINT ck ON DOMAIN d', 'sequence s': 'SEQUENCE s', 'routine f(integer)': 'FUNCTION f(integer)', 'routine f()': 'PROCEDURE f()', 'constraint t.ck': 'CONSTRAINT ck ON t',
                'view v': 'VIEW v', 'column v.a': 'COLUMN v.a', 'view m': 'MATERIALIZED VIEW m', 'column m.a': 'COLUMN m.a', 'index i': 'INDEX i', 'trigger t.tr': 'TRIGGER tr ON t', 'policy t.y': 'POLICY y ON t']
    }

    def "what no value can hold is reported"() {
        given:
        database.execute('CREATE TABLE t (id integer PRIMARY KEY, a integer, b integer)', 'CREATE TABLE u (a integer)', 'CREATE VIEW v AS SELECT 1 AS a', 'CREATE SCHEMA far', 'CREATE COLLATION far.c FROM "C"',
                'ALTER TABLE t REPLICA IDENTITY FULL', 'ALTER TABLE t FORCE ROW LEVEL SECURITY', 'ALTER TABLE t ALTER a SET STATISTICS 7', 'ALTER TABLE t CLUSTER ON t_pkey', 'ALTER VIEW v ALTER a SET DEFAULT 1',
                'CREATE INDEX te ON t ((a + 1))', 'ALTER INDEX te ALTER COLUMN 1 SET STATISTICS 9',
                'CREATE TYPE row_type AS (a integer)', 'CREATE TABLE typed OF row_type', 'CREATE TABLE collated (a text COLLATE far.c)',
                'CREATE RULE r AS ON DELETE TO t DO INSTEAD (SELECT 1; SELECT 2)', 'CREATE STATISTICS st ON a, b FROM t',
                "CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0')", "CREATE FUNCTION w() RETURNS bigint LANGUAGE internal WINDOW AS 'window_row_number'",
                "CREATE FUNCTION plus(integer, integer) RETURNS integer LANGUAGE internal IMMUTABLE STRICT AS 'int4pl'", "CREATE FUNCTION cheap() RETURNS integer LANGUAGE sql COST 0.5 AS 'SELECT 1'",
                "CREATE FUNCTION supported() RETURNS integer LANGUAGE sql SUPPORT generate_series_int4_support AS 'SELECT 1'",
                "CREATE FUNCTION as_text(u) RETURNS text LANGUAGE sql AS 'SELECT 1::text'", 'CREATE CAST (u AS text) WITH FUNCTION as_text(u)',
                'CREATE TYPE span AS RANGE (subtype = float8)', 'CREATE TYPE shell', 'CREATE OPERATOR === (FUNCTION = plus, LEFTARG = integer, RIGHTARG = integer)',
                'CREATE OPERATOR FAMILY fam USING btree', 'CREATE OPERATOR CLASS cls FOR TYPE integer USING hash AS OPERATOR 1 =, FUNCTION 1 hashint4(integer)', 'CREATE COLLATION here FROM "C"',
                "CREATE CONVERSION conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8", 'CREATE TEXT SEARCH CONFIGURATION conf (COPY = simple)', 'CREATE TEXT SEARCH DICTIONARY dict (TEMPLATE = simple)',
                'CREATE TEXT SEARCH PARSER pars (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype)', 'CREATE TEXT SEARCH TEMPLATE tmpl (LEXIZE = dsimple_lexize)',
                'CREATE ACCESS METHOD other TYPE TABLE HANDLER heap_tableam_handler', 'CREATE TABLE kept_otherwise (a integer) USING other',
                'CREATE FOREIGN DATA WRAPPER wrap', 'CREATE SERVER srv FOREIGN DATA WRAPPER wrap', 'CREATE FOREIGN TABLE remote (a integer) SERVER srv',
                "CREATE FUNCTION ev() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'", 'CREATE EVENT TRIGGER evt ON ddl_command_end EXECUTE FUNCTION ev()', 'CREATE PUBLICATION pub FOR TABLE u',
                "CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'", 'CREATE CONSTRAINT TRIGGER two AFTER INSERT ON t FROM u FOR EACH ROW EXECUTE FUNCTION tf()',
                'CREATE TABLE p (k integer) PARTITION BY LIST (k)', 'CREATE TABLE p1 PARTITION OF p DEFAULT', 'CREATE INDEX broken ON ONLY p (k)',
                *(version() >= 15 ? ['CREATE UNLOGGED SEQUENCE quick'] : []),
                *(version() >= 18 ? ['CREATE TABLE n (a integer CONSTRAINT filled NOT NULL, r int4range, s int4range, CONSTRAINT free UNIQUE (s, r WITHOUT OVERLAPS))'] : []))

        expect:
        read().leftOut()*.toString() == [
                'access method kept_otherwise', 'access method other', 'aggregate total(integer)', 'base type shell', 'cast u AS text', 'collation here', 'collation of another schema collated.a', 'column options t.a',
                'constraint trigger of two tables t.two', *(version() >= 18 ? ['constraint without overlaps n.free'] : []), 'conversion conv', 'default of a view v.a', 'event trigger evt',
                'forced row security, not enabled t', 'foreign server srv', 'foreign table remote', 'foreign-data wrapper wrap', 'fraction of a cost cheap()', 'function of the language internal plus(integer, integer)',
                'function with planner support or transforms supported()', 'index to cluster by t_pkey', 'invalid index broken', *(version() >= 18 ? ['not null constraint n.filled'] : []), 'operator ===(integer, integer)',
                'operator class cls(hash)', 'operator family cls(hash)', 'operator family fam(btree)', 'publication pub', 'range type span', 'replica identity t', 'rule t.r', 'statistics st', 'statistics of an index te', 'table of a type typed',
                'text search configuration conf', 'text search dictionary dict', 'text search parser pars', 'text search template tmpl', *(version() >= 15 ? ['unlogged sequence quick'] : []), 'window function w()']
        others(read()) == ['schema far', 'composite type row_type', *(version() >= 15 ? ['sequence quick'] : []), 'routine as_text(u)', 'routine cheap()', 'routine ev()', 'routine tf()', 'view v'] as Set
        read(['t', 'u'] as Set).leftOut()*.toString().every { !(it =~ /[ .]t\b|\bst\b/) }
    }

    def "what an extension brings along is the extension's"() {
        given:
        database.execute('CREATE EXTENSION citext', 'CREATE TABLE t (c citext)')

        when:
        Schema schema = read()

        then:
        others(schema) == ['extension citext'] as Set
        schema.leftOut().isEmpty()
        tables(schema)['t'].columns() == [Column.of('c', new ColumnType.Named('citext'))]
    }

    def "several schemas are read at once, and the names of the first are unqualified"() {
        given:
        database.execute('CREATE SCHEMA "A a"', 'CREATE SCHEMA b', "CREATE TYPE b.mood AS ENUM ('sad')", 'CREATE TABLE "A a".t (id integer PRIMARY KEY)', 'CREATE TABLE b.t (id integer PRIMARY KEY REFERENCES "A a".t, m b.mood)',
                'CREATE INDEX i ON b.t (m)', 'CREATE VIEW b.v AS SELECT id FROM b.t', 'CREATE TABLE outside (id integer)', "COMMENT ON INDEX b.i IS 'x'")

        when:
        Schema schema = read(['A a', 'b', 'nowhere'])

        then:
        tables(schema).keySet() == ['t', 'b.t'] as Set
        with(tables(schema)['b.t']) {
            columns()[1].type() == new ColumnType.Enumeration(new QualifiedName('b', 'mood'), ['sad'])
            (constraints()[1] as Constraint.ForeignKey).referencedTable() == name('t')
            indexes() == [new Index('i', new QualifiedName('b', 't'), [column('m')], false, null, [], null, false)]
        }
        others(schema) == ['schema b', 'enum type b.mood', 'view b.v'] as Set
        schema.comments() == [(ObjectName.of(ObjectKind.INDEX, new QualifiedName('b', 'i'))): 'x'] as TreeMap

        and: 'the other way round'
        tables(read(['b', 'A a'])).keySet() == ['t', 'A a.t'] as Set
        read(['nowhere']).objects().keySet()*.toString() == ['schema A a', 'schema b']
    }

    def "expressions are the same whatever the search path, which stays what it was: #path"() {
        given:
        database.execute('CREATE SCHEMA far', 'CREATE TABLE far.z (a integer)', "CREATE FUNCTION far.f(integer) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT 1'", "CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
                'CREATE TABLE t (a integer DEFAULT f() CHECK (far.f(a) > 0), s serial)', 'CREATE INDEX i ON t (far.f(a))', 'CREATE VIEW v AS SELECT f() AS x, z.a FROM t, far.z')
        execute("SET search_path = $path")
        execute('CREATE TEMPORARY TABLE t (x integer)')

        expect:
        with(new PostgresDialect().reading().read(connection, new ReadScope(['public'], [] as Set))) {
            tables(it).t.columns() == [Column.of('a', Simple.INTEGER).withDefault(new DefaultValue.Expression('f()')), Column.of('s', Simple.SERIAL).withNullable(false)]
            tables(it).t.constraints() == [new Constraint.Check('t_a_check', 'far.f(a) > 0', false)]
            tables(it).t.indexes() == [index('i', [sql('far.f(a)')])]
            view(name('v')).get().query() == 'SELECT f() AS x,\n    z.a\n   FROM t,\n    far.z'
        }
        connection.createStatement().executeQuery('SHOW search_path').with { next(); getString(1) } == path

        where:
        path << ['public', 'far, public', 'pg_temp, far', '"$user", nowhere']
    }

    def "a caller's transaction is read in, and goes on as it was"() {
        given:
        connection.autoCommit = false
        execute('CREATE TABLE mine (a integer)')
        execute('CREATE SCHEMA far')
        execute('SET LOCAL search_path = far, public')

        when:
        Schema schema = read(['public'])

        then:
        tables(schema).keySet() == ['mine'] as Set
        connection.createStatement().executeQuery('SHOW search_path').with { next(); getString(1) } == 'far, public'
        connection.createStatement().executeQuery('SHOW jit').with { next(); getString(1) } == database.rows('SHOW jit')[0][0]

        when:
        connection.rollback()

        then:
        tables(read()).isEmpty()
        !connection.autoCommit
    }

    def "a database is read as it is at one moment"() {
        given:
        database.execute('CREATE TABLE t (a integer)')
        int queries = 0
        def disturbed = watched(connection) {
            if (++queries == 4) {
                database.execute('CREATE TABLE late (a integer PRIMARY KEY)', 'CREATE SEQUENCE late_s')
            }
        }

        expect:
        new PostgresDialect().reading().read(disturbed, ReadScope.FIRST_SCHEMA).objects().keySet()*.toString() == ['table t']
        read().objects().keySet()*.toString() == ['sequence late_s', 'table late', 'table t']
    }

    def "the number of queries does not depend on what there is"() {
        given:
        List<String> queries = []
        def counted = watched(connection) { queries << it }
        new PostgresDialect().reading().read(counted, ReadScope.FIRST_SCHEMA)
        int empty = queries.size()

        when:
        queries.clear()
        database.execute(*(1..30).collectMany { ["CREATE TABLE t$it (id serial PRIMARY KEY, a text)", "CREATE INDEX i$it ON t$it (lower(a))", "CREATE VIEW v$it AS SELECT a FROM t$it",
                "CREATE FUNCTION f$it() RETURNS integer LANGUAGE sql AS 'SELECT 1'", "COMMENT ON VIEW v$it IS 'x'", "CREATE TYPE e$it AS ENUM ('a')"]*.toString() })
        Schema schema = new PostgresDialect().reading().read(counted, ReadScope.FIRST_SCHEMA)

        then:
        schema.objects().size() == 120
        queries.size() == empty
        empty < 20
    }

    /** Passes each query on before the server sees it. */
    private static Connection watched(Connection real, Closure<?> seen) {
        Proxy.newProxyInstance(Connection.classLoader, [Connection] as Class[], { Object proxy, Method method, Object[] arguments ->
            if (method.name == 'prepareStatement') {
                seen(arguments[0])
            }
            method.invoke(real, arguments)
        } as InvocationHandler) as Connection
    }

    def "any name is read as it is: #odd"() {
        given:
        String quoted = '"' + odd.replace('"', '""') + '"'
        database.execute("CREATE TYPE $quoted AS ENUM ('a')", "CREATE SCHEMA other",
                "CREATE TABLE other.$quoted ($quoted integer CONSTRAINT $quoted CHECK ($quoted > 0), e $quoted)",
                "CREATE INDEX i ON other.$quoted ($quoted, ($quoted + 1))",
                "CREATE SEQUENCE other.s OWNED BY other.$quoted.$quoted",
                "CREATE VIEW v AS SELECT $quoted AS x FROM other.$quoted",
                "CREATE FUNCTION $quoted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'",
                "CREATE TRIGGER $quoted BEFORE UPDATE OF $quoted ON other.$quoted FOR EACH ROW WHEN (NEW.$quoted > 1) EXECUTE FUNCTION $quoted()",
                "CREATE POLICY $quoted ON other.$quoted")
        QualifiedName table = new QualifiedName('other', odd)

        when:
        Schema schema = read(['public', 'other'])

        then:
        schema.objects().keySet() == [ObjectName.of(ObjectKind.SCHEMA, name('other')), ObjectName.of(ObjectKind.ENUM_TYPE, name(odd)), ObjectName.of(ObjectKind.SEQUENCE, new QualifiedName('other', 's')),
                new ObjectName(ObjectKind.ROUTINE, name(odd), ''), ObjectName.of(ObjectKind.TABLE, table), ObjectName.of(ObjectKind.VIEW, name('v')), new ObjectName(ObjectKind.TRIGGER, table, odd),
                new ObjectName(ObjectKind.POLICY, table, odd)] as Set
        with(schema.table(table).get()) {
            columns()*.name() == [odd, 'e']
            columns()[1].type() == new ColumnType.Enumeration(name(odd), ['a'])
            constraints()*.name() == [odd]
            indexes()[0].elements()[0] == column(odd)
        }
        schema.all(Sequence).toList()*.owner() == [new Sequence.Owner(table, odd)]
        schema.all(Trigger).toList()*.columns() == [[odd]]
        schema.all(Trigger).toList()*.execute() == [new Trigger.Call(name(odd), '')]

        where:
        odd << ['with "quotes" "', "it's", 'a.b', ' sp ace ', 'Upper', 'select', 'größe ✓ 表', '$$', 'semi;--colon', '(', 'x' * 63, 'ü' * 31 + 'x']
    }

    def "tables that are left out take all that is theirs with them"() {
        given:
        database.execute(
                'CREATE TABLE kept (a integer)',
                'CREATE TABLE retort_version (id serial PRIMARY KEY, n integer) WITH (fillfactor = 50)',
                'ALTER SEQUENCE retort_version_id_seq CACHE 5',
                'CREATE INDEX i ON retort_version (n) WITH (fillfactor = 50)', "COMMENT ON INDEX i IS 'x'", 'CREATE STATISTICS st ON id, n FROM retort_version')

        expect:
        read(['retort_version'] as Set) == Schema.of(table('kept'))
    }

    def "only the first schema of the search path is read, and names elsewhere are qualified"() {
        given:
        database.execute(
                'CREATE SCHEMA "Mine"', 'CREATE SCHEMA far',
                'CREATE TABLE far.parent (id integer PRIMARY KEY)',
                "CREATE TYPE far.mood AS ENUM ('sad')",
                'CREATE TABLE "Mine".t (id integer REFERENCES far.parent, m far.mood)',
                'CREATE TABLE outside (id integer)')
        connection.createStatement().execute('SET search_path TO nowhere, "Mine", public')

        expect:
        tables(read()).keySet() == ['t'] as Set
        with(table('t')) {
            (constraints()[0] as Constraint.ForeignKey).referencedTable() == new QualifiedName('far', 'parent')
            columns()[1].type() == new ColumnType.Enumeration(new QualifiedName('far', 'mood'), ['sad'])
        }
    }

    def "a search path without a schema leads to an empty schema"() {
        given:
        database.execute('CREATE TABLE t (a integer)')
        connection.createStatement().execute('SET search_path TO nowhere')

        expect:
        read() == Schema.EMPTY
    }

    def "a table is found when it can be seen without its schema"() {
        given:
        database.execute('CREATE TABLE "Odd" (a integer)', 'CREATE SCHEMA s', 'CREATE TABLE s.far (a integer)', 'CREATE VIEW v AS SELECT 1')

        expect:
        ['Odd', 'odd', 'far', 'v', 'pg_class_'].collect { new PostgresDialect().reading().hasTable(connection, QualifiedName.of(it)) } == [true, false, false, true, false]
    }

    def "two ways to the same state are the same schema"() {
        given:
        database.execute('CREATE TABLE t (a integer PRIMARY KEY, b integer)', 'CREATE INDEX i1 ON t (b)', 'CREATE UNIQUE INDEX i2 ON t (b)',
                'ALTER TABLE t ADD CONSTRAINT c1 CHECK (a > 0)', 'ALTER TABLE t ADD CONSTRAINT c2 CHECK (b > 0)')
        Schema first = read()

        when:
        database.execute('DROP INDEX i1', 'ALTER TABLE t DROP CONSTRAINT c1', 'ALTER TABLE t ADD CONSTRAINT c1 CHECK (a > 0)',
                'CREATE INDEX i1 ON t (b)')

        then:
        read() == first
    }

    private static Index index(String name, List<Index.Element> elements) {
        new Index(name, QualifiedName.of('t'), elements, false, null, [], null, false)
    }

    private static Index.Element column(String name, String collation = null, String operatorClass = null, String order = null) {
        new Index.Element.ColumnName(name, collation, operatorClass, order)
    }

    private static QualifiedName name(String name) {
        QualifiedName.of(name)
    }

    private static Table plain(QualifiedName name, Column... columns) {
        new Table(name, columns as List, [], [], null, Table.Options.NONE)
    }

    private void execute(String sql) {
        connection.createStatement().withCloseable { it.execute(sql) }
    }

    private static Index.Element sql(String text) {
        new Index.Element.Expression(text)
    }
}
