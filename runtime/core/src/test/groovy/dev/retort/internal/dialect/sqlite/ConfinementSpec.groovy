package dev.retort.internal.dialect.sqlite

import com.zaxxer.hikari.HikariConfig
import com.zaxxer.hikari.HikariDataSource
import dev.retort.Retort
import dev.retort.RetortException
import dev.retort.internal.dialect.SqlStatement
import dev.retort.internal.run.statement.StatementRunner
import dev.retort.internal.testing.Project
import java.lang.reflect.Proxy
import java.nio.file.Files
import java.nio.file.Path
import java.sql.Connection
import java.sql.SQLException
import org.sqlite.SQLiteConnection
import org.sqlite.SQLiteLimits
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** What SQLite itself refuses on a session's connection, the look at an author's text left out. */
class ConfinementSpec extends Specification {

    static final DIALECT = SqliteFile.DIALECT

    @AutoCleanup
    SqliteFile file = new SqliteFile()

    @AutoCleanup
    Project project = new Project()

    @TempDir
    Path folder

    private static Map<String, Object> state(Connection connection) {
        def database = connection.unwrap(SQLiteConnection).database
        [attached  : database.limit(SQLiteLimits.SQLITE_LIMIT_ATTACHED.id, -1),
         extensions: extensionAnswer(connection),
         writable  : Queries.number(connection, 'PRAGMA writable_schema')]
    }

    private static String extensionAnswer(Connection connection) {
        try {
            Queries.number(connection, "SELECT load_extension('')")
        } catch (SQLException e) {
            return Failures.message(e)
        }
    }

    /** As it was made, with what an application may have allowed itself. */
    private Connection openedWide() {
        def connection = file.open()
        connection.unwrap(SQLiteConnection).database.enable_load_extension(true)
        connection
    }

    def "SQLite refuses #text, whichever way it is run"() {
        given:
        def target = folder.resolve('reached')
        def connection = openedWide()
        def session = DIALECT.sessions().session(connection)
        def runner = new StatementRunner(DIALECT, connection)
        def sql = text.replace('FILE', target.toString())

        when:
        runner.run(SqlStatement.of(sql))

        then:
        def run = thrown(RetortException)
        run.message.contains(message)

        when:
        runner.query(sql)

        then:
        def asked = thrown(RetortException)
        asked.message.contains(message) || asked.message.contains('Query does not return results')
        !Files.exists(target)
        Queries.rows(connection, 'PRAGMA database_list')*.get('name') == ['main']

        cleanup:
        session.close()
        connection.close()

        where:
        text                                          | message
        "ATTACH 'FILE' AS x"                          | 'too many attached databases - max 0'
        "/* */ attach database 'FI' || 'LE' as x"     | 'too many attached databases - max 0'
        "VACUUM INTO 'FILE'"                          | 'too many attached databases - max 0'
        "VACUUM main INTO 'FILE'"                     | 'too many attached databases - max 0'
        "backup to 'FILE'"                            | 'near "backup": syntax error'
        "BACKUP main TO 'FILE'"                       | 'near "BACKUP": syntax error'
        "restore from 'FILE'"                         | 'near "restore": syntax error'
        "SELECT load_extension('FILE')"               | 'not authorized'
        "SELECT \"load_extension\"('FILE', 'entry')"  | 'not authorized'
    }

    def "#text is undone and refused"() {
        given:
        file.execute('CREATE TABLE t(a)')
        def connection = file.open()
        def session = DIALECT.sessions().session(connection)
        def runner = new StatementRunner(DIALECT, connection)
        def sql = text.replace('FILE', folder.toString())

        when:
        run(runner, sql)

        then:
        def refused = thrown(RetortException)
        refused.message.contains('A migration may not reach beyond its database')
        Queries.number(connection, 'PRAGMA writable_schema') == 0
        Queries.rows(connection, 'PRAGMA temp_store_directory') == []

        when:
        runner.run(SqlStatement.of("UPDATE sqlite_schema SET sql = 'CREATE TABLE t(b)'"))

        then:
        def kept = thrown(RetortException)
        kept.message.contains('may not be modified')
        file.sql('t') == 'CREATE TABLE t(a)'

        cleanup:
        session.close()
        connection.close()

        where:
        [text, run] << [
                ['PRAGMA writable_schema = ON', 'explain pragma Writable_Schema(1)', 'EXPLAIN QUERY PLAN PRAGMA main.writable_schema = yes',
                 "PRAGMA temp_store_directory = 'FILE'"],
                [{ on, it -> on.run(SqlStatement.of(it)) }, { on, it -> on.query(it) }]].combinations()
    }

    def "the connection is put back as it was: #what"() {
        given:
        def connection = file.open()
        prepare(connection)
        def before = state(connection)

        when:
        def session = DIALECT.sessions().session(connection)
        def inner = DIALECT.sessions().session(connection)

        then:
        state(connection) == [attached: 0, extensions: 'not authorized', writable: 0]

        when:
        inner.close()

        then:
        state(connection).attached == 0

        when:
        session.begin()
        session.close()

        then:
        state(connection) == before
        before == after

        cleanup:
        connection.close()

        where:
        what                 | prepare                                                                         | after
        'as the driver made' | { }                                                                             | [attached: 10, extensions: 'not authorized', writable: 0]
        'a limit of its own' | { it.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 3) }                          | [attached: 3, extensions: 'not authorized', writable: 0]
        'opened wide'        | { it.database.enable_load_extension(true); it.createStatement().execute('PRAGMA writable_schema = ON') } | [attached: 10, extensions: 'unable to open shared library []', writable: 1]
    }

    def "a plain VACUUM runs, and nothing is open after it"() {
        given:
        file.execute('CREATE TABLE t(a)')
        def connection = file.open()
        def session = DIALECT.sessions().session(connection)
        def runner = new StatementRunner(DIALECT, connection)

        when:
        DIALECT.spelling().statements(new dev.retort.internal.operation.Execute(text, [:]), runner).each { runner.run(it) }

        then:
        noExceptionThrown()
        state(connection).attached == 0

        cleanup:
        session.close()
        connection.close()

        where:
        text << ['VACUUM', 'vacuum main', 'VACUUM "main"; VACUUM;']
    }

    def "a pool's connection is confined too, and given back as it was"() {
        given:
        def pool = new HikariDataSource(new HikariConfig(jdbcUrl: file.jdbcUrl, maximumPoolSize: 1))
        project.revision('a', [], """
            upgrade { autocommit { execute 'VACUUM' } }
            irreversible 'never'""")

        when:
        Retort.configure().dataSource(pool).home(project.home).build().upgrade('head')
        def connection = pool.connection
        def after = state(connection)
        def session = DIALECT.sessions().session(connection)
        connection.createStatement().execute("ATTACH '${folder.resolve('x')}' AS x")

        then:
        thrown(SQLException)
        after.attached == 10
        !Files.exists(folder.resolve('x'))

        cleanup:
        session?.close()
        pool.close()
    }

    def "a connection that hides SQLite's own is refused before anything was changed"() {
        given:
        def connection = file.open()
        connection.autoCommit = false
        def hiding = Proxy.newProxyInstance(Connection.classLoader, [Connection] as Class[]) { proxy, method, arguments ->
            if (method.name == 'unwrap') {
                throw new SQLException('not a wrapper')
            }
            method.invoke(connection, arguments)
        } as Connection

        when:
        DIALECT.sessions().session(hiding)

        then:
        def refused = thrown(RetortException)
        refused.message.startsWith("The connection does not give out SQLite's own")
        !connection.autoCommit

        cleanup:
        connection.close()
    }

    def "a migration that says #sql is refused online and offline, and leaves no file"() {
        given:
        def target = folder.resolve('reached')
        project.revision('a', [], """
            upgrade { $wrapping }
            irreversible 'never'""".replace('SQL', "\"${sql.replace('FILE', target.toString()).replace('"', '\\"')}\""))
        def retort = Retort.configure().url(file.jdbcUrl).home(project.home).build()

        when:
        retort.upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.message.contains('A migration may not reach beyond its database')

        when:
        def script = new StringBuilder()
        retort.upgradeSql('base:head', script)

        then:
        thrown(RetortException)
        script.empty
        !Files.exists(target)

        where:
        [sql, wrapping] << [
                ["ATTACH 'FILE' AS x", "VACUUM INTO 'FILE'", "backup to 'FILE'", "restore from 'FILE'", "SELECT load_extension('FILE')",
                 "PRAGMA temp_store_directory = 'FILE'", 'EXPLAIN PRAGMA writable_schema = 1'],
                ['execute SQL', 'autocommit { execute SQL }', 'query(SQL).size()']].combinations()
    }

    def "the database in memory that SQL is written against is confined as well"() {
        given:
        def shadow = DIALECT.scripts().shadow(Optional.empty()).get()

        when:
        new StatementRunner(DIALECT, shadow).run(SqlStatement.of("ATTACH '${folder.resolve('x')}' AS x"))

        then:
        thrown(RetortException)
        !Files.exists(folder.resolve('x'))

        cleanup:
        shadow.close()
    }
}
