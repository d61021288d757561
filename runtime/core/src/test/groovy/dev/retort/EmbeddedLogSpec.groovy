package dev.retort

import ch.qos.logback.classic.Level
import ch.qos.logback.classic.Logger
import ch.qos.logback.classic.spi.ILoggingEvent
import ch.qos.logback.core.read.ListAppender
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import org.slf4j.LoggerFactory
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What an application reads that sets up no log: its backend prints everything from debug on. */
@spock.lang.Tag('database')
class EmbeddedLogSpec extends Specification {

    @AutoCleanup
    Project project = new Project()

    @AutoCleanup(quiet = true)
    TestDatabase database

    Logger root = LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) as Logger
    ListAppender<ILoggingEvent> events = new ListAppender<>()

    def "a run says a line a revision, on #dialect"() {
        given:
        database = TestDatabase.of(dialect)
        project.table('a').table('b', ['a'])
        def retort = project.at(database).roleWarning(false).build()
        def level = root.level
        events.start()
        root.addAppender(events)
        root.level = Level.DEBUG

        when:
        retort.upgrade('head')
        retort.downgrade('base')

        then:
        events.list*.loggerName == ['dev.retort.upgrade'] * 2 + ['dev.retort.downgrade'] * 2

        cleanup:
        root.level = level
        root.detachAppender(events)

        where:
        dialect << ['sqlite', 'postgresql']
    }
}
