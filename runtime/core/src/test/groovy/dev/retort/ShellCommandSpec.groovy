package dev.retort

import dev.retort.internal.testing.PostgresServer
import dev.retort.internal.testing.SqlShell
import dev.retort.internal.testing.TestDatabase
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Shared

/** A script of SQL runs no command of psql's, whatever was set where it is run. */
@Requires({ SqlShell.of('postgresql') })
@spock.lang.Tag('world')
class ShellCommandSpec extends DatabaseSpec {

    @Shared
    List<List<String>> ways = [
            ['off for the database', 'ALTER DATABASE THE_DATABASE SET standard_conforming_strings = off', ''],
            ['off by PGOPTIONS', '', '-c standard_conforming_strings=off'],
            ['another encoding for the database', "ALTER DATABASE THE_DATABASE SET client_encoding = 'SJIS'", ''],
    ]

    Path folder = Files.createTempDirectory('shell')
    Path mark = folder.resolve('mark')

    def cleanup() {
        folder.toFile().deleteDir()
    }

    TestDatabase newDatabase() {
        TestDatabase.postgresql()
    }

    private String command() {
        "\\! touch $mark"
    }

    /** What psql did with a script, which may end with an error. */
    private String shell(String script, String options = '', List<String> flags = ['-X']) {
        def builder = new ProcessBuilder(['psql'] + flags + ['-d', database.jdbcUrl.replaceFirst('jdbc:', '')]).redirectErrorStream(true)
        builder.environment().put('PGOPTIONS', options)
        def process = builder.start()
        process.outputStream.withCloseable { it << script.getBytes('UTF-8') }
        def said = process.inputStream.getText('UTF-8')
        process.waitFor()
        said
    }

    private String written(String... bodies) {
        bodies.eachWithIndex { body, i -> project.revision("a$i", i == 0 ? [] : ["a${i - 1}".toString()], "upgrade {\n$body\n}\nirreversible 'no'") }
        def script = new StringBuilder()
        project.retort(database).upgradeSql('base:head', script)
        script.toString()
    }

    private String name() {
        (database.jdbcUrl =~ /\/(spec_\w+)/)[0][1]
    }

    def "strings with a backslash are the same strings where standard_conforming_strings is #way"() {
        given:
        PostgresServer.shared().execute((sql.replace('THE_DATABASE', name()) ?: 'SELECT 1'))
        def script = written("""
            createTable('t') { column 'id', integer; column 'a', text, default: 'a\\\\' }
            bulkInsert 't', [[id: 1, a: '\\\\'], [id: 2, a: '\\\\\\'; ${command().replace('\\', '\\\\')}']]
            execute ''' INSERT INTO t VALUES (3, '\\\\'), (4, '${command().replace('\\', '\\\\')}'), (5, 'x'
                '\\\\' -- and more
                'y'), (6, date'2026-01-01'::text || text'\\\\')'''
            table('t').insert(id: 7)""")

        when:
        def said = shell(before + script, options)

        then:
        !Files.exists(mark)
        before || database.rows('SELECT a FROM t ORDER BY id')*.first() == ['\\', "\\'; ${command()}".toString(), '\\', command(), 'x\\y', '2026-01-01\\', 'a\\']

        where:
        [[way, sql, options], before] << [ways, ['', 'BEGIN; SELECT 1/0;\n']].combinations()
    }

    def "what a function has set does not make a command of a string: #body"() {
        given:
        database.execute("CREATE FUNCTION sly(name text, value text) RETURNS integer LANGUAGE sql AS 'SELECT set_config(name, value, false)::text; SELECT 1'", 'CREATE TABLE t (a text)')

        when:
        def said = shell(written(*bodies.collect { it.replace('COMMAND', command().replace('\\', '\\\\')) }))

        then:
        !Files.exists(mark)

        where:
        bodies << [
                ["execute ''' INSERT INTO t SELECT sly('standard_conforming_strings', 'off')'''\nexecute ''' INSERT INTO t VALUES ('\\\\'), (' COMMAND \\\\'), ('')'''"],
                ["execute ''' INSERT INTO t SELECT sly('client_encoding', 'SJIS')'''\nexecute ''' INSERT INTO t VALUES ('あ', \$\$ ' COMMAND '\$\$)'''"],
                ["execute ''' INSERT INTO t SELECT sly('client_encoding', 'SJIS')'''", "execute 'SELECT 1/0'\nexecute ''' INSERT INTO t VALUES ('あ', \$\$ ' COMMAND '\$\$)'''"],
                ["execute ''' DO 'BEGIN PERFORM sly(''client_encoding'', ''SJIS''); END' '''\nbulkInsert 't', [[a: 'あ'], [a: '\\' COMMAND']]"],
        ]
        body = bodies.join(' / ')
    }

    def "rows of a dump are no commands where the server refuses them: #flags"() {
        given:
        project.script('d.sql', "CREATE TABLE t (a integer);\n$sql;\n1\n${command()}\n\\.\n")
        project.revision('a', [], "upgrade { executeFile 'd.sql' }\nirreversible 'no'")
        def script = new StringBuilder()
        try {
            project.retort(database).upgradeSql('base:head', script)
        } catch (RetortException refused) {
            assert refused.message.contains(reason)
        }

        when:
        shell(script.toString(), '', flags)

        then:
        !Files.exists(mark)

        where:
        [[sql, reason], flags] << [[['COPY missing FROM stdin', 'it is written as a script'],
                                    ['COPY (SELECT 1 AS stdin) TO STDOUT', 'which only a shell can run'],
                                    ["COPY (SELECT 1 AS stdin) TO '/dev/null'", 'psql would take it for a command'],
                                    ['COPY t FROM STDIN', 'it is written as a script']],
                                   [['-X'], ['-X', '-v', 'ON_ERROR_STOP=0'], ['-X', '-v', 'ON_ERROR_ROLLBACK=on'], ['-X', '-q', '-v', 'ECHO=all'], ['-X', '-v', 'QUIET=on', '-f', '-']]].combinations()
    }

    def "a message is no command, whatever ends its lines"() {
        given:
        project.script('a.groovy', "revision 'a'\nmessage 'one\\r${command().replace('\\', '\\\\')}\\ntwo\\u2028\\u0085three'\nupgrade { }\nirreversible 'no'")
        def script = new StringBuilder()

        when:
        project.retort(database).upgradeSql('base:head', script)
        shell(script.toString())

        then:
        !Files.exists(mark)
        script.toString().contains('\n-- Running upgrade  -> a, one\n')
    }

    def "settings that change how text is read are refused: #sql"() {
        given:
        project.revision('a', [], "upgrade {\nexecute ''' $sql '''\n}\nirreversible 'no'")

        when:
        project.retort(database).upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.message.contains('A migration may not change how the server reads text')
        refused.problems()[0].location() != null
        database.tables().empty

        where:
        sql << ['SET standard_conforming_strings = off', 'set session "standard_conforming_strings" to off', "SET LOCAL standard_conforming_strings TO 'off'", 'RESET standard_conforming_strings',
                'SET standard_conforming_strings TO DEFAULT', "SET NAMES 'SJIS'", "SET client_encoding = 'latin1'", 'SET backslash_quote = on', "SELECT set_config('standard_conforming_strings', 'off', true)",
                "SELECT pg_catalog.set_config('client_encoding', 'SJIS', true)"]
    }

    def "a number directly before a quote is refused, as servers do not agree on it"() {
        given:
        project.revision('a', [], "upgrade {\nexecute ''' SELECT 1E'a\\\\' x '; COMMIT; --' '''\n}\nirreversible 'no'")

        when:
        project.retort(database).upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.message.contains('Put a space between 1E and the quote')
    }

    def "what dumps set is allowed"() {
        given:
        project.revision('a', [], "upgrade {\nexecute ''' SET standard_conforming_strings = on; SET client_encoding = 'UTF8'; SET NAMES 'utf-8'; SET escape_string_warning = off '''\n}\nirreversible 'no'")

        when:
        project.retort(database).upgrade('head')

        then:
        versionRows() == ['a']
    }
}
