package dev.retort.internal.cli

import dev.retort.internal.testing.TestDatabase
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres
import java.nio.file.Files
import java.nio.file.Path
import java.sql.DriverManager
import spock.lang.TempDir

/** Whatever is wrong: a sentence each on standard error, an exit code by kind, and nothing changed anywhere. */
@spock.lang.Tag('database')
class BadInputSpec extends CommandSpec {

    static final String NOTHING_THERE = ' Make it with: retort init, or say where the migrations are with --migrations.'

    @TempDir
    Path elsewhere

    def "folders: #line"() {
        given:
        on('sqlite')
        chain()
        Files.createDirectory(project.home.resolve('empty'))
        Files.writeString(project.home.resolve('a-file'), '')

        expect:
        refused("--migrations $folder $command", code, message)

        where:
        folder    | command        | code || message
        'nowhere' | 'upgrade head' | 3    || 'There is no folder "nowhere".' + NOTHING_THERE
        'nowhere' | 'history'      | 3    || 'There is no folder "nowhere".' + NOTHING_THERE
        'nowhere' | 'revision'     | 3    || 'There is no folder "nowhere".' + NOTHING_THERE
        'a-file'  | 'heads'        | 3    || '"a-file" is not a folder.' + NOTHING_THERE
        'empty'   | 'upgrade head' | 3    || 'There are no revisions in empty. Write the first with: retort revision -m "what it does", or say where the migrations are with --migrations.'
        'empty'   | 'downgrade'    | 3    || 'There are no revisions in empty. Write the first with: retort revision -m "what it does", or say where the migrations are with --migrations.'
        line = "$folder $command"
    }

    def "an empty folder has no history, and that is no error"() {
        given:
        on('sqlite')

        expect:
        ['history', 'heads', 'branches'].each { line ->
            with(retort(line)) { assert [exit, out] == [0, ''] && err.startsWith('There are no revisions in migrations. Write the first with: ') }
            with(retort("$line -q")) { assert [exit, out, err] == [0, '', ''] }
        }
        with(retort('current')) { [exit, out, err] == [0, '', 'The database is at base.\n'] }
    }

    def "headers, the graph and scripts: all that is wrong is said at once, before anything is touched, on #dialect"() {
        given:
        on(dialect)
        project.table('a1')
        project.script('bytes.groovy', '')
        Files.write(project.migrations.resolve('bytes.groovy'), [0xC3, 0x28] as byte[])
        project.script('none.groovy', "message 'No revision'\nchange { }\n")
        Files.createSymbolicLink(project.migrations.resolve('unreadable.groovy'), project.home.resolve('gone.groovy'))

        expect:
        refused('upgrade head', 3, '''\
            migrations/bytes.groovy:1:1: The byte 0xC3 does not belong to UTF-8 text. Save the script as UTF-8.
            migrations/none.groovy:1:1: The script has no revision. Begin it with: revision '<id>'
            migrations/unreadable.groovy: The script cannot be read: there is no such file.
            '''.stripIndent())

        where:
        dialect << DIALECTS
    }

    def "mistakes in several scripts, each at its place, on #dialect"() {
        given:
        on(dialect)
        project.table('a1')
        project.script('b1.groovy', '''\
            revision 'b1'
            downRevision 'a1'
            upgrade {
                addColum 't_a1', 'x', text
                addColumn 't_a1', 'y', txt
            }
            downgrade { }
            '''.stripIndent())
        project.script('c1.groovy', '''\
            revision 'c1'
            downRevision 'b1'
            upgrade { createIndex 'ix', 't_a1', ['x'], uniqe: true }
            downgrade { }
            '''.stripIndent())
        def mistakes = '''\
            migrations/b1.groovy:4:5: No operation "addColum". Did you mean "addColumn"?
            migrations/b1.groovy:5:28: No type "txt". Did you mean "text"?
            migrations/c1.groovy:3:44: createIndex has no option "uniqe". Did you mean "unique"?
            '''.stripIndent()

        expect:
        refused('upgrade head', 3, mistakes)
        refused('upgrade head --sql', 3, mistakes)

        where:
        dialect << DIALECTS
    }

    def "scripts that are no Groovy, each at its place"() {
        given:
        on('sqlite')
        project.script('a1.groovy', "revision 'a1'\nupgrade {\n    execute 'SELECT 1\n}\ndowngrade { }\n")
        project.script('b1.groovy', "revision 'b1'\ndownRevision 'a1'\nupgrade {\n    dropTable('x'\n}\ndowngrade { }\n")

        expect:
        refused('upgrade head', 3, '''\
            migrations/a1.groovy:3:13: The string that begins here is not closed on its line.
            migrations/b1.groovy:5:1: The bracket "}" is where ")" is expected.
            '''.stripIndent())
    }

    def "a graph that is none is named by every command: #line"() {
        given:
        on('sqlite')
        project.table('a1').table('b1', ['missing']).script('copy.groovy', "revision 'a1'\nchange { }\n")

        expect:
        refused(line, 3, '''\
            migrations/copy.groovy: The revision "a1" is also in migrations/a1.groovy. Give one of them another id, or remove it.
            migrations/b1.groovy: The down-revision "missing" of "b1" is not among the 3 scripts in migrations. Restore its script, or correct the header.
            '''.stripIndent())

        where:
        line << ['upgrade head', 'history', 'revision -m x', 'stamp head', 'current']
    }

    def "an exception in a script has its line on #dialect"() {
        given:
        on(dialect)
        project.table('a1')
        project.revision('b1', ['a1'], '''
            upgrade {
                createTable('half') { column 'id', integer }
                def rows = query('SELECT 1 AS n')
                def text = rows[0].string('n')
                if (text == '1') { throw new IllegalStateException('One is too many') }
            }
            irreversible 'never\'''')

        when:
        def outcome = retort('upgrade head')

        then:
        outcome.exit == 1
        outcome.out == ''
        errors(outcome) == ['migrations/b1.groovy:9: Revision b1 (upgrade) failed: One is too many. ' +
                'Nothing of this revision was kept; the database is at a1.']
        tables() == ['t_a1']
        versionRows() == ['a1']

        where:
        dialect << DIALECTS
    }

    def "a refused statement comes with its revision, its text and, where the server tells, the place on #dialect"() {
        given:
        on(dialect)
        project.revision('a1', [], '''
            upgrade {
                createTable('half') { column 'id', integer }
                execute """UPDATE half
SET id = nowhere
WHERE id = 1"""
            }
            irreversible 'never\'''')

        when:
        def outcome = retort('upgrade head')

        then:
        outcome.exit == 1
        outcome.out == ''
        outcome.err == 'INFO  [retort.upgrade] Running upgrade  -> a1, Do a1\n' + message.stripIndent()
        tables() == []
        versionRows() == []
        database.rows('SELECT revision, outcome FROM retort_history') == [['a1', 'failed']]

        where:
        dialect      || message
        'sqlite'     || '''\
            error: migrations/a1.groovy:7: Revision a1 (upgrade) failed: no such column: nowhere [SQLITE_ERROR].
              UPDATE half
              SET id = nowhere
              WHERE id = 1
            Nothing of this revision was kept; the database is at base.
            '''
        'postgresql' || '''\
            error: migrations/a1.groovy:7: Revision a1 (upgrade) failed: column "nowhere" does not exist [42703].
              UPDATE half
              SET id = nowhere
                       ^
            Nothing of this revision was kept; the database is at base.
            '''
    }

    def "a wrong password, an unknown user and an unknown database"() {
        given:
        def server = EmbeddedPostgres.builder().setDataDirectory(elsewhere.resolve('data')).setCleanDataDirectory(true).start()
        DriverManager.getConnection("jdbc:postgresql://localhost:$server.port/postgres?user=postgres").withCloseable {
            it.createStatement().execute("CREATE ROLE app LOGIN PASSWORD 'right'")
            Files.writeString(elsewhere.resolve('data/pg_hba.conf'), 'host all all all scram-sha-256\n')
            it.createStatement().execute('SELECT pg_reload_conf()')
        }
        chain()
        def hint = 'Are user, password and the database\'s name right? See where they come from with: retort config'

        expect:
        retort("--url postgresql://app:right@localhost:$server.port/postgres current").exit == 0
        ['upgrade head', 'current', 'stamp head', 'ensure-version', 'upgrade head --sql', 'plan upgrade head'].each { line ->
            refused("--url postgresql://app:geheim@localhost:$server.port/postgres $line", 4,
                    "The database postgresql://app@localhost:$server.port/postgres cannot be used: " +
                    "password authentication failed for user \"app\". $hint" + named(line))
        }
        refused("--url postgresql://nobody:geheim@localhost:$server.port/postgres current", 4,
                "The database postgresql://nobody@localhost:$server.port/postgres cannot be used: " +
                "password authentication failed for user \"nobody\". $hint")
        refused("--url postgresql://app:right@localhost:$server.port/nothing current", 4,
                "The database postgresql://app@localhost:$server.port/nothing cannot be used: " +
                "database \"nothing\" does not exist. Create it with: retort create")
        refused("--url postgresql://app@localhost:$server.port/postgres current", 4,
                "The database postgresql://app@localhost:$server.port/postgres cannot be used: " +
                "The server requested SCRAM-based authentication, but no password was provided. $hint")

        cleanup:
        server?.close()
    }

    def "a server that cannot be reached: #url"() {
        given:
        chain()

        expect:
        ['upgrade head', 'downgrade', 'current', 'history -i', 'stamp head', 'ensure-version', 'upgrade head --sql'].each { line ->
            refused("--url $url $line", 4, message + named(line))
        }

        where:
        url                                         || message
        'postgresql://app:geheim@host.invalid/app'  || 'The database postgresql://app@host.invalid/app cannot be used: The host "host.invalid" is not known. Is the address right, and is the server running?'
        'jdbc:postgresql://host.invalid/app?user=app&password=geheim' || 'The database postgresql://app@host.invalid/app cannot be used: The host "host.invalid" is not known. Is the address right, and is the server running?'
        'postgresql://app:geheim@localhost:1/app'   || 'The database postgresql://app@localhost:1/app cannot be used: Connection to localhost:1 refused. Is the address right, and is the server running?'
    }

    def "a URL that no driver knows: #url"() {
        given:
        chain()

        expect:
        refused("--url $url upgrade head", 2, message)

        where:
        url                                     || message
        'mysql://root:geheim@localhost/app'     || 'No driver for a database URL that begins with "mysql:". Write postgresql://user:password@host:port/database or sqlite:///file.db.'
        'jdbc:oracle:thin:app/geheim@host'      || 'No driver for a database URL that begins with "jdbc:oracle:". Write postgresql://user:password@host:port/database or sqlite:///file.db.'
        'app.db'                                || 'No driver for a database URL. Write sqlite:///app.db.'
        'postgresql://app:%zzgeheim@host/app'   || 'The database URL is not well-formed: Malformed escape pair. Write postgresql://user:password@host:port/database, and characters such as @ / # % in the password as %40 %2F %23 %25.'
    }

    def "files of SQLite that are read-only, no database, a folder, or in no folder: #file"() {
        given:
        chain()
        Files.createDirectory(project.home.resolve('folder.db'))
        Files.writeString(project.home.resolve('text.db'), 'This is no database at all. ' * 100)
        DriverManager.getConnection("jdbc:sqlite:${project.home.resolve('app.db')}").withCloseable {
            it.createStatement().execute('CREATE TABLE mine (id integer)')
        }

        expect:
        refused("--url jdbc:sqlite:$file upgrade head", code, message.replace('HOME', project.home.toString()))

        where:
        file                  || code | message
        'file:app.db?mode=ro' || 1    | 'The database sqlite:///file:HOME/app.db?mode=ro cannot be used: attempt to write a readonly database. It takes the right to write to the file and to its folder, and a URL without mode=ro.'
        'text.db'             || 4    | 'The database sqlite:///HOME/text.db cannot be used: file is not a database. Is the URL that of another file?'
        'folder.db'           || 4    | 'The database sqlite:///HOME/folder.db cannot be used: unable to open database file. Is it a file, and does its folder exist?'
        'no/such/folder.db'   || 4    | 'The database sqlite:///HOME/no/such/folder.db cannot be used: unable to open database file. Is it a file, and does its folder exist?'
    }

    def "a row that no script explains stops every command that would go by it on #dialect: #line"() {
        given:
        on(dialect)
        chain()
        retorts('upgrade b1')
        database.execute("UPDATE retort_version SET version_num = 'b1x9'")

        expect:
        refused(line, 3, 'The version table names the revision "b1x9", which is not among the 3 scripts in migrations. ' +
                'Use the release that has its script, or restore it: retort log b1x9 --script prints what the history keeps. Only if it is gone for good: retort stamp --purge <revision>')

        where:
        [dialect, line] << [DIALECTS, ['upgrade head', 'downgrade base', 'current', 'stamp head', 'history -i', 'upgrade head --sql', 'plan upgrade head']].combinations()
    }

    def "a configuration with mistakes: all of them, with their places"() {
        given:
        chain()
        Files.writeString(project.home.resolve('retort.toml'), '''\
            ulr = "sqlite:///app.db"
            lock_timeout = "soon"
            [env.prod]
            pasword = "geheim"
            '''.stripIndent())

        expect:
        refused('upgrade head', 2, '''\
            retort.toml:1:1: There is no setting "ulr". Did you mean "url"?
            retort.toml:4:1: There is no setting "pasword". Did you mean "password"?
            retort.toml:2:1: "lock_timeout" must be a duration such as "30s", "5m" or "500ms", not "soon".
            '''.stripIndent())
    }

    /** SQL may be written without the database. */
    private static String named(String line) {
        line.endsWith('--sql') ? ' SQL from a start that is named needs no database: write FROM:TO, as in base:head.' : ''
    }

    /** The sentences on standard error; whatever the log says before them is no error. */
    private static List<String> errors(CommandSpec.Outcome outcome) {
        outcome.err.readLines().findAll { !it.startsWith('INFO ') }*.replaceFirst(/^error: /, '')
    }

    /** Ends with the code and nothing but the sentences, and leaves files and database as they were. */
    private void refused(String line, int code, String message) {
        def before = state()
        def outcome = retort(line)
        assert errors(outcome).join('\n') == message.strip()
        assert outcome.exit == code
        assert outcome.out == ''
        assert !outcome.err.contains('geheim')
        assert state() == before
    }

    private Object state() {
        boolean there = database != null && !(database.dialect == 'sqlite' && !new File(database.jdbcUrl - 'jdbc:sqlite:').exists())
        List<String> names = there ? everything() : []
        [files(), there, names, names.collect { database.rows("SELECT * FROM $it ORDER BY 1").toString() }]
    }
}
