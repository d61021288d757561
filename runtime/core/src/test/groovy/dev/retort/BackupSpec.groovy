package dev.retort

import dev.retort.RetortException.Kind
import dev.retort.internal.dialect.Dialects
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import java.nio.ByteBuffer
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.security.MessageDigest
import java.sql.DriverManager
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

@spock.lang.Tag('world')
class BackupSpec extends Specification {

    @TempDir
    Path folder

    @AutoCleanup
    Project project = new Project()

    @AutoCleanup(quiet = true)
    TestDatabase database

    def setup() {
        project.table('a').table('b', ['a'])
    }

    def "SQLite is copied as it stood before the first statement"() {
        given:
        database = TestDatabase.sqlite()
        project.at(database).build().upgrade('a')
        database.execute('INSERT INTO t_a VALUES (7)')

        when:
        def result = project.at(database).backup(file).build().upgrade('head')

        then:
        result.backup() == Optional.of(file)
        read('SELECT id FROM t_a') == [7]
        read('SELECT version_num FROM retort_version') == ['a']
        read("SELECT count(*) FROM sqlite_schema WHERE name = 't_b'") == [0]
        files() == ['before']

        when: 'and so is the way down'
        project.at(database).backup(folder.resolve('second')).build().downgrade('base')

        then:
        files() == ['before', 'second']
    }

    def "SQLite is copied whole while another connection is reading"() {
        given:
        database = TestDatabase.sqlite()
        project.at(database).build().upgrade('a')
        database.execute('INSERT INTO t_a WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT i FROM n')
        def reader = database.open()
        def rows = reader.createStatement().executeQuery('SELECT id FROM t_a')
        rows.next()

        when:
        project.at(database).backup(file).ddlLockTimeout(Duration.ofMillis(100)).ddlLockTries(1).build().downgrade('base')

        then: 'the downgrade has to wait for the reader'
        thrown(RetortException)
        read('SELECT count(*) FROM t_a') == [100_000]
        read('PRAGMA integrity_check') == ['ok']

        cleanup:
        reader?.close()
    }

    def "nothing is copied where there is nothing to run on #dialect"() {
        given:
        database = TestDatabase.of(dialect)
        project.at(database).build().upgrade('head')

        expect:
        project.at(database).backup(file).backupProgram('no-such-program').build().upgrade('head').backup() == Optional.empty()
        files() == []

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "a file that cannot be made stops the run before it began on #dialect: #name"() {
        given:
        database = TestDatabase.of(dialect)
        project.at(database).build().upgrade('a')
        Files.writeString(folder.resolve('there'), 'mine')

        when:
        project.at(database).backup(folder.resolve(name)).build().upgrade('head')

        then:
        def e = thrown(RetortException)
        e.kind() == Kind.USAGE
        e.message.startsWith(message.replace('FOLDER', folder.toString()))
        project.at(database).build().rows() == ['a'] as Set
        Files.readString(folder.resolve('there')) == 'mine'

        where:
        [dialect, [name, message]] << [['sqlite', 'postgresql'], [
                ['there', 'The backup FOLDER/there is there already, and is not overwritten.'],
                ['no/file', 'There is no folder FOLDER/no for the backup.'],
        ]].combinations()
    }

    def "PostgreSQL is copied by pg_dump, which learns the password from its environment alone"() {
        given:
        database = TestDatabase.postgresql()
        def program = program('18.1', 'echo "$@" > "$HOME_OF_SPEC/arguments"; env | grep ^PG | sort > "$HOME_OF_SPEC/environment"\n'
                + 'for a in "$@"; do case $a in --file=*) echo dump > "${a#--file=}";; esac; done')

        when:
        def result = project.at(database).password('s3cret').backup(file).backupProgram(program).build().upgrade('head')

        then:
        result.backup() == Optional.of(file)
        file.toFile().text == 'dump\n'
        folder.resolve('arguments').toFile().text ==~ /--format=custom --no-password --file=.*before.*\.part\n/
        def told = folder.resolve('environment').toFile().readLines()
        told.contains('PGPASSWORD=s3cret')
        told.contains("PGDATABASE=${databaseName()}".toString())
        told.any { it.startsWith('PGHOST=') }
        told.any { it.startsWith('PGPORT=') }
        told.any { it.startsWith('PGUSER=') }
    }

    def "a pg_dump that #what stops the run before the first statement"() {
        given:
        database = TestDatabase.postgresql()
        def program = version == null ? folder.resolve('nothing-here').toString() : program(version, body)

        when:
        project.at(database).backup(file).backupProgram(program).build().upgrade('head')

        then:
        def e = thrown(RetortException)
        e.kind() == Kind.FAILED
        e.problems()[0].sentence().replace(program, 'PROGRAM') ==~ message
        project.at(database).build().rows() == [] as Set
        !Files.exists(file)
        files().every { !it.endsWith('.part') }

        where:
        what                    | version  | body                                                           || message
        'is not there'          | null     | ''                                                             || 'There is no program PROGRAM\\.'
        'is too old'            | '9.6.24' | ''                                                             || 'PROGRAM is of PostgreSQL 9 and cannot back up a server of version \\d+\\.'
        'is something else'     | ''       | ''                                                             || '"PROGRAM --version" does not say that it is PostgreSQL\'s pg_dump: .*'
        'fails'                 | '99.0'   | 'echo "pg_dump: last words" >&2; exit 3'                       || 'pg_dump ended with 3: pg_dump: last words\\.'
    }

    def "the command that is printed names the server, and no password: #url"() {
        given:
        database = TestDatabase.postgresql()
        def address = Dialects.ofUrl(url).url()
        def backup = database.open().withCloseable { connection ->
            Dialects.of(connection).administration().backup(connection, Optional.of(address), program('99.0', ''))
        }

        expect:
        backup.restoring(Path.of("/tmp/it's.dump")) == command.replace('FOLDER', folder.toString())

        where:
        url                                       || command
        'postgresql://app:s3cret@db:6543/shop'    || "FOLDER/pg_restore --clean --if-exists --create --exit-on-error --host=db --port=6543 --username=app --dbname=postgres '/tmp/it'\\''s.dump'"
        'postgresql://app@db/postgres?sslmode=require' || "PGSSLMODE=require FOLDER/pg_restore --clean --if-exists --create --exit-on-error --host=db --port=5432 --username=app --dbname=template1 '/tmp/it'\\''s.dump'"
    }

    def "a role that could not create the database again is not shown a command that drops it"() {
        given:
        database = TestDatabase.postgresql()
        def role = 'r_' + UUID.randomUUID().toString().replace('-', '')
        database.execute("CREATE ROLE $role LOGIN PASSWORD 'x'")
        def address = Dialects.ofUrl(database.jdbcUrl).url().withCredentials(role, 'x')

        expect:
        address.open().withCloseable { connection ->
            Dialects.of(connection).administration().backup(connection, Optional.of(address), program('99.0', '')).restoring(Path.of('/b.dump'))
        } == 'retort restore /b.dump'

        cleanup:
        database?.execute("DROP ROLE $role")
    }

    def "what SQLite prints is a command of its shell"() {
        given:
        database = TestDatabase.sqlite()

        expect:
        database.open().withCloseable { connection ->
            Dialects.of(connection).administration().backup(connection, Optional.empty(), null).restoring(Path.of('/before me.db'))
        } == "sqlite3 ${database.jdbcUrl - 'jdbc:sqlite:'} '.restore '\\''/before me.db'\\''" + "'"
    }

    def "SQLite is put back as it was, whatever came after"() {
        given:
        database = TestDatabase.sqlite()
        project.at(database).build().upgrade('a')
        database.execute('INSERT INTO t_a VALUES (7)', 'PRAGMA journal_mode = WAL')
        project.at(database).backup(file).build().upgrade('head')
        database.execute('INSERT INTO t_b VALUES (8)', 'DELETE FROM t_a')

        when:
        def result = project.at(database).build().restore(file)

        then:
        [result.from(), result.rows(), result.backup()] == [['b'] as Set, ['a'] as Set, Optional.of(file)]
        database.rows('SELECT id FROM t_a') == [[7]]
        !database.tables().contains('t_b')
        project.at(database).build().upgrade('head').rows() == ['b'] as Set
    }

    def "what is no backup replaces nothing: #sentence"() {
        given:
        database = TestDatabase.sqlite()
        project.at(database).build().upgrade('head')
        Files.writeString(folder.resolve('odd'), text)

        when:
        project.at(database).build().restore(folder.resolve(name))

        then:
        def e = thrown(RetortException)
        e.kind() == kind
        e.message.replace(folder.toString(), 'FOLDER').startsWith(sentence)
        project.at(database).build().rows() == ['b'] as Set

        where:
        name    | text       || kind        | sentence
        'none'  | ''         || Kind.USAGE  | 'There is no backup FOLDER/none that can be read.'
        'odd'   | ''         || Kind.FAILED | 'The backup FOLDER/odd holds no table.'
        'odd'   | 'no file'  || Kind.FAILED | "The backup FOLDER/odd cannot be read as a database of SQLite's."
    }

    def "nothing is restored on #dialect while another one is at work"() {
        given:
        database = TestDatabase.of(dialect)
        project.at(database).build().upgrade('head')
        Files.copy(dialect == 'sqlite' ? Path.of(database.jdbcUrl - 'jdbc:sqlite:') : Files.writeString(folder.resolve('dump'), ''), file)
        def other = database.open()
        other.createStatement().execute(dialect == 'sqlite' ? 'BEGIN IMMEDIATE' : "SELECT pg_advisory_lock(${lockKey()})" as String)

        when:
        project.at(database).build().restore(file)

        then:
        def e = thrown(RetortException)
        e.kind() == Kind.LOCK_TIMEOUT
        dialect == 'sqlite' || e.message.startsWith('Another run holds the lock: pid ')

        cleanup:
        other?.close()

        where:
        dialect << ['sqlite', 'postgresql']
    }

    private static long lockKey() {
        ByteBuffer.wrap(MessageDigest.getInstance('SHA-256').digest('retort:retort_version'.bytes)).long
    }

    def "PostgreSQL's own programs put it back in one transaction"() {
        given:
        database = TestDatabase.postgresql()
        project.at(database).build().upgrade('head')
        Files.writeString(file, 'dump')
        def dump = program('99.0', '')
        ['pg_restore', 'psql'].each { name ->
            def script = folder.resolve(name)
            Files.writeString(script, """#!/bin/sh
                echo $name "\$@" >> '$folder/calls'
                for a in "\$@"; do case \$a in --file=*drop*) cat "\${a#--file=}" >> '$folder/drops';; esac; done
                """.stripIndent())
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString('rwx------'))
        }

        when:
        project.at(database).backupProgram(dump).build().restore(file)

        then:
        def calls = folder.resolve('calls').toFile().readLines()
        calls[0] ==~ /pg_restore --file=\S+\.sql .*\/before/
        calls[1] ==~ /psql --no-psqlrc --quiet --no-password --set=ON_ERROR_STOP=1 --single-transaction --file=\S+drop\S+ --file=\S+/
        folder.resolve('drops').toFile().readLines().containsAll(
                ['t_a', 't_b', 'retort_version', 'retort_history'].collect { "DROP TABLE IF EXISTS public.$it CASCADE;".toString() })
    }

    def "a run that is stopped ends pg_dump with it"() {
        given:
        database = TestDatabase.postgresql()
        def cancellation = new Cancellation()
        def program = program('99.0', 'echo $$ > "$HOME_OF_SPEC/pid"; exec sleep 600')
        def retort = project.at(database).backup(file).backupProgram(program).cancellation(cancellation).build()
        Thread.start {
            while (!Files.exists(folder.resolve('pid')) || folder.resolve('pid').toFile().text.blank) {
                Thread.sleep(20)
            }
            cancellation.request()
        }

        when:
        retort.upgrade('head')

        then:
        def e = thrown(RetortException)
        e.message.startsWith('The run was stopped.')
        !ProcessHandle.of(folder.resolve('pid').toFile().text.trim() as long).filter { it.alive }.isPresent() || ended()
        project.at(database).build().rows() == [] as Set
    }

    /** A signal takes its time. */
    private boolean ended() {
        ProcessHandle.of(folder.resolve('pid').toFile().text.trim() as long).map { it.onExit().get().alive }.orElse(false) == false
    }

    Path getFile() {
        folder.resolve('before')
    }

    private List<String> files() {
        folder.toFile().list().sort()
    }

    private List<Object> read(String sql) {
        DriverManager.getConnection("jdbc:sqlite:$file").withCloseable { connection ->
            def rows = connection.createStatement().executeQuery(sql)
            def values = []
            while (rows.next()) {
                values << rows.getObject(1)
            }
            values
        }
    }

    private String databaseName() {
        (database.jdbcUrl =~ /.*\/([^?]+)/)[0][1]
    }

    /** Stands in for pg_dump: no server of the build is so old that every machine's own could dump it. */
    private String program(String version, String body) {
        def script = folder.resolve('pg_dump')
        Files.writeString(script, "#!/bin/sh\nHOME_OF_SPEC='$folder'\nif [ \"\$1\" = --version ]; then echo 'pg_dump"
                + (version ? " (PostgreSQL) $version" : ' of another kind') + "'; exit; fi\n$body\n")
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString('rwx------'))
        script.toString()
    }
}
