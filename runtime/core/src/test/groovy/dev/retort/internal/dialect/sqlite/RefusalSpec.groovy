package dev.retort.internal.dialect.sqlite

import dev.retort.RetortException
import dev.retort.internal.operation.BatchAlterTable
import dev.retort.internal.operation.ConstraintKind
import dev.retort.internal.operation.DropConstraint
import dev.retort.internal.operation.DropIndex
import dev.retort.internal.operation.RenameTable
import dev.retort.internal.schema.Column
import dev.retort.internal.schema.Constraint
import dev.retort.internal.schema.QualifiedName
import spock.lang.AutoCleanup
import spock.lang.Specification

import static dev.retort.internal.testing.InSchema.others
import static dev.retort.internal.testing.InSchema.tables
import static dev.retort.internal.dialect.sqlite.SqliteFile.*
import static dev.retort.internal.schema.ColumnType.Simple.INTEGER
import static dev.retort.internal.schema.ColumnType.Simple.TEXT

class RefusalSpec extends Specification {

    @AutoCleanup
    SqliteFile file = new SqliteFile()

    def "a column that #what needs is not dropped, and the sentence names it"() {
        given:
        file.execute('CREATE TABLE t(a text, b int, c int)', *others)
        def before = file.snapshot()

        when:
        file.run(drop('t', 'a'))

        then:
        def failure = thrown(RetortException)
        failure.kind() == RetortException.Kind.SCRIPT
        failure.message.contains(sentence)
        file.snapshot() == before

        where:
        what                  | others                                                                                                                  | sentence
        'a view'              | ['CREATE VIEW v AS SELECT a, b FROM t']                                                                                 | 'The column "a" of the table "t" cannot be dropped: the view "v" needs it.'
        'a quoted view'       | ['CREATE VIEW v AS SELECT "a" FROM t']                                                                                  | 'the view "v" needs it'
        'a trigger'           | ['CREATE TRIGGER tr AFTER INSERT ON t BEGIN SELECT NEW.a; END']                                                         | 'the trigger "tr" needs it'
        'a trigger on update' | ['CREATE TRIGGER tr AFTER UPDATE OF a ON t BEGIN SELECT 1; END']                                                        | 'the trigger "tr" needs it'
        'a trigger elsewhere' | ['CREATE TABLE u(x)', 'CREATE TRIGGER tr AFTER INSERT ON u BEGIN DELETE FROM t WHERE a = NEW.x; END']                   | 'the trigger "tr" needs it'
        'a foreign key'       | ['CREATE TABLE u(x REFERENCES t(a))']                                                                                   | 'the table "u" needs it'
        'a computed column'   | ['ALTER TABLE t ADD COLUMN g AS (a || b)']                                                                              | 'a generated column of the table needs it'
        'a view on a view'    | ['CREATE VIEW v AS SELECT * FROM t', 'CREATE VIEW w AS SELECT a FROM v']                                                | 'error in view w'
    }

    def "a table that has the name a rebuild needs is told by its name"() {
        given:
        file.execute('CREATE TABLE t(a text)', 'CREATE TABLE _retort_new_t(a text)')

        when:
        file.run(retype('t', 'a', INTEGER))

        then:
        def failure = thrown(RetortException)
        failure.message == 'There is a table "_retort_new_t", which is the name that "t" has while it is rebuilt. Drop it or rename it first.'
    }

    def "a primary key that foreign keys mean without naming it is not dropped"() {
        given:
        file.execute('CREATE TABLE t(id text PRIMARY KEY, b int)', 'CREATE TABLE u(x REFERENCES t)')

        when:
        file.run(drop('t', 'id'))

        then:
        def failure = thrown(RetortException)
        failure.message.contains('a foreign key of the table "u" needs it')
    }

    def "with cascade, views and triggers that use the column go with it"() {
        given:
        file.execute('CREATE TABLE t(a text, b int)', "INSERT INTO t VALUES ('x', 1)",
                'CREATE VIEW v AS SELECT a FROM t', 'CREATE VIEW w AS SELECT b FROM t',
                'CREATE TRIGGER tr AFTER INSERT ON t BEGIN SELECT NEW.a; END',
                'CREATE TRIGGER stays AFTER INSERT ON t BEGIN SELECT NEW.b; END')

        when:
        file.run(drop('t', 'a', true))

        then:
        file.rows('SELECT * FROM w') == [[1]]
        others(file.schema()) == ['view w', 'trigger t.stays'] as Set
    }

    def "the table's own indexes and constraints on a dropped column go with it, the others stay"() {
        given:
        file.execute(
                '''CREATE TABLE t(a text CONSTRAINT ck_a CHECK (length(a) > 0), length int CHECK (length > 0), b int,
                   CONSTRAINT uq_ab UNIQUE (a, b), CONSTRAINT uq_b UNIQUE (b), CHECK (a <> 'length'), CHECK (b > length))''',
                "INSERT INTO t VALUES ('x', 1, 2)",
                'CREATE INDEX i_a ON t(lower(a))', 'CREATE INDEX i_where ON t(b) WHERE a IS NULL', 'CREATE INDEX i_b ON t(b)')

        when:
        file.run(drop('t', 'a'))

        then:
        file.rows('SELECT * FROM t') == [[1, 2]]
        with(tables(file.schema()).t) {
            indexes()*.name() == ['i_b']
            constraints() == [
                    new Constraint.Unique('uq_b', ['b'], dev.retort.internal.schema.Deferral.NOT_DEFERRABLE, false),
                    new Constraint.Check(null, 'b > length', false),
                    new Constraint.Check(null, 'length > 0', false)]
        }
    }

    def "a constraint is dropped by #how"() {
        given:
        file.execute('CREATE TABLE p(id INTEGER PRIMARY KEY)',
                '''CREATE TABLE orders(id int PRIMARY KEY, a int UNIQUE, b int REFERENCES p(id), c int CHECK (c > 0), d int CHECK (d > 0),
                   CONSTRAINT "My Check" CHECK (a > b), UNIQUE (a, b), FOREIGN KEY (c) REFERENCES p(id))''')
        def before = tables(file.schema()).orders.constraints()

        when:
        file.run(dropConstraint('orders', name))

        then:
        before - tables(file.schema()).orders.constraints() == [before.find(gone)]
        before.size() == tables(file.schema()).orders.constraints().size() + 1

        where:
        how                            | name                | gone
        'its name'                     | 'My Check'          | { it.name() == 'My Check' }
        'its name in other case'       | 'my check'          | { it.name() == 'My Check' }
        "PostgreSQL's name: key"       | 'orders_pkey'       | { it instanceof Constraint.PrimaryKey }
        "PostgreSQL's name: unique"    | 'orders_a_key'      | { it instanceof Constraint.Unique && it.columns() == ['a'] }
        "PostgreSQL's name: two"       | 'orders_a_b_key'    | { it instanceof Constraint.Unique && it.columns() == ['a', 'b'] }
        "PostgreSQL's name: reference" | 'orders_b_fkey'     | { it instanceof Constraint.ForeignKey && it.columns() == ['b'] }
        "PostgreSQL's name: check"     | 'orders_d_check'    | { it instanceof Constraint.Check && it.condition() == 'd > 0' }
    }

    def "what is not there is said with what is: #sentence"() {
        given:
        file.execute('CREATE TABLE users(id INTEGER PRIMARY KEY, email text UNIQUE, CONSTRAINT ck CHECK (email > 1))', 'CREATE VIEW v AS SELECT 1',
                'CREATE INDEX ix_email ON users(email)', 'CREATE VIRTUAL TABLE f USING fts5(a)')

        when:
        file.run(operation)

        then:
        def failure = thrown(RetortException)
        failure.kind() == RetortException.Kind.SCRIPT
        failure.message == sentence

        where:
        operation                                                   | sentence
        drop('user', 'email')                                       | 'There is no table "user". Did you mean "users"?'
        drop('users', 'emial')                                      | 'The table "users" has no column "emial". Did you mean "email"?'
        nullable('users', 'x', true)                                | 'The table "users" has no column "x". It has id, email.'
        rename('users', 'emial', 'x')                               | 'The table "users" cannot be changed so: no such column: "emial".'
        drop('v', 'a')                                              | '"v" is a view, not a table.'
        drop('f', 'a')                                              | 'The table "f" is virtual; SQLite cannot change it. Drop and create it.'
        dropConstraint('users', 'cq')                               | 'The table "users" has no constraint "cq"; it has "ck", "users_pkey", "users_email_key". Did you mean "ck"?'
        new DropConstraint('ck', name('users'), ConstraintKind.UNIQUE, false, false, null) | 'The constraint "ck" of the table "users" is no unique constraint but a check constraint.'
        check('users', 'ck', 'id > 0')                              | 'The table "users" has a constraint "ck" already.'
        constraint('users', new Constraint.PrimaryKey(null, ['email'])) | 'The table "users" has a primary key already.'
        unique('users', 'uq', 'nope')                               | 'The table "users" cannot be changed so: no such column: nope.'
        check('users', 'c2', 'nope > 1')                            | 'The table "users" cannot be changed so: no such column: nope.'
        check('users', 'c2', 'email >')                             | 'The table "users" cannot be changed so: near ")": syntax error.'
        retype('users', 'email', TEXT, 'nope(email)')               | 'The table "users" cannot be changed so: no such function: nope.'
        add('users', Column.of('email', TEXT))                      | 'The table "users" cannot be changed so: duplicate column name: email.'
        batch('users', new RenameTable(name('users'), 'x'))         | 'A batch for the table "users" changes that table only; renameTable has no place in it. Write it before or after the batch.'
        batch('users', drop('other', 'x'))                          | 'A batch for the table "users" cannot change the table "other".'
        batch('users', nullable('users', 'email', false), new DropIndex(name('ix_emial'), null, false, false, false, null)) | 'There is no index "ix_emial". Did you mean "ix_email"?'
        add('users', Column.of('x', INTEGER).withAutoincrement(true), new Constraint.PrimaryKey(null, ['x'])) | 'The table "users" cannot be changed so: table "users" has more than one primary key.'
    }

    def "a schema is refused"() {
        when:
        file.run(new BatchAlterTable(new QualifiedName('billing', 't'), [drop('t', 'a')]))

        then:
        def failure = thrown(RetortException)
        failure.message == /SQLite has no schemas. Write "t" instead of "billing.t"; attached databases are not migrated. Or write it for a database that has them: onlyOn('postgresql') { … }./
    }
}
