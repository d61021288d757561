package dev.retort.internal.testing

import dev.retort.internal.dialect.Dialects
import dev.retort.internal.sql.SqlScript
import groovy.transform.CompileStatic
import java.sql.Connection
import java.sql.Statement

/**
 * Runs a script of SQL, up to the first error: by psql and sqlite3 where they are on the path, else as these do,
 * statement after statement on one connection that is in no transaction. {@code -Dretort.shells=false} does so anyway.
 */
@CompileStatic
final class SqlShell {

    /** Before it sqlite3 does not know STRICT. */
    private static final int OLDEST_SQLITE = 3_037
    private static final Map<String, String> SHELLS = Boolean.parseBoolean(System.getProperty('retort.shells', 'true')) ? found() : [:] as Map<String, String>

    private SqlShell() { }

    /** What runs the scripts for a dialect, as {@code psql (PostgreSQL) 15.18}; null where no shell does. */
    static String of(String dialect) {
        SHELLS[dialect]
    }

    static void run(TestDatabase database, String script) {
        if (of(database.dialect)) {
            really(database, script)
            return
        }
        Connection connection = database.open()
        try {
            Statement statement = connection.createStatement()
            // A brace is not JDBC's escape.
            statement.escapeProcessing = false
            SqlScript.split(script, Dialects.of(connection).spelling().syntax()).each { part ->
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

    private static Map<String, String> found() {
        String psql = answer('psql', '--version')
        String sqlite = answer('sqlite3', '--version')
        def version = sqlite =~ /^(\d+)\.(\d+)/
        boolean young = version.find() && (version.group(1) as int) * 1000 + (version.group(2) as int) >= OLDEST_SQLITE
        [postgresql: psql, sqlite: young ? 'sqlite3 ' + sqlite.takeWhile { it != ' ' } : null]
    }

    private static String answer(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start()
            String said = process.inputStream.text.trim()
            return process.waitFor() == 0 ? said : null
        } catch (IOException ignored) {
            return null
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
