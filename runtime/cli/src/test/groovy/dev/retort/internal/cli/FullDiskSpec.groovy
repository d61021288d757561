package dev.retort.internal.cli

import dev.retort.internal.testing.DatabaseImage
import dev.retort.internal.testing.SmallDisk
import dev.retort.internal.testing.TestDatabase
import java.nio.file.Files
import java.nio.file.Path
import org.opentest4j.TestAbortedException
import spock.lang.Requires

/**
 * No room: where the disk is full, where a file may not grow, and where the database has limits of its own. A small disk
 * takes the right to mount one; without it those features are skipped, and the limits are tried alone.
 */
@Requires({ os.linux })
@spock.lang.Tag('world')
class FullDiskSpec extends WorldSpec {

    static final String ROWS = 'INSERT INTO items WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < COUNT)' +
            " SELECT i, '${'x' * 100}' FROM n"

    SmallDisk disk

    def cleanup() {
        disk?.close()
    }

    private void growing(int rows = 10_000) {
        project.revision('a', [], """change { createTable('items') { column 'id', integer, primaryKey: true
                                                                       column 'name', text, nullable: true } }""")
        project.revision('b', ['a'], "upgrade { execute \"${ROWS.replace('COUNT', rows as String)}\" }\ndowngrade { execute 'DELETE FROM items' }")
        project.revision('c', ['b'], "upgrade { alterColumn 'items', 'name', nullable: false }\ndowngrade { alterColumn 'items', 'name', nullable: true }")
        project.table('d', ['c'])
    }

    /** Only a limit of size takes a process of its own. */
    private Outcome run(boolean onDisk, String script, String line) {
        onDisk ? retort(line) : shell(script, line)
    }

    /** Where nothing may be mounted the feature is told as skipped; the limits of size are tried everywhere. */
    private void mount(String size) {
        disk = SmallDisk.mounted(size).orElseThrow { new TestAbortedException('No disk can be mounted here.') }
    }

    def "an SQLite database that may not grow: #what"() {
        given:
        on('sqlite')
        growing()
        retorts("upgrade $from")
        def pages = database.rows('PRAGMA page_count')[0][0]
        def before = image()
        def url = database.jdbcUrl

        when:
        variables.DATABASE_URL = "$url?max_page_count=${pages + spare}" as String
        def outcome = retort('upgrade head')

        then:
        told(outcome, 1, "Revision $revision (upgrade) failed: database or disk is full [SQLITE_FULL].",
                'Make room where the database\'s file is, or raise its max_page_count, and run the same command again.',
                "Nothing of this revision was kept; the database is at $from.")
        image() == before

        when:
        variables.DATABASE_URL = url
        def next = retort('upgrade head')

        then:
        told(next, 0)
        versionRows() == ['d']

        where:
        what             | from | spare || revision
        'many rows'      | 'a'  | 20    || 'b'
        'a rebuild'      | 'b'  | 100   || 'c'
    }

    def "a file that may not grow: #what"() {
        given:
        on('sqlite')
        growing()
        retorts("upgrade $from")
        def before = image()

        when: 'the shell counts in halves of a KiB'
        def outcome = shell("ulimit -f ${size * 2}; exec \"\$@\"", 'upgrade head')

        then:
        told(outcome, 1, "Revision $revision (upgrade) failed: ", 'SQLITE_IOERR_WRITE', 'Is the disk of the database\'s file full or broken, or may files not grow that large?',
                "Nothing of this revision was kept; the database is at $from.")
        image() == before
        database.rows('PRAGMA integrity_check') == [['ok']]

        when:
        def next = retort('upgrade head')

        then:
        told(next, 0)
        versionRows() == ['d']

        where:
        what             | from | size || revision
        'many rows'      | 'a'  | 200  || 'b'
        'a rebuild'      | 'b'  | 1500 || 'c'
    }

    def "SQLite on a disk that is full: #what"() {
        given:
        mount('300k')
        on(TestDatabase.at(disk.path.resolve('small.db')))
        growing()
        disk.resize('20m')
        retorts("upgrade $from")
        def before = image()
        disk.resize(size)

        when:
        def outcome = retort('upgrade head')

        then:
        told(outcome, 1, "Revision $revision (upgrade) failed: ", '[SQLITE_FULL]', 'Make room', "the database is at $from.")
        image() == before
        disk.path.toFile().list() == ['small.db']

        when:
        disk.resize('20m')
        def next = retort('upgrade head')

        then:
        told(next, 0)
        versionRows() == ['d']

        where:
        what        | from | size   || revision
        'many rows' | 'a'  | '300k' || 'b'
        'a rebuild' | 'b'  | '2m'   || 'c'
    }

    def "a backup for which there is no room, on #dialect by #limit: nothing is run, and no part of it is left"() {
        given:
        def folder = project.home
        if (limit == 'a full disk') {
            mount('100k')
            folder = disk.path
        }
        on(dialect)
        growing(5_000)
        if (dialect == 'postgresql') {
            project.revision('b', ['a'], "upgrade { execute \"INSERT INTO items SELECT i, 'x' FROM generate_series(1, 5000) i\" }\ndowngrade { execute 'DELETE FROM items' }")
            variables.RETORT_BACKUP_PROGRAM = program()
        }
        retorts('upgrade b')
        def before = DatabaseImage.of(database)

        when:
        def outcome = run(limit == 'a full disk', 'ulimit -f 200; exec "$@"', "upgrade head --backup $folder/before")

        then:
        told(outcome, 1, sentence, 'Nothing was run.')
        folder.toFile().list().findAll { it.startsWith('before') } == []
        DatabaseImage.of(database) == before

        when:
        disk?.resize('20m')
        def next = retort("upgrade head --backup $folder/before")

        then:
        told(next, 0)
        versionRows() == ['d']
        Files.size(folder.resolve('before')) > 100_000

        where:
        dialect      | limit            || sentence
        'sqlite'     | 'a file\'s size' || 'SQLite could not write the backup: '
        'sqlite'     | 'a full disk'    || 'SQLite could not write the backup: its disk is full [SQLITE_FULL].'
        'postgresql' | 'a full disk'    || 'pg_dump ended with 1: dd: error writing '
        'postgresql' | 'a file\'s size' || 'pg_dump ended with '
    }

    /** In the place of pg_dump, which not every machine has. */
    private String program() {
        def file = new File(Files.createTempDirectory(shared.toPath(), 'program').toFile(), 'pg_dump')
        file.text = '''#!/bin/sh
            if [ "$1" = --version ]; then echo 'pg_dump (PostgreSQL) 99.0'; exit; fi
            for a in "$@"; do case $a in --file=*) dd if=/dev/zero bs=1000 count=300 of="${a#--file=}" 2>&1 | grep dd:; test -s "${a#--file=}" -a "$(wc -c <"${a#--file=}")" = 300000; exit;; esac; done
            '''.stripIndent()
        file.executable = true
        file.path
    }

    def "no script is written by halves, and none is lost, where #what and there is #limit"() {
        given:
        boolean disk = limit == 'a full disk'
        if (disk) {
            mount('100k')
        }
        project.table('a').table('b', ['a']).table('c', ['a'], "description '${'x' * 600}'")
        variables.DATABASE_URL = 'sqlite:///none.db'
        def migrations = disk ? onDisk() : project.migrations
        def before = scripts(migrations)

        when:
        def outcome = run(disk, 'ulimit -f 1; exec "$@"', command)

        then:
        told(outcome, 1, ".groovy: The file cannot be written: ${disk ? 'no space left on device' : 'file too large'}.", 'type the same command again when that is corrected.')
        outcome.out == ''
        scripts(migrations) == before

        when:
        this.disk?.resize('10m')
        def next = retort(command)

        then:
        told(next, 0)
        scripts(migrations) != before
        told(retort('upgrade heads'), 0)

        where:
        [limit, [what, command]] << [['a full disk', 'a file\'s size'], [
                ['one is begun', "revision --head b --rev-id d -m ${'x' * 600}"],
                ['two are merged', "merge heads --rev-id d -m ${'x' * 600}"],
                ['one is moved', 'rebase c --onto b'],
        ]].combinations()
    }

    private Path onDisk() {
        def there = Files.createDirectory(disk.path.resolve('migrations'))
        project.migrations.toFile().listFiles().each { Files.move(it.toPath(), there.resolve(it.name)) }
        Files.delete(project.migrations)
        Files.createSymbolicLink(project.migrations, there)
        disk.fill()
        there
    }

    def "nothing is left of a project that could not be begun"() {
        given: 'a configuration for which there is room, and a template for which there is none'
        def sizes = { [project.home.resolve('retort.toml'), project.migrations.resolve('revision.template')]*.toFile()*.length() }
        retorts('init')
        def (small, large) = sizes().sort()
        [project.home.resolve('retort.toml'), project.migrations.resolve('revision.template'), project.migrations].each { Files.delete(it) }

        when:
        def outcome = shell("ulimit -f ${(small + 511).intdiv(512)}; exec \"\$@\"", 'init')

        then:
        (small + 511).intdiv(512) * 512 < large
        told(outcome, 1, 'The file cannot be written: file too large.')
        project.home.toFile().list() == []
        told(retort('init'), 0)
    }

    private static Map<String, String> scripts(Path folder) {
        folder.toFile().listFiles().collectEntries { [it.name, it.text] }
    }

    def "PostgreSQL without room for #what"() {
        given:
        on('postgresql')
        project.table('a')
        project.revision('b', ['a'], "upgrade { execute 'INSERT INTO t_a VALUES (1)'\n$statement }\nirreversible 'no'")
        project.table('c', ['b'])
        retorts('upgrade a')
        def before = image()
        database.execute("ALTER DATABASE ${database.rows('SELECT current_database()')[0][0]} SET temp_file_limit = '64kB'")

        when:
        def outcome = retort('upgrade head')

        then:
        told(outcome, 1, 'Revision b (upgrade) failed: temporary file size exceeds ', '(64kB) [53400].',
                'Raise that limit for the role or in the revision, and run the same command again.',
                'Nothing of this revision was kept; the database is at a.')
        image() == before

        when:
        database.execute("ALTER DATABASE ${database.rows('SELECT current_database()')[0][0]} RESET temp_file_limit")

        then:
        told(retort('upgrade head'), 0)
        versionRows() == ['c']

        where:
        what              | statement
        'temporary files' | "execute \"SET LOCAL work_mem = '64kB'\"\nexecute 'SELECT count(*) FROM (SELECT md5(i::text) FROM generate_series(1, 100000) i ORDER BY 1 OFFSET 1) x'"
    }

    def "PostgreSQL on a disk that is full"() {
        given:
        mount('2m')
        disk.share()
        on('postgresql')
        def space = 'small_' + UUID.randomUUID().toString().take(8)
        database.execute("CREATE TABLESPACE $space LOCATION '$disk.path'")
        project.revision('a', [], """change { createTable('items') { column 'id', integer } }""")
        project.revision('b', ['a'], "upgrade { execute 'ALTER TABLE items SET TABLESPACE $space'\nexecute 'INSERT INTO items SELECT generate_series(1, 500000)' }\nirreversible 'no'")
        retorts('upgrade a')
        def before = image()

        when:
        def outcome = retort('upgrade head')

        then:
        told(outcome, 1, 'Revision b (upgrade) failed: could not extend file ', 'No space left on device [53100].',
                'Make room on the server\'s disk, and run the same command again.', 'the database is at a.')
        image() == before

        when:
        disk.resize('100m')

        then:
        told(retort('upgrade head'), 0)
        versionRows() == ['b']
        database.rows('SELECT count(*) FROM items') == [[500_000]]

        cleanup:
        if (space) {
            database.execute('DROP TABLE IF EXISTS items', 'CHECKPOINT', "DROP TABLESPACE $space")
        }
    }
}
