package dev.retort.internal.dialect.postgres

import ch.qos.logback.classic.Level
import ch.qos.logback.classic.Logger
import ch.qos.logback.classic.spi.ILoggingEvent
import ch.qos.logback.core.read.ListAppender
import dev.retort.Retort
import dev.retort.internal.testing.PostgresServer
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import java.nio.file.Files
import java.nio.file.Path
import org.slf4j.LoggerFactory
import spock.lang.AutoCleanup
import spock.lang.Specification

import java.nio.file.Files
import java.nio.file.Path

@spock.lang.Tag('database')
class RoleRightsSpec extends Specification {

    TestDatabase database = TestDatabase.postgresql()

    @AutoCleanup
    Project project = new Project()

    private final Logger log = LoggerFactory.getLogger('dev.retort.run') as Logger
    private final ListAppender<ILoggingEvent> events = new ListAppender<>()
    private final List<String> roles = []

    def setup() {
        events.start()
        log.addAppender(events)
    }

    def cleanup() {
        log.detachAppender(events)
        database.close()
        roles.reverse().each { PostgresServer.shared().execute("DROP ROLE $it") }
    }

    private List<String> warnings() {
        events.list.findAll { it.level == Level.WARN }*.formattedMessage
    }

    private String role(String options) {
        def name = 'role_' + UUID.randomUUID().toString().replace('-', '').take(12)
        PostgresServer.shared().execute("CREATE ROLE $name LOGIN PASSWORD 'secret' $options")
        roles << name
        name
    }

    private Retort retort(String role) {
        project.at(database).user(role).password('secret').build()
    }

    def "the first run as #options warns, and no other"() {
        given:
        def role = role(options)
        PostgresServer.shared().execute("ALTER DATABASE ${database.rows('SELECT current_database()')[0][0]} OWNER TO $role")
        database.execute("GRANT ALL ON SCHEMA public TO $role")
        project.table('a')

        when:
        retort(role).upgrade('head')
        retort(role).upgrade('head')

        then:
        warnings().size() == 1
        warnings()[0].startsWith("The role \"$role\" is $what")
        warnings()[0].contains('retort explain role')
        warnings()[0].contains('role_warning')

        when:
        retort(role).downgrade('base')
        retort(role).upgrade('head')
        retort(role).rehearseDowngrade('base')
        retort(role).stamp(['base'], false)

        then:
        warnings().size() == 1

        where:
        options                                                           | what
        'SUPERUSER'                                                       | 'a superuser, or may become one: '
        'IN ROLE postgres'                                                | 'a superuser, or may become one: '
        'IN ROLE pg_execute_server_program'                               | 'a member of pg_execute_server_program: '
        'NOINHERIT IN ROLE pg_write_server_files, pg_read_server_files'   | 'a member of pg_read_server_files, pg_write_server_files: '
    }

    def "each such role of a database is warned of once, unless that is not wanted"() {
        given:
        def role = role('SUPERUSER')
        project.table('a').table('b', ['a'])
        project.at(database).roleWarning(false).build().upgrade('a')

        when:
        project.at(database).user(role).password('secret').roleWarning(false).build().upgrade('b')

        then:
        warnings() == []

        when:
        retort(role).downgrade('a')
        retort(role).upgrade('b')
        retort(role).downgrade('base')

        then:
        warnings().size() == 1
        warnings()[0].startsWith("The role \"$role\" is a superuser")
    }

    def "an ordinary role is not warned of"() {
        given:
        def role = role('CREATEDB IN ROLE pg_read_all_data')
        database.execute("GRANT ALL ON SCHEMA public TO $role")
        project.table('a')

        when:
        retort(role).upgrade('head')

        then:
        warnings() == []
    }

    def "the role that the documentation makes runs the default chain, and is not warned of"() {
        given:
        def migrator = "migrator_${UUID.randomUUID().toString().take(8)}".toString()
        def app = role('')
        def parts = documented()
                .replaceAll(/\bmigrator\b/, migrator)
                .replaceAll(/\bapp\b/, app)
                .replaceAll(/\bshop\b/, database.rows('SELECT current_database()')[0][0] as String)
                .split(/\\connect .*\n/)
        roles << migrator
        parts[0].split(/;\n/).each { PostgresServer.shared().execute(it) }
        database.execute(parts[1].split(/;\n/))
        def retort = Retort.configure().url(database.jdbcUrl).user(migrator).password('secret').migrations(Path.of('../../migrations')).build()

        when:
        retort.upgrade('heads')
        retort.downgrade('base')
        retort.upgrade('heads')

        then:
        retort.isUpToDate()
        warnings() == []

        and: 'the application may work with what was made'
        !database.rows("SELECT 1 FROM information_schema.table_privileges WHERE grantee = '$app' AND privilege_type = 'INSERT'").empty

        when:
        project.revision('a', [], "upgrade { execute \"COPY (SELECT 1) TO PROGRAM 'cat'\" }\nirreversible 'never'")
        project.at(database).user(migrator).password('secret').versionTable('other').historyTable('other_history').build().upgrade('head')

        then:
        def refused = thrown(dev.retort.RetortException)
        refused.message.contains('permission denied to COPY to or from an external program')
    }

    /** The administrator's part of docs/security.md. */
    private static String documented() {
        def text = Files.readString(Path.of('../../docs/security.md'))
        def start = text.indexOf('CREATE ROLE migrator')
        text.substring(start, text.indexOf('```', start))
    }
}
