package dev.retort.internal.dialect.postgres

import dev.retort.internal.operation.AddColumn
import dev.retort.internal.operation.AddConstraint
import dev.retort.internal.operation.AlterColumn
import dev.retort.internal.operation.BatchAlterTable
import dev.retort.internal.operation.Change
import dev.retort.internal.operation.ColumnChange
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
import dev.retort.internal.schema.EnumType
import dev.retort.internal.schema.Index
import dev.retort.internal.schema.QualifiedName
import dev.retort.internal.schema.Schema
import dev.retort.internal.schema.Table
import dev.retort.internal.testing.TestDatabase
import java.sql.Connection
import spock.lang.AutoCleanup
import spock.lang.Specification

import static dev.retort.internal.testing.InSchema.others
import static dev.retort.internal.testing.InSchema.tables
import static dev.retort.internal.dialect.postgres.PostgresRunner.run
import static dev.retort.internal.dialect.postgres.PostgresRunner.schema

/** Each operation run on a server, and the outcome read back. */
@spock.lang.Tag('database')
class PostgresOperationsSpec extends Specification {

    static final QualifiedName T = QualifiedName.of('Order')
    static final Constraint.PrimaryKey PK = new Constraint.PrimaryKey('pk', ['id'])
    static final Column ID = Column.of('id', Simple.INTEGER).withNullable(false)

    @AutoCleanup TestDatabase database = newDatabase()

    TestDatabase newDatabase() {
        TestDatabase.postgresql()
    }
    @AutoCleanup Connection connection = database.open()

    def "a table that was created is read back as it was asked for"() {
        given:
        boolean since15 = connection.metaData.databaseMajorVersion >= 15
        Table parent = new Table(QualifiedName.of('parent'), [ID, Column.of('b', Simple.INTEGER)],
                [PK.named('parent_pk'), new Constraint.Unique('both', ['id', 'b'], Deferral.NOT_DEFERRABLE, since15)], [], null, Table.Options.NONE)
        Table table = new Table(T, [
                ID.withIdentity(new Identity(true, 5, 2)),
                Column.of('Say "hi"', new ColumnType.Varchar(20)).withCollation('C').withComment("it's \\ said"),
                Column.of('mood', new ColumnType.Enumeration(QualifiedName.of('Mood'), ['sad', "it's"]))
                        .withDefault(new DefaultValue.Expression("'sad'::\"Mood\"")),
                Column.of('moods', new ColumnType.Array(new ColumnType.Enumeration(QualifiedName.of('Mood'), ['sad', "it's"]))),
                Column.of('price', new ColumnType.Numeric(12, 2)).withNullable(false),
                Column.of('twice', new ColumnType.Numeric(null, null)).withGenerated(new Generated("price * '2'::numeric", true)),
                Column.of('parent', Simple.INTEGER), Column.of('b', Simple.INTEGER),
                Column.of('at', new ColumnType.Timestamp(true, 3)).withDefault(new DefaultValue.Expression('now()')),
                Column.of('during', new ColumnType.Named('tsrange'))],
                [PK,
                 new Constraint.Unique('u', ['price', 'parent'], Deferral.INITIALLY_IMMEDIATE, false),
                 new Constraint.ForeignKey('fk', ['parent', 'b'], QualifiedName.of('parent'), ['id', 'b'], 'SET NULL', 'CASCADE',
                         'FULL', Deferral.INITIALLY_DEFERRED, false, since15 ? ['b'] : [], false),
                 new Constraint.Check('c', "price > '0'::numeric", false),
                 new Constraint.Exclude('e', [new Constraint.Exclude.Element('during', '&&')], null, 'parent > 0', Deferral.NOT_DEFERRABLE)],
                [new Index('ix', T, [new Index.Element.ColumnName('Say "hi"'), new Index.Element.Expression('lower(("Say ""hi""")::text) DESC')],
                        true, null, ['at'], 'price > \'1\'::numeric', since15),
                 new Index('ix2', T, [new Index.Element.ColumnName('during')], false, 'gist', [], null, false)],
                "an order's table", new Table.Options(false, false, false, true))

        when:
        run(connection, new CreateEnum(QualifiedName.of('Mood'), ['sad', "it's"], false),
                new CreateTable(new Table(parent.name(), parent.columns(), parent.constraints(), [], null, new Table.Options(false, false, false, true)), false),
                new CreateTable(table, false))
        Schema read = schema(connection)

        then:
        tables(read)['Order'] == table
        read.all(EnumType).toList() == [new EnumType(QualifiedName.of('Mood'), ['sad', "it's"])]
        others(read) == ['enum type Mood'] as Set

        when: 'what was read is made again'
        run(connection, new DropTable(T, false, false, null), new CreateTable(tables(read)['Order'], false))

        then:
        schema(connection) == read
    }

    def "#operation changes the schema, and its inverse brings back what was"() {
        given:
        run(connection,
                new CreateEnum(QualifiedName.of('mood'), ['sad'], false),
                new CreateTable(new Table(T, [ID, Column.of('a', Simple.TEXT).withDefault(new DefaultValue.Expression("'x'::text")).withComment('old')],
                        [PK, new Constraint.Check('c', 'id > 0', false)],
                        [new Index('ix', T, [new Index.Element.ColumnName('a')], false, null, [], null, false)], 'was', Table.Options.NONE), false))
        Schema before = schema(connection)

        when:
        run(connection, operation)

        then:
        schema(connection) != before

        when:
        run(connection, *operation.inverse().operations())

        then:
        schema(connection) == before

        where:
        operation << [
                new RenameTable(T, 'Other'),
                new SetTableComment(T, "it's", 'was'),
                new SetTableComment(T, null, 'was'),
                new AddColumn(T, Column.of('b', Simple.INTEGER).withComment('x'),
                        [new Constraint.Unique('u', ['b'], Deferral.NOT_DEFERRABLE, false),
                         new Constraint.Check('cb', 'b > 0', true),
                         new Constraint.ForeignKey('f', ['b'], T, [], 'CASCADE', null, null, Deferral.INITIALLY_DEFERRED, true)],
                        new Index('ib', T, [new Index.Element.ColumnName('b')], false, null, [], null, false), false),
                new AlterColumn(T, 'a',
                        new ColumnChange('A', new ColumnType.Varchar(5), false, new Change(new DefaultValue.Literal('y')), new Change('new'), null),
                        new ColumnChange(null, Simple.TEXT, true, new Change(new DefaultValue.Expression("'x'::text")), new Change('old'), null)),
                new AlterColumn(T, 'a', new ColumnChange(null, null, null, new Change(null), new Change(null), null),
                        new ColumnChange(null, null, null, new Change(new DefaultValue.Literal('x')), new Change('old'), null)),
                new CreateIndex(new Index('i2', T, [new Index.Element.Expression('lower(a)')], false, null, ['id'], 'id > 5', false), false, false),
                new CreateIndex(new Index('i2', T, [new Index.Element.ColumnName('a')], true, null, [], null, false), true, false),
                new DropIndex(QualifiedName.of('ix'), T, false, false, false,
                        new Index('ix', T, [new Index.Element.ColumnName('a')], false, null, [], null, false)),
                new RenameIndex(QualifiedName.of('ix'), 'Ix 2'),
                new AddConstraint(T, new Constraint.Unique('u', ['a'], Deferral.INITIALLY_DEFERRED, false)),
                new DropConstraint('c', T, null, false, false, new Constraint.Check('c', 'id > 0', false)),
                new DropConstraint('pk', T, null, false, true, PK),
                new CreateEnum(QualifiedName.of('mood2'), ['a', 'b'], false),
                new DropEnum(QualifiedName.of('mood'), false, false, ['sad']),
                new BatchAlterTable(T, [
                        new AddColumn(T, Column.of('b', Simple.INTEGER), [], null, false),
                        new AddConstraint(T, new Constraint.Check('b_ok', 'b > 0', false))])]
    }

    def "what is there or not there already is left alone when the operation says so: #operation"() {
        given:
        run(connection, new CreateEnum(QualifiedName.of('mood'), ['sad'], false), new CreateTable(new Table(T, [ID], [PK],
                [new Index('ix', T, [new Index.Element.ColumnName('id')], false, null, [], null, false)], null, Table.Options.NONE), false))
        Schema before = schema(connection)

        when:
        run(connection, operation)

        then:
        schema(connection) == before

        where:
        operation << [
                new CreateTable(new Table(T, [ID], [], [new Index('ix', T, [new Index.Element.ColumnName('id')], false, null, [], null, false)],
                        null, Table.Options.NONE), true),
                new DropTable(QualifiedName.of('none'), true, false, null),
                new AddColumn(T, ID, [new Constraint.Check(null, 'id > 0', false), new Constraint.Unique(null, ['id'], Deferral.NOT_DEFERRABLE, false),
                                      new Constraint.ForeignKey(null, ['id'], T, [], null, null, null, Deferral.NOT_DEFERRABLE, false)], null, true),
                new DropColumn(T, 'none', true, true, null),
                new DropConstraint('none', T, null, true, false, null),
                new CreateIndex(new Index('ix', T, [new Index.Element.ColumnName('id')], false, null, [], null, false), true, true),
                new DropIndex(QualifiedName.of('none'), null, true, true, false, null),
                new CreateEnum(QualifiedName.of('mood'), ['other'], true),
                new DropEnum(QualifiedName.of('none'), true, false, null)]
    }

    def "cascade takes along what depends"() {
        given:
        run(connection, new CreateTable(new Table(T, [ID], [PK], [], null, Table.Options.NONE), false))
        database.execute('CREATE VIEW v AS SELECT id FROM "Order"')

        when:
        run(connection, new DropTable(T, false, true, null))

        then:
        schema(connection) == Schema.EMPTY
    }

    def "a temporary table is the session's own"() {
        when:
        run(connection, new CreateTable(new Table(T, [ID], [], [], null, new Table.Options(false, false, true, false)), false))

        then:
        PostgresRunner.read(connection, 'SELECT count(*) FROM "Order"') == [0L]
        schema(connection) == Schema.EMPTY
    }

    def "using converts the values when a type changes"() {
        given:
        database.execute("CREATE TABLE t (a text)", "INSERT INTO t VALUES ('5 apples'), (NULL)")

        when:
        run(connection, new AlterColumn(QualifiedName.of('t'), 'a',
                new ColumnChange(null, Simple.INTEGER, null, null, null, "split_part(a, ' ', 1)::integer"), ColumnChange.NONE))

        then:
        database.rows('SELECT a FROM t') == [[5], [null]]
    }

    def "rows are inserted, updated and deleted with every kind of value and condition"() {
        given:
        database.execute("CREATE TYPE mood AS ENUM ('sad', 'ok')",
                'CREATE TABLE t (id integer PRIMARY KEY, m mood, j jsonb, u uuid, at timestamptz, tags text[])')
        QualifiedName t = QualifiedName.of('t')
        UUID uuid = UUID.randomUUID()

        when:
        run(connection, new InsertRows(t, [
                [id: 1, m: 'sad', j: '{"a": 1}', u: uuid, at: '2026-11-21T10:15:00Z', tags: ['x', "y'z"]],
                [id: 2, m: 'ok', j: null, u: uuid.toString(), at: new SqlExpression('now()'), tags: []],
                [id: 3, m: null, j: '[]', u: null, at: null, tags: null]]))

        then:
        database.rows('SELECT id, m::text, j::text, tags::text FROM t ORDER BY id') == [
                [1, 'sad', '{"a": 1}', "{x,y'z}"], [2, 'ok', null, '{}'], [3, null, '[]', null]]

        expect:
        matched(t, condition) == ids

        where:
        condition                                                        || ids
        null                                                             || [1, 2, 3]
        new Condition.Matches([m: 'sad'])                                || [1]
        new Condition.Matches([m: null])                                 || [3]
        new Condition.Matches([m: ['sad', 'ok']])                        || [1, 2]
        new Condition.Matches([m: ['ok', null]])                         || [2, 3]
        new Condition.Matches([id: []])                                  || []
        new Condition.Matches([id: [1, 3], j: '[]'])                     || [3]
        new Condition.Matches([at: '2026-11-21T12:15:00+02:00'])         || [1]
        new Condition.Sql("j ? 'a'", [:])                                || [1]
        new Condition.Sql("j ? :k OR id = :id::integer", [k: 'a', id: 3]) || [1, 3]
        new Condition.Sql('id = ANY (:ids)', [ids: [2, 3]])              || [2, 3]
    }

    private List<Integer> matched(QualifiedName table, Condition condition) {
        run(connection, new UpdateRows(table, condition, [tags: ['matched'], at: new SqlExpression('at')]))
        List<Integer> updated = PostgresRunner.read(connection, "SELECT id FROM t WHERE tags = '{matched}' ORDER BY id")
        run(connection, new DeleteRows(table, condition))
        List<Integer> left = PostgresRunner.read(connection, 'SELECT id FROM t')
        assert (left as Set) == ([1, 2, 3] - updated) as Set
        updated
    }

    def "what the server's own quoting leaves alone, ours does too, and the other way round"() {
        given:
        List<String> words = database.rows('SELECT word FROM pg_get_keywords()')*.get(0) + ['a', '_', 'A', 'a b', 'a"b', '1', 'a1', 'ä', 'a$', '"']

        expect:
        words.every { word ->
            String quoted = database.rows("SELECT quote_ident(${PostgresRunner.DIALECT.spelling().literal(word)})")[0][0]
            PostgresRunner.DIALECT.spelling().quote(word) in [quoted, "\"${word.replace('"', '""')}\"".toString()]
        }
        database.rows('SELECT word, quote_ident(word) FROM pg_get_keywords()').every { row -> row[1] in [row[0], PostgresRunner.DIALECT.spelling().quote(row[0])] }
    }

    def "SQL of an author's own reaches the server unharmed"() {
        when:
        run(connection,
                new Execute('''
                    CREATE TABLE t (id integer, j jsonb); -- a; comment
                    CREATE FUNCTION f() RETURNS integer LANGUAGE plpgsql AS $f$ BEGIN PERFORM ':x ?'; RETURN 1; END; $f$;
                    CREATE FUNCTION g(x integer) RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT CASE x WHEN 1 THEN 2 END; END;
                    CREATE RULE r AS ON DELETE TO t DO ALSO (SELECT 1; SELECT 2);
                    INSERT INTO t VALUES (1, '{"a": 1}'), (2, '{"b": ":x"}');
                    DELETE FROM t WHERE j ? 'b' AND '{fn x}' = '{fn x}'
                    ''', [:]),
                new Execute('UPDATE t SET id = :n + cardinality((ARRAY[1, 2, 3])[1\\:1]) WHERE j ? :key AND j ?| :keys::text[]; SELECT f()', [n: 10, key: 'a', keys: ['a', 'z']]))

        then:
        database.rows('SELECT id, g(1), f() FROM t') == [[11, 2, 1]]
    }
}
