package dev.retort.internal.dialect.postgres

import dev.retort.internal.dialect.ReadScope
import dev.retort.internal.schema.Column
import dev.retort.internal.schema.ColumnType
import dev.retort.internal.schema.ColumnType.Simple
import dev.retort.internal.schema.Constraint
import dev.retort.internal.schema.DefaultValue
import dev.retort.internal.schema.Index
import dev.retort.internal.schema.ObjectKind
import dev.retort.internal.schema.ObjectName
import dev.retort.internal.schema.QualifiedName
import dev.retort.internal.schema.Schema
import dev.retort.internal.schema.Sequence
import dev.retort.internal.schema.Trigger
import java.lang.reflect.InvocationHandler
import java.lang.reflect.Method
import java.lang.reflect.Proxy
import java.sql.Connection

import static dev.retort.internal.testing.InSchema.others
import static dev.retort.internal.testing.InSchema.tables

@spock.lang.Tag('database')
class PostgresReadScopeSpec extends PostgresReadSpec {

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
}
