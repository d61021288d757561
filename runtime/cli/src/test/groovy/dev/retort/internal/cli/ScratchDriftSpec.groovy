package dev.retort.internal.cli

import java.sql.DriverManager
import spock.lang.Tag

/** {@code check --drift --scratch}: what the applied revisions made is found out in a database that is dropped again. */
@Tag('database')
class ScratchDriftSpec extends CommandSpec {

    /** SQL whose text does not reveal what it creates. */
    private static final Map<String, String> CREATES = [
            sqlite    : 'CREATE TABLE notes AS SELECT 1 AS id, 2 AS amount',
            postgresql: "DO \\\$\\\$ BEGIN EXECUTE ''CREATE TABLE notes (id integer, amount integer)''; END \\\$\\\$".replace("''", "\\'")]

    private void applied(String dialect) {
        on(dialect)
        project.script('a1.groovy', """\
            revision 'a1'
            change { createTable('projects') { column 'id', integer, primaryKey: true } }
            """.stripIndent())
        project.script('b1.groovy', """\
            revision 'b1'
            downRevision 'a1'
            upgrade { execute "${CREATES[dialect]}" }
            downgrade { execute 'DROP TABLE notes' }
            """.stripIndent())
        retorts('upgrade head')
    }

    private List<String> scratches() {
        database.dialect == 'sqlite' ? [] : database.rows("SELECT datname FROM pg_database WHERE datname LIKE 'retort_scratch_${named()}%' ORDER BY datname")*.first()
    }

    /** The name that a scratch database has of the one that it was created beside. */
    private String named() {
        Integer.toHexString(database.rows('SELECT current_database()')[0][0].hashCode())
    }

    def "on #dialect, drift is found where the SQL of a script does not reveal what it made"() {
        given:
        applied(dialect)

        expect:
        retort('check --drift --scratch').with { [exit, out, err] } == [0, 'The database is as its revisions made it.\n', '']

        when:
        database.execute('ALTER TABLE notes ADD COLUMN by_hand integer')
        def plain = retort('check --drift')

        then:
        [plain.exit, plain.out] == [0, 'The database is as its revisions made it.\n']
        plain.err.endsWith('What of this was changed by other means is found with: retort check --drift --scratch\n')
        retort('check --drift --scratch').with { [exit, out, err] } ==
                [6, "// loses data\ndropColumn 'notes', 'by_hand', was: integer\n", '']
        retort('status --check --check-drift --scratch').with { [exit, err] } ==
                [6, 'warning: Changed by other means than the scripts: column notes.by_hand. See what leads back with: retort check --drift --scratch\n']
        retort('upgrade head --check-drift --scratch').with { [exit, err.contains('by other means than its revisions: column notes.by_hand.')] } == [6, true]

        when: 'the configuration asks for it'
        project.home.resolve('retort.toml').toFile().text = 'scratch = true\n'

        then:
        retort('check --drift').exit == 6
        scratches() == []

        where:
        dialect << DIALECTS
    }

    def "where the scripts reveal what they make, no database is created"() {
        given:
        on('postgresql')
        project.table('a')
        retorts('upgrade head')

        expect:
        retort('check --drift --scratch').with { [exit, database] } == [0, '']
    }

    def "on #dialect, a script that does not run in an empty database is named, and nothing is left"() {
        given:
        applied(dialect)
        database.execute('CREATE TABLE prepared (id integer)')
        project.script('c1.groovy', """revision 'c1'\ndownRevision 'b1'\nupgrade { execute 'INSERT INTO prepared VALUES (1)' }\ndowngrade { }\n""")
        retorts('upgrade head')

        when:
        def outcome = retort('check --drift --scratch')

        then:
        outcome.exit == 1
        outcome.out == ''
        outcome.err.startsWith('error: migrations/c1.groovy:3: Revision c1 (upgrade) failed: ')
        outcome.err.endsWith('This was in the scratch database, which has only what the scripts create, and is dropped. Nothing else was touched.\n')
        scratches() == []

        where:
        dialect << DIALECTS
    }

    def "what a killed process left behind is dropped by the next one, and what another one uses is not"() {
        given:
        applied('postgresql')
        def (left, used) = ['dead', 'used'].collect { "retort_scratch_${named()}_$it" as String }
        def other = DriverManager.getConnection(database.jdbcUrl.replaceFirst('/spec_\\w+', '/postgres'))
        other.createStatement().execute("SELECT pg_advisory_lock(hashtextextended('$used', 0))")
        database.execute("CREATE DATABASE $left")
        database.execute("CREATE DATABASE $used")

        when:
        def outcome = retort('check --drift --scratch')

        then:
        outcome.exit == 0
        outcome.database.startsWith("The scratch database $left was left behind, and is dropped\n")
        scratches() == [used]

        cleanup:
        other?.close()
        database.execute("DROP DATABASE IF EXISTS $left")
        database.execute("DROP DATABASE IF EXISTS $used")
    }

    def "a role that may create no database reads how to let it"() {
        given:
        applied('postgresql')
        database.execute('CREATE ROLE frugal LOGIN', 'GRANT SELECT ON ALL TABLES IN SCHEMA public TO frugal')
        variables.RETORT_USER = 'frugal'

        expect:
        retort('check --drift --scratch').with { [exit, out, err.replaceAll(/localhost\S+:/, 'here:')] } == [1, '',
                'error: No scratch database can be created beside here: permission denied to create database.' +
                ' Let the role create databases, with: ALTER ROLE … CREATEDB; or compare without a scratch database.\n']

        cleanup:
        database.execute('DROP OWNED BY frugal', 'DROP ROLE frugal')
    }

    def "#line is refused in a sentence"() {
        given:
        on('sqlite')

        expect:
        retort(line).with { [exit, err] } == [2, "error: --scratch is an option of $option. Add $option.\n" as String]

        where:
        line                     || option
        'check --scratch'        || '--drift'
        'status --scratch'       || '--check-drift'
        'upgrade head --scratch' || '--check-drift'
    }
}
