package dev.retort.internal.dialect.sqlite

import dev.retort.internal.dialect.Capability
import dev.retort.RetortException
import dev.retort.internal.dialect.ReadScope
import dev.retort.internal.dialect.SqlError
import dev.retort.internal.schema.QualifiedName
import dev.retort.internal.schema.Schema
import java.nio.file.Files
import java.sql.DriverManager
import java.sql.SQLException
import spock.lang.AutoCleanup
import spock.lang.Specification

import static dev.retort.internal.testing.InSchema.tables

class SessionSpec extends Specification {

    static final DIALECT = SqliteFile.DIALECT

    @AutoCleanup
    SqliteFile file = new SqliteFile()

    private static Map<String, Long> settings(connection) {
        ['foreign_keys', 'legacy_alter_table', 'busy_timeout'].collectEntries { [it, Queries.number(connection, "PRAGMA $it")] }
    }

    def "the connection is put back as it was, autocommit #autoCommit"() {
        given:
        def connection = file.open()
        ['PRAGMA foreign_keys = ON', 'PRAGMA legacy_alter_table = ON', 'PRAGMA busy_timeout = 4711'].each {
            connection.createStatement().execute(it)
        }
        connection.autoCommit = autoCommit

        when:
        def session = DIALECT.sessions().session(connection)

        then:
        settings(connection).foreign_keys == 0
        settings(connection).busy_timeout < 1000

        when:
        session.begin()
        connection.createStatement().execute('CREATE TABLE t(a)')
        session.commit()
        session.begin()
        connection.createStatement().execute('CREATE TABLE gone(a)')
        session.close()

        then:
        connection.autoCommit == autoCommit
        settings(connection) == [foreign_keys: 1, legacy_alter_table: 1, busy_timeout: 4711]
        DIALECT.reading().hasTable(connection, QualifiedName.of('T'))
        !DIALECT.reading().hasTable(connection, QualifiedName.of('gone'))

        cleanup:
        connection.close()

        where:
        autoCommit << [true, false]
    }

    def "a connection within a transaction is refused"() {
        given:
        def connection = file.open()
        connection.createStatement().execute('PRAGMA foreign_keys = ON')
        connection.createStatement().execute('BEGIN')

        when:
        DIALECT.sessions().session(connection)

        then:
        def failure = thrown(RetortException)
        failure.message.startsWith('The connection is within a transaction')

        cleanup:
        connection.close()
    }

    def "only one connection can begin; the other is told that it is busy, soon"() {
        given:
        def one = file.open()
        def two = file.open()
        def first = DIALECT.sessions().session(one)
        def second = DIALECT.sessions().session(two)
        first.begin()

        when:
        def start = System.nanoTime()
        second.begin()

        then:
        def failure = thrown(SQLException)
        System.nanoTime() - start < 5_000_000_000L
        with(DIALECT.errors().explain(failure)) {
            kind() == SqlError.Kind.BUSY
            message() == 'database is locked'
            state() == 'SQLITE_BUSY'
        }

        when:
        second.rollback()
        first.rollback()
        second.begin()
        second.commit()

        then:
        noExceptionThrown()

        cleanup:
        [first, second, one, two]*.close()
    }

    def "rows that lose their parent stop the commit; those that had none before do not"() {
        given:
        file.execute(
                'CREATE TABLE p(id INTEGER PRIMARY KEY)', 'CREATE TABLE c(id INTEGER PRIMARY KEY, p int REFERENCES p, q int)',
                'CREATE TABLE w(k text PRIMARY KEY, p int REFERENCES p) WITHOUT ROWID',
                'INSERT INTO p VALUES (1), (2)', 'INSERT INTO c VALUES (10, 1, 0), (11, 99, 0), (12, 2, 0)', "INSERT INTO w VALUES ('x', 98)")
        def connection = file.open()
        def session = DIALECT.sessions().session(connection)

        when:
        session.begin()
        connection.createStatement().execute('CREATE TABLE other(a)')
        session.commit()

        then:
        noExceptionThrown()

        when:
        session.begin()
        connection.createStatement().execute('DELETE FROM p WHERE id = 2')
        connection.createStatement().execute("INSERT INTO w VALUES ('y', 97)")
        session.commit()

        then:
        def failure = thrown(RetortException)
        failure.kind() == RetortException.Kind.FAILED
        failure.problems()*.sentence() as Set == [
                'Row 12 of the table "c" refers to a row of "p" that is not there (p = 2).',
                'A row of the table "w" refers to a row of "p" that is not there.'] as Set

        when:
        session.rollback()

        then:
        file.rows('SELECT count(*) FROM p') == [[2]]

        cleanup:
        session.close()
        connection.close()
    }

    def "a violation from before is known under the new names of its tables"() {
        given:
        file.execute('CREATE TABLE p(id INTEGER PRIMARY KEY)', 'CREATE TABLE c(id INTEGER PRIMARY KEY, p int REFERENCES p)',
                'INSERT INTO c VALUES (10, 99), (11, 98)')
        def rename = { from, to -> new dev.retort.internal.operation.RenameTable(SqliteFile.name(from), to) }

        when:
        file.run(rename('c', 'children'), rename('p', 'parents'))

        then:
        file.rows('SELECT "table" FROM pragma_foreign_key_list(\'children\')') == [['parents']]

        when:
        file.run(rename('children', 'c'), new dev.retort.internal.operation.Execute('INSERT INTO c VALUES (12, 97)', [:]))

        then:
        def failure = thrown(RetortException)
        failure.problems()*.sentence() == ['Row 12 of the table "c" refers to a row of "parents" that is not there (p = 97).']
    }

    def "a table cannot go while rows refer to it"() {
        given:
        file.execute('CREATE TABLE p(id INTEGER PRIMARY KEY)', 'CREATE TABLE c(p int REFERENCES p)', 'INSERT INTO p VALUES (1)', 'INSERT INTO c VALUES (1)')
        def drop = new dev.retort.internal.operation.DropTable(SqliteFile.name('p'), false, false, null)

        when:
        file.run(new dev.retort.internal.operation.Execute('DROP TABLE p', [:]))

        then:
        def failure = thrown(RetortException)
        failure.problems()*.sentence() == ['A foreign key of the table "c" refers to the table "p", which does not exist.',
                                           'Row 1 of the table "c" refers to a row of "p" that is not there (p = 1).']

        when:
        file.run(drop)

        then:
        def refused = thrown(RetortException)
        refused.problems()*.sentence() == ['The table "p" cannot be dropped: a foreign key of the table "c" needs it.']

        when:
        file.run(new dev.retort.internal.operation.DropTable(SqliteFile.name('c'), false, false, null), drop)

        then:
        tables(file.schema()).isEmpty()
    }

    def "a foreign key without its counterpart is named, and tolerated where it was there before"() {
        given:
        file.execute('CREATE TABLE p(id int)', 'CREATE TABLE c(p int REFERENCES p(id))', 'INSERT INTO c VALUES (1)')
        def connection = file.open()
        def session = DIALECT.sessions().session(connection)

        when:
        session.begin()
        session.commit()

        then:
        noExceptionThrown()

        when:
        session.begin()
        connection.createStatement().execute('CREATE TABLE d(p int REFERENCES p(id))')
        connection.createStatement().execute('INSERT INTO d VALUES (1)')
        session.commit()

        then:
        def failure = thrown(RetortException)
        failure.problems()*.sentence() == ['A foreign key of the table "d" does not fit: foreign key mismatch - "d" referencing "p".']

        cleanup:
        session.close()
        connection.close()
    }

    def "many violations are counted, and ten of them named"() {
        given:
        file.execute('CREATE TABLE p(id INTEGER PRIMARY KEY)', 'CREATE TABLE c(p int REFERENCES p)')

        when:
        file.run(new dev.retort.internal.operation.Execute(
                'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 25) INSERT INTO c SELECT i FROM n', [:]))

        then:
        def failure = thrown(RetortException)
        failure.problems().size() == 11
        failure.problems().last().sentence() == 'There are 15 more such rows.'
    }

    def "#what: #kind"() {
        when:
        DriverManager.getConnection(url(file)).withCloseable { connection ->
            connection.createStatement().execute(sql)
        }

        then:
        def failure = thrown(SQLException)
        with(DIALECT.errors().explain(failure)) {
            it.kind() == kind
            it.message() == message
            it.position() == 0
        }

        where:
        what                  | url                                                                  | sql                  | kind                      | message
        'a missing folder'    | { "jdbc:sqlite:/nonexistent/folder/x.db" }                           | 'SELECT 1'           | SqlError.Kind.UNREACHABLE | 'unable to open database file'
        'not a database'      | { "jdbc:sqlite:" + text() }                                          | 'CREATE TABLE t(a)'  | SqlError.Kind.UNREACHABLE | 'file is not a database'
        'a read-only file'    | { readOnly(it) }                                                     | 'CREATE TABLE t(a)'  | SqlError.Kind.READ_ONLY   | 'attempt to write a readonly database'
        'a misspelt word'     | { it.jdbcUrl }                                                       | 'SELEC 1'            | SqlError.Kind.STATEMENT   | 'near "SELEC": syntax error'
        'a missing table'     | { it.jdbcUrl }                                                       | 'SELECT * FROM nope' | SqlError.Kind.STATEMENT   | 'no such table: nope'
    }

    private static String text() {
        def path = Files.createTempFile('retort', '.db')
        path.toFile().deleteOnExit()
        Files.writeString(path, 'no database at all, but long enough to be looked at. ' * 50)
    }

    private static String readOnly(SqliteFile file) {
        file.execute('CREATE TABLE x(a)')
        file.jdbcUrl.replace('jdbc:sqlite:', 'jdbc:sqlite:file:') + '?mode=ro'
    }

    def "there is no session lock"() {
        expect:
        !DIALECT.has(Capability.SESSION_LOCKS)
        DIALECT.sessions().beginStatement() == 'BEGIN IMMEDIATE'
        DIALECT.scripts().openingStatements() == ['PRAGMA foreign_keys = OFF']

        when:
        DIALECT.locks().tryLock(file.open(), 'x')

        then:
        thrown(IllegalStateException)
    }

    def "a shadow has the schema and no rows, and can be altered"() {
        given:
        file.execute('CREATE TABLE p(id INTEGER PRIMARY KEY AUTOINCREMENT)', 'CREATE TABLE t(a text, p int REFERENCES p)', 'INSERT INTO t VALUES (1, 2)',
                'CREATE VIEW v AS SELECT * FROM t', 'CREATE INDEX i ON t(a DESC)', 'CREATE TRIGGER tr INSTEAD OF INSERT ON v BEGIN SELECT 1; END',
                'CREATE VIRTUAL TABLE f USING fts5(a)', 'ANALYZE')
        def connection = file.open()

        when:
        def shadow = DIALECT.scripts().shadow(Optional.of(connection)).get()

        then:
        DIALECT.reading().read(shadow, ReadScope.FIRST_SCHEMA) == file.schema()
        Queries.rows(shadow, 'SELECT * FROM t') == []
        DIALECT.reading().read(DIALECT.scripts().shadow(Optional.empty()).get(), ReadScope.FIRST_SCHEMA) == Schema.EMPTY

        cleanup:
        shadow?.close()
        connection.close()
    }
}
