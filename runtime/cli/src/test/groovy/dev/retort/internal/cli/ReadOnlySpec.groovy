package dev.retort.internal.cli

import dev.retort.internal.testing.DatabaseImage
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.Requires

/** Databases, files and folders that may only be read: what changes them says so, and what reads them works. */
@Requires({ os.linux })
@spock.lang.Tag('world')
class ReadOnlySpec extends WorldSpec {

    private static final List<String> WRITING = ['upgrade head', 'downgrade base', 'stamp c1']
    private static final List<String> READING = ['current', 'status', 'log', 'history -i', 'validate', 'plan upgrade head']

    /** Whoever may do anything gives that up first: else permissions would mean nothing. */
    private static final String AS_ANYBODY = Files.isWritable(Path.of('/proc/sys/kernel/hostname'))
            ? 'exec setpriv --inh-caps=-all --bounding-set=-all "$@"' : 'exec "$@"'

    def "SQLite: #what"() {
        given:
        on('sqlite')
        chain()
        retorts('upgrade b1')
        def file = Path.of(database.jdbcUrl - 'jdbc:sqlite:')
        def before = DatabaseImage.of(database)
        if (journal) {
            database.execute("PRAGMA journal_mode = $journal")
        }
        permit(file, filePermissions)
        permit(file.parent, folderPermissions)
        variables.DATABASE_URL = url.replace('FILE', file as String)
        def run = { String line -> filePermissions + folderPermissions == 'rw-rwx' ? retort(line) : shell(AS_ANYBODY, line) }

        expect:
        told(run("upgrade head --backup $project.home/before"), 1, 'attempt to write a readonly database', hint)
        Files.exists(project.home.resolve('before')) == (what == 'a folder')
        writing.every { told(run(it), 1, 'cannot be used: attempt to write a readonly database.', hint); true }
        reading.every { told(run(it), 0); true }
        file.parent.toFile().list() == ['spec.db']

        when:
        permit(file.parent, 'rwx')
        permit(file, 'rw-')
        variables.DATABASE_URL = database.jdbcUrl

        then:
        DatabaseImage.of(database) == before
        told(retort('upgrade head'), 0)
        versionRows() == ['c1']

        cleanup:
        permit(file.parent, 'rwx')

        where:
        what                              | url                             | filePermissions | folderPermissions | journal || writing      | reading               | hint
        'mode=ro'                         | 'jdbc:sqlite:file:FILE?mode=ro' | 'rw-'           | 'rwx'             | null    || WRITING      | READING               | RIGHTS
        'a file'                          | 'jdbc:sqlite:FILE'              | 'r--'           | 'rwx'             | null    || []           | ['current']           | RIGHTS
        'a folder'                        | 'jdbc:sqlite:FILE'              | 'rw-'           | 'r-x'             | null    || []           | ['status']            | FOLDER
        'a file in WAL mode, in a folder' | 'jdbc:sqlite:FILE'              | 'r--'           | 'r-x'             | 'wal'   || ['current']  | []                    | FOLDER
    }

    private static final String RIGHTS = 'It takes the right to write to the file and to its folder'
    private static final String FOLDER = 'SQLite must write into the folder of the file as well'

    private static void permit(Path path, String owner) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(owner + '------'))
    }

    def "PostgreSQL, by #what"() {
        given:
        on('postgresql')
        chain()
        retorts('upgrade b1')
        def before = DatabaseImage.of(database)
        def role = 'reader_' + UUID.randomUUID().toString().take(8)
        def url = database.jdbcUrl
        if (what == 'a role') {
            database.execute("CREATE ROLE $role LOGIN", "ALTER ROLE $role SET default_transaction_read_only = on", "GRANT SELECT ON ALL TABLES IN SCHEMA public TO $role")
            variables.DATABASE_URL = url.replaceFirst('user=[^&]*', "user=$role")
        } else {
            database.execute("ALTER DATABASE ${database.rows('SELECT current_database()')[0][0]} SET default_transaction_read_only = on")
        }

        expect:
        told(retort("upgrade head --backup $project.home/before"), 1, 'cannot be used: cannot execute UPDATE in a read-only transaction.',
                'Is it a standby, or is default_transaction_read_only on for the role or the database? Name the server and the role that may write.')
        !Files.exists(project.home.resolve('before'))
        WRITING.each { told(retort(it), 1, 'in a read-only transaction.') }
        READING.each { told(retort(it), 0) }

        when:
        if (what == 'a database') {
            database.execute('SET default_transaction_read_only = off', "ALTER DATABASE ${database.rows('SELECT current_database()')[0][0]} RESET default_transaction_read_only")
        }
        variables.DATABASE_URL = url

        then:
        DatabaseImage.of(database) == before
        told(retort('upgrade head'), 0)
        versionRows() == ['c1']

        cleanup:
        if (what == 'a role') {
            database.execute("DROP OWNED BY $role", "DROP ROLE $role")
        }

        where:
        what << ['a role', 'a database']
    }

    def "a folder of migrations that may only be read: #command"() {
        given:
        on('sqlite')
        project.table('a').table('b', ['a']).table('c', ['a'])
        def before = files()
        permit(project.migrations, 'r-x')

        expect:
        told(shell(AS_ANYBODY, command), 1, '.groovy: The file cannot be written: permission denied.')
        files() == before

        and: 'running them takes no more than reading'
        command != 'merge heads -m both' || shell(AS_ANYBODY, 'upgrade heads').exit == 0

        when:
        permit(project.migrations, 'rwx')

        then:
        told(retort(command), 0)

        where:
        command << ['revision --head b -m more', 'merge heads -m both', 'rebase c --onto b']
    }
}
