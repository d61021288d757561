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
import dev.retort.internal.schema.Index
import dev.retort.internal.schema.Namespace
import dev.retort.internal.schema.Policy
import dev.retort.internal.schema.QualifiedName
import dev.retort.internal.schema.Routine
import dev.retort.internal.schema.RowSecurity
import dev.retort.internal.schema.Schema
import dev.retort.internal.schema.Sequence
import dev.retort.internal.schema.Trigger
import dev.retort.internal.schema.View

import static dev.retort.internal.testing.InSchema.others
import static dev.retort.internal.testing.InSchema.tables

@spock.lang.Tag('database')
class PostgresObjectIntrospectionSpec extends PostgresReadSpec {

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

    def "a sequence gets its name where a column would be created with another one"() {
        given:
        database.execute('CREATE TABLE t (a integer GENERATED ALWAYS AS IDENTITY, b integer GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME own), c serial, d bigserial)',
                'CREATE TABLE u (t_a_seq integer)', 'CREATE SEQUENCE u_e_seq', 'ALTER TABLE u ADD e integer GENERATED ALWAYS AS IDENTITY',
                'ALTER SEQUENCE t_d_seq RENAME TO numbers', "CREATE SEQUENCE apart OWNED BY u.t_a_seq")

        and:
        def reading = new PostgresDialect().reading()

        expect:
        reading.names(connection, ReadScope.FIRST_SCHEMA)*.toString() == [
                'RenameSequence[sequence=t_d_seq, newName=numbers]', 'RenameSequence[sequence=t_b_seq, newName=own]']
        reading.notRecreated(connection, ReadScope.FIRST_SCHEMA) == []

        when: 'one has the name that another one is created with'
        database.execute('ALTER SEQUENCE t_c_seq RENAME TO x', 'ALTER SEQUENCE numbers RENAME TO t_c_seq')

        then:
        reading.names(connection, ReadScope.FIRST_SCHEMA)*.toString() == [
                'RenameSequence[sequence=t_b_seq, newName=own]', 'RenameSequence[sequence=t_c_seq, newName=x]', 'RenameSequence[sequence=t_d_seq, newName=t_c_seq]']

        when: 'both have the name of the other'
        database.execute('ALTER SEQUENCE x RENAME TO t_d_seq')

        then:
        reading.names(connection, ReadScope.FIRST_SCHEMA)*.toString() == ['RenameSequence[sequence=t_b_seq, newName=own]']
        reading.notRecreated(connection, ReadScope.FIRST_SCHEMA) == [
                'The sequence t_c_seq of the column t.d will be called t_d_seq.', 'The sequence t_d_seq of the column t.c will be called t_c_seq.']
    }

    def "what no value can hold is reported"() {
        given:
        database.execute('CREATE TABLE t (id integer PRIMARY KEY, a integer, b integer)', 'CREATE TABLE u (a integer)', 'CREATE VIEW v AS SELECT 1 AS a', 'CREATE SCHEMA far', 'CREATE COLLATION far.c FROM "C"',
                'ALTER TABLE t REPLICA IDENTITY FULL', 'ALTER TABLE t FORCE ROW LEVEL SECURITY', 'ALTER TABLE t ALTER a SET STATISTICS 7', 'ALTER TABLE t ALTER b SET (n_distinct = 5)', 'ALTER TABLE t CLUSTER ON t_pkey', 'ALTER VIEW v ALTER a SET DEFAULT 1',
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
                'access method kept_otherwise', 'access method other', 'aggregate total(integer)', 'base type shell', 'cast u AS text', 'collation here', 'collation of another schema collated.a', 'column options t.a', 'column options t.b',
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
}
