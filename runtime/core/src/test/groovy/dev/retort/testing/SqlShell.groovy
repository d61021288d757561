package dev.retort.testing

import dev.retort.dialect.Dialects
import dev.retort.sql.SqlScript
import groovy.transform.CompileStatic

import java.sql.Connection
import java.sql.Statement

/**
 * Runs a script of SQL as the database's own shell does: statement after statement on one connection that is in no
 * transaction, up to the first error. With {@code -Dretort.shells=true} psql and sqlite3 themselves run it.
 */
@CompileStatic
final class SqlShell {

    private static final boolean REAL = Boolean.getBoolean('retort.shells')

    private SqlShell() { }

    static void run(TestDatabase database, String script) {
        if (REAL) {
            really(database, script)
            return
        }
        Connection connection = database.open()
        try {
            Statement statement = connection.createStatement()
            // A brace is not JDBC's escape.
            statement.escapeProcessing = false
            SqlScript.split(script, Dialects.of(connection).syntax()).each { part ->
                try {
                    statement.execute(part.sql())
                } catch (java.sql.SQLException e) {
                    throw new AssertionError("$e.message in: ${part.sql()}".toString(), e)
                }
            }
        } finally {
            connection.close()
        }
    }

    private static void really(TestDatabase database, String script) {
        List<String> command = database.dialect == 'sqlite'
                ? ['sqlite3', '-bail', database.jdbcUrl.replaceFirst('jdbc:sqlite:', '')]
                : ['psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', database.jdbcUrl.replaceFirst('jdbc:', '')]
        Process shell = new ProcessBuilder(command).redirectErrorStream(true).start()
        StringBuilder said = new StringBuilder()
        Thread listening = Thread.start { said << shell.inputStream.getText('UTF-8') }
        shell.outputStream.withCloseable { OutputStream out -> out << script.getBytes('UTF-8') }
        int exit = shell.waitFor()
        listening.join()
        assert exit == 0 : said
    }
}
