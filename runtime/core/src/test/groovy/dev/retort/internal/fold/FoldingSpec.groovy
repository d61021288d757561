package dev.retort.internal.fold

import dev.retort.RetortException
import dev.retort.internal.dialect.Dialects
import dev.retort.internal.operation.Operation
import dev.retort.internal.schema.ColumnType
import dev.retort.internal.schema.EnumType
import dev.retort.internal.schema.QualifiedName
import dev.retort.internal.schema.Schema
import dev.retort.internal.schema.View
import dev.retort.internal.script.Channel
import dev.retort.internal.sandbox.ScriptCompiler
import spock.lang.Shared
import spock.lang.Specification

/** What operations do to a schema, and what they cannot do to it. */
class FoldingSpec extends Specification {

    private static final String BEGINNING = '''\
        createEnum 'mood', ['sad', 'ok']
        createTable('users') {
            column 'id', integer, primaryKey: true
            column 'email', text, nullable: false
            column 'age', integer
            unique 'email', name: 'uq_email'
            check 'age > 0', name: 'ck_age'
            index 'age', name: 'ix_age'
        }
        createTable('orders') {
            column 'id', integer, primaryKey: true
            column 'user_email', text
            foreignKey 'user_email', references: 'users.email', name: 'fk_user'
        }
        createView 'emails', 'SELECT email FROM users'
        '''

    @Shared ScriptCompiler compiler = new ScriptCompiler()

    private List<Operation> operations(String dialect, String body) {
        List<Operation> seen = []
        Channel channel = [dialect: { -> dialect }, isOffline: { -> false }, at: { }, apply: { Operation each -> seen << each; 0L }] as Channel
        compiler.compile('x.groovy', "revision 'x'\nupgrade {\n$body\n}\ndowngrade { }\n").upgrade(channel)
        seen
    }

    private Schema folded(String dialect, String... bodies) {
        def folding = new Folding(Dialects.ofUrl(dialect == 'sqlite' ? 'jdbc:sqlite:none.db' : 'jdbc:postgresql://nowhere/none').dialect().folding())
        bodies.inject(Schema.EMPTY) { schema, body -> folding.after(schema, operations(dialect, body)) }
    }

    def "on #dialect, #body is refused: #message"() {
        when:
        folded(dialect, BEGINNING, body)

        then:
        def refused = thrown(RetortException)
        refused.message.startsWith(message)

        where:
        [dialect, [body, message]] << [['postgresql', 'sqlite'], [
                ["addColumn 'user', 'x', text", 'There is no table "user". Did you mean "users"?'],
                ["addColumn 'users', 'age', text", 'There is a column "age" in the table "users" already.'],
                ["dropColumn 'users', 'agee'", 'There is no column "agee" in the table "users". Did you mean "age"?'],
                ["dropColumn 'users', 'email'", 'The column "email" of the table "users" cannot be dropped: '],
                ["alterColumn 'users', 'nothing', nullable: true", 'There is no column "nothing" in the table "users".'],
                ["dropTable 'users'", 'The table "users" cannot be dropped: '],
                ["renameTable 'orders', 'users'", 'There is a table "users" already.'],
                ["createTable('orders') { column 'id', integer }", 'There is a table "orders" already.'],
                ["createIndex 'ix_age', 'orders', ['id']", 'There is an index "ix_age" already.'],
                ["createIndex 'ix_new', 'orders', ['nothing']", 'There is no column "nothing" in the table "orders".'],
                ["dropIndex 'ix_agee', 'users'", 'There is no index "ix_agee". Did you mean "ix_age"?'],
                ["dropConstraint 'ck_agee', 'users'", 'There is no constraint "ck_agee" of the table "users". Did you mean "ck_age"?'],
                ["createCheckConstraint 'ck_age', 'users', 'age > 1'", 'There is a constraint "ck_age" of the table "users" already.'],
                ["dropView 'email'", 'There is no view "email". Did you mean "emails"?'],
                ["createView 'emails', 'SELECT 1'", 'There is a view "emails" already.'],
                ["dropTrigger 'nothing', 'users'", 'There is no trigger "nothing" of "users".'],
                ["table('user').where(id: 1).delete()", 'There is no table "user". Did you mean "users"?'],
                ["table('users').where(idd: 1).delete()", 'There is no column "idd" in the table "users". Did you mean "id"?'],
                ["execute 'ALTER TABLE users DROP COLUMN nothing'", 'There is no column "nothing" in the table "users".'],
        ]].combinations()
    }

    def "on PostgreSQL, #body is refused: #message"() {
        when:
        folded('postgresql', BEGINNING, body)

        then:
        def refused = thrown(RetortException)
        refused.message.startsWith(message)

        where:
        body                                                                          || message
        "createForeignKey 'fk_age', 'orders', 'users', ['id'], ['age']"               || 'A foreign key refers to "age" of the table "users", on which there is no primary key'
        "createForeignKey 'fk_x', 'orders', 'nothing', ['id'], ['id']"                || 'There is no table "nothing".'
        "dropConstraint 'uq_email', 'users'"                                          || 'The constraint "uq_email" of the table "users" cannot be dropped: the foreign key "fk_user" of the table "orders" needs it.'
        "addEnumValue 'mod', 'great'"                                                 || 'There is no enum type "mod". Did you mean "mood"?'
        "addEnumValue 'mood', 'ok'"                                                   || 'The enum type "mood" has the value "ok" already.'
        "renameEnumValue 'mood', 'happy', 'glad'"                                     || 'There is no value "happy" in the enum type "mood".'
        "dropSequence 'nothing'"                                                      || 'There is no sequence "nothing".'
        "dropFunction 'nothing()'"                                                    || 'There is no function "nothing()".'
        "createTable('x') { column 'm', enumeration('nothing', ['a']) }"              || 'There is no enum type "nothing".'
    }

    def "on #dialect, after #what an unknown name is no error: #body"() {
        when:
        folded(dialect, BEGINNING, uncertain, body)

        then:
        noExceptionThrown()

        where:
        dialect      | what           | uncertain                                                       | body
        'postgresql' | 'a block'      | "execute 'DO \\\$\\\$ BEGIN END \\\$\\\$'"                      | "addColumn 'other', 'x', text"
        'postgresql' | 'an unread form' | "execute 'ALTER TABLE users SET SCHEMA app'"                  | "addColumn 'users', 'age', text"
        'postgresql' | 'LIKE'         | "execute 'CREATE TABLE copy (LIKE users)'"                      | "dropColumn 'copy', 'whatever'"
        'sqlite'     | 'AS SELECT'    | "execute 'CREATE TABLE copy AS SELECT 1 AS a'"                  | "dropColumn 'copy', 'whatever'"
    }

    def "an enum type that SQL renames is that of its columns"() {
        given: 'how a type gets another order of values, as other tools write it'
        def body = """
            createTable('people') { column 'id', integer, primaryKey: true; column 'mood', enumeration('mood', ['sad', 'ok']), default: 'ok' }
            execute \'\'\'
                CREATE TYPE mood_new AS ENUM ('ok', 'sad');
                ALTER TABLE people ALTER COLUMN mood DROP DEFAULT;
                ALTER TABLE people ALTER COLUMN mood TYPE mood_new USING (mood::text::mood_new);
                ALTER TYPE mood RENAME TO mood_old;
                ALTER TYPE mood_new RENAME TO mood;
                DROP TYPE mood_old;
                ALTER TABLE people ALTER COLUMN mood SET DEFAULT 'ok';
            \'\'\'"""

        when:
        def schema = folded('postgresql', BEGINNING, body)

        then:
        schema.table(QualifiedName.of('people')).get().columns()[1].type() == new ColumnType.Enumeration(QualifiedName.of('mood'), ['ok', 'sad'])
        schema.all(EnumType)*.values() == [['ok', 'sad']]
    }

    def "what goes with a column, what a rename reaches, and what a cascade takes"() {
        when:
        def schema = folded('postgresql', BEGINNING, body)
        def users = schema.table(QualifiedName.of(table)).get()

        then:
        [users.columns()*.name(), users.constraints()*.name(), users.indexes()*.name(), schema.all(View).count()] == result

        where:
        body                                              | table   || result
        "dropColumn 'users', 'age'"                       | 'users' || [['id', 'email'], ['pk_users', 'uq_email'], [], 1]
        "renameColumn 'users', 'age', 'years'"            | 'users' || [['id', 'email', 'years'], ['pk_users', 'uq_email', 'ck_age'], ['ix_age'], 1]
        "dropColumn 'users', 'email', cascade: true"      | 'users' || [['id', 'age'], ['pk_users', 'ck_age'], ['ix_age'], 0]
        "renameTable 'users', 'people'"                   | 'people' || [['id', 'email', 'age'], ['pk_users', 'uq_email', 'ck_age'], ['ix_age'], 1]
        "renameIndex 'ix_age', 'ix_years'"                | 'users' || [['id', 'email', 'age'], ['pk_users', 'uq_email', 'ck_age'], ['ix_years'], 1]
        "execute 'ALTER TABLE users ADD CONSTRAINT k UNIQUE (age)'" | 'users' || [['id', 'email', 'age'], ['pk_users', 'k', 'uq_email', 'ck_age'], ['ix_age'], 1]
    }

    def "on #dialect, after #body a view of #query reads #result"() {
        when:
        def schema = folded(dialect, "createTable('t') { column 'a', integer; column 'b', text }\ncreateView 'v', '$query'", body)

        then:
        schema.view(QualifiedName.of('v')).get().query() == result
        schema.uncertain().isEmpty() == certain

        where:
        dialect      | query                                      | body                                                    || result                                               | certain
        'postgresql' | 'SELECT a FROM t'                          | "renameTable 't', 'u'"                                  || 'SELECT a FROM u'                                    | true
        'postgresql' | 'SELECT t.a, x.b FROM t JOIN t x ON t.a = x.a' | "renameTable 't', 'U'"                              || 'SELECT "U".a, x.b FROM "U" JOIN "U" x ON "U".a = x.a' | true
        'postgresql' | 'SELECT a FROM public.t'                   | "renameTable 't', 'u'"                                  || 'SELECT a FROM public.u'                             | true
        'postgresql' | 'SELECT public.t.a FROM public.t'          | "renameTable 't', 'u'"                                  || 'SELECT public.t.a FROM public.t'                    | false
        'postgresql' | 'SELECT a, lower(b) FROM t WHERE a > 0'    | "renameColumn 't', 'a', 'c'"                            || 'SELECT c AS a, lower(b) FROM t WHERE c > 0'         | true
        'postgresql' | 'SELECT t.a AS x FROM t GROUP BY t.a'      | "renameColumn 't', 'a', 'c'"                            || 'SELECT t.c AS x FROM t GROUP BY t.c'                | true
        'postgresql' | 'SELECT a::text FROM t'                    | "renameColumn 't', 'a', 'c'"                            || 'SELECT a::text FROM t'                              | false
        'postgresql' | 'SELECT * FROM t'                          | "renameColumn 't', 'a', 'c'"                            || 'SELECT c AS a, b FROM t'                            | true
        'postgresql' | 'SELECT * FROM t'                          | "addColumn 't', 'c', integer"                           || 'SELECT a, b FROM t'                                 | true
        'postgresql' | 'SELECT a FROM t'                          | "execute 'ALTER TABLE t RENAME TO u'"                   || 'SELECT a FROM u'                                    | true
        'sqlite'     | 'SELECT t.a FROM t'                        | "renameTable 't', 'u'"                                  || 'SELECT u.a FROM u'                                  | true
        'sqlite'     | 'SELECT a, b FROM t WHERE A > 0'           | "renameColumn 't', 'a', 'c'"                            || 'SELECT c, b FROM t WHERE c > 0'                     | true
        'sqlite'     | 'SELECT * FROM t'                          | "addColumn 't', 'c', integer"                           || 'SELECT * FROM t'                                    | true
    }
}
