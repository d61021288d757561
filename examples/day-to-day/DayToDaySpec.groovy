import ch.qos.logback.classic.Logger
import ch.qos.logback.classic.Level
import ch.qos.logback.classic.spi.ILoggingEvent
import ch.qos.logback.core.read.ListAppender
import dev.retort.Retort
import dev.retort.RetortException
import dev.retort.internal.sql.SqlScript
import dev.retort.internal.dialect.Dialects
import dev.retort.internal.testing.InSchema
import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import org.slf4j.LoggerFactory
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path

/** What people do with a chain every day: a step up, a few down, a look, SQL to review, a stamp, a failure repaired. */
@spock.lang.Tag('database')
class DayToDaySpec extends Specification {

    static final Path MIGRATIONS = Path.of('task-api/migrations')
    static final List<String> CHAIN = ['1f0e2d3c4b5a', '2a1f3e4d5c6b', '3b2a4f5e6d7c', '4c3b5a6f7e8d', '5d4c6b7a8f9e', '6e5d7c8b9a0f']

    @TempDir
    Path folder

    def "targets lead where they say on #database"() {
        given:
        def retort = retort(database)

        expect:
        retort.upgrade('+1').rows() == [CHAIN[0]] as SortedSet
        retort.upgrade('4c3b5a6f7e8d').rows() == [CHAIN[3]] as SortedSet
        retort.upgrade('5d4c').rows() == [CHAIN[4]] as SortedSet
        retort.upgrade('head').rows() == [CHAIN[5]] as SortedSet
        retort.downgrade('-1').rows() == [CHAIN[4]] as SortedSet
        retort.downgrade('-3').rows() == [CHAIN[1]] as SortedSet
        retort.downgrade('1f0e2d3c4b5a').rows() == [CHAIN[0]] as SortedSet
        retort.downgrade('base').rows().isEmpty()

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "each step is announced in the log on #database"() {
        given:
        def log = LoggerFactory.getLogger('dev.retort') as Logger
        def lines = new ListAppender<ILoggingEvent>()
        lines.start()
        log.level = Level.INFO
        log.addAppender(lines)

        when:
        retort(database).upgrade('+2')

        then:
        lines.list.collect { it.formattedMessage }.findAll { it.startsWith('Running') } == [
                'Running upgrade  -> 1f0e2d3c4b5a, Create tasks',
                'Running upgrade 1f0e2d3c4b5a -> 2a1f3e4d5c6b, Create users table']

        cleanup:
        log.detachAppender(lines)
        log.level = null
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "a look tells where the database is on #database"() {
        given:
        def retort = retort(database)
        retort.upgrade('2a1f3e4d5c6b')

        expect:
        retort.current()*.id() == [CHAIN[1]]
        retort.history(null, true).collect { [it.id(), it.head(), it.current()] } ==
                CHAIN.reverse().collect { [it, it == CHAIN[5], it == CHAIN[1]] }
        retort.heads(false)*.id() == [CHAIN[5]]
        retort.branches().isEmpty()
        retort.show('head')*.message() == ['Add the first users and give them the tasks nobody has']
        !retort.upToDate

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "SQL to review applies nothing, and does when it is run, on #database"() {
        given:
        def retort = retort(database)
        def up = new StringBuilder()
        def down = new StringBuilder()

        when:
        retort.upgradeSql('5d4c6b7a8f9e', up)

        then:
        up.contains('-- Running upgrade  -> 1f0e2d3c4b5a, Create tasks')
        retort.rows().isEmpty()

        when:
        run(database, up)

        then:
        retort.rows() == [CHAIN[4]] as SortedSet

        when:
        retort.downgradeSql('-1', down)
        run(database, down)

        then:
        retort.rows() == [CHAIN[3]] as SortedSet
        retort.upgrade('head').rows() == [CHAIN[5]] as SortedSet

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "the script does by one statement what the revision does row by row, on #database"() {
        given:
        def retort = retort(database)
        def script = new StringBuilder()

        when:
        retort.upgradeSql("base:${CHAIN[4]}", script)
        script << "INSERT INTO tasks (title, status, priority) VALUES ('a', 'pending', 1), ('b', 'done', 2), ('c', 'done', 3);\n"
        retort.upgradeSql("${CHAIN[4]}:head", script)
        run(database, script)

        then:
        retort.rows() == [CHAIN[5]] as SortedSet
        database.rows('SELECT t.title, u.name FROM tasks t JOIN users u ON u.id = t.user_id ORDER BY t.title') ==
                [['a', 'Ada'], ['b', 'Grace'], ['c', 'Ada']]

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "a database whose schema is there already is stamped on #database"() {
        given:
        database.execute('CREATE TABLE tasks (id integer PRIMARY KEY, title varchar(200) NOT NULL, description text, status varchar(50))')
        def retort = retort(database)

        when:
        retort.upgrade('head')

        then:
        thrown(RetortException)

        when:
        retort.stamp(['1f0e2d3c4b5a'], false)
        retort.upgrade('2a1f3e4d5c6b')

        then:
        retort.rows() == [CHAIN[1]] as SortedSet

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "a failure in the middle keeps what was whole, and the next run goes on after the repair, on #database"() {
        given: 'a fourth revision that fails on the data there is'
        MIGRATIONS.toFile().eachFile { Files.copy(it.toPath(), folder.resolve(it.name)) }
        def broken = folder.resolve('4c3b5a6f7e8d_rename_description_to_details.groovy').toFile()
        def good = broken.text
        broken.text = good.replaceFirst(/(?s)change \{.*/, '''upgrade {
    addColumn 'tasks', 'half', text
    execute 'UPDATE task SET half = title'
}

downgrade {
    dropColumn 'tasks', 'half'
}
''')
        def retort = Retort.configure().url(database.jdbcUrl).migrations(folder).build()

        when:
        retort.upgrade('head')

        then:
        def failure = thrown(RetortException)
        failure.message.contains('4c3b5a6f7e8d_rename_description_to_details.groovy:7')
        failure.message.contains('UPDATE task SET half = title')
        failure.message.contains('the database is at 3b2a4f5e6d7c')
        retort.rows() == [CHAIN[2]] as SortedSet
        InSchema.tables(StorySpec.schema(database)).tasks.columns()*.name() == ['id', 'title', 'description', 'status', 'user_id']

        when:
        broken.text = good
        retort.upgrade('head')

        then:
        retort.rows() == [CHAIN[5]] as SortedSet

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }

    private static Retort retort(TestDatabase database) {
        Retort.configure().url(database.jdbcUrl).migrations(MIGRATIONS).build()
    }

    private static void run(TestDatabase database, CharSequence script) {
        def syntax = Dialects.ofUrl(database.jdbcUrl).dialect().spelling().syntax()
        database.execute(*SqlScript.split(script.toString(), syntax)*.sql())
    }
}
