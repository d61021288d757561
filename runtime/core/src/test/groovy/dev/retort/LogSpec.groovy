package dev.retort

import dev.retort.GraphException
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import java.nio.file.Files
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneId
import spock.lang.AutoCleanup
import spock.lang.Specification

/** The history table, read back. */
@spock.lang.Tag('database')
class LogSpec extends Specification {

    @AutoCleanup
    Project project = new Project()

    @AutoCleanup(quiet = true)
    TestDatabase database

    def "tells all there is to know of each event, the newest first, on #dialect"() {
        given:
        on(dialect)
        project.table('aaaa1').revision('bbbb1', ['aaaa1'], "upgrade { execute 'nonsense' }\nirreversible 'no'")
        def before = Instant.now().minusSeconds(1)
        try {
            retort.upgrade('head')
            assert false
        } catch (RetortException expected) {
        }
        project.table('bbbb1', ['aaaa1'])
        retort.upgrade('head')
        retort.downgrade('aaaa1')
        retort.stamp(['head'], false)

        when:
        def log = retort.log(LogRequest.ALL)

        then:
        log.exists()
        log.table() == 'retort_history'
        log.entries().collect { [it.id(), it.revision(), it.direction(), it.outcome()] } == [
                [5, 'bbbb1', 'stamp', 'done'], [4, 'bbbb1', 'downgrade', 'done'], [3, 'bbbb1', 'upgrade', 'done'],
                [2, 'bbbb1', 'upgrade', 'failed'], [1, 'aaaa1', 'upgrade', 'done']]

        and:
        with(log.entries()[4]) {
            message() == 'Do aaaa1'
            startedAt() > before && startedAt() < Instant.now().plusSeconds(1)
            !duration().negative
            statements() == 1
            error() == null
            runner().user() == System.getProperty('user.name')
            runner().toolVersion()
            algorithm() == 'SHA-256'
            checksum() ==~ /[0-9a-f]{64}/
            meaningChecksum() ==~ /[0-9a-f]{64}/
            keepsScript()
        }
        log.entries()[3].error().contains('nonsense')
        with(log.entries()[0]) {
            !keepsScript()
            checksum() == null
        }

        and:
        entries(new LogRequest(null, true, 0)) == [2L]
        entries(new LogRequest(null, false, 2)) == [5L, 4L]
        entries(new LogRequest('aaaa', false, 0)) == [1L]
        entries(new LogRequest('current', false, 1)) == [5L]
        entries(new LogRequest('base', false, 0)) == []

        when: 'the script is gone'
        Files.delete(project.migrations.resolve('bbbb1.groovy'))

        then:
        entries(new LogRequest('bbbb', false, 0)) == [5L, 4L, 3L, 2L]
        retort.script(retort.log(new LogRequest('bbbb1', true, 0)).entries()[0]).contains("execute 'nonsense'")

        when:
        retort.log(new LogRequest('cccc', false, 0))

        then:
        thrown(GraphException.UnknownRevision)

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "a beginning that several have is not guessed"() {
        given:
        on('sqlite')
        project.table('abcd1').table('abcd2', ['abcd1'])
        retort.upgrade('head')
        project.migrations.toFile().listFiles()*.delete()

        when:
        retort.log(new LogRequest('abcd', false, 0))

        then:
        thrown(GraphException.AmbiguousPrefix)
    }

    def "where there is no table nothing is said and nothing made, on #dialect"() {
        given:
        on(dialect)

        when:
        def log = retort.log(LogRequest.ALL)

        then:
        !log.exists()
        log.entries().empty
        !retort.log(new LogRequest('abcd', false, 0)).exists()
        retort.ensureVersion()

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "is in the order of what happened, though the clock goes backwards, on #dialect"() {
        given:
        on(dialect)
        project.table('a').table('b', ['a']).table('c', ['b'])
        def now = Instant.parse('2026-11-21T10:00:00Z')
        def backwards = new Clock() {
            Instant instant() {
                now = now.minus(Duration.ofHours(1))
            }

            ZoneId getZone() {
                ZoneId.of('UTC')
            }

            Clock withZone(ZoneId zone) {
                this
            }
        }
        def retort = project.on(database).clock(backwards).build()

        when:
        retort.upgrade('b')
        retort.downgrade('a')
        retort.upgrade('head')

        then:
        def entries = retort.log(LogRequest.ALL).entries()
        entries*.revision() == ['c', 'b', 'b', 'b', 'a']
        entries*.id() == [5L, 4L, 3L, 2L, 1L]
        entries.every { !it.duration().negative }
        entries*.startedAt() == entries*.startedAt().sort()

        and: 'what counts is what came last'
        retort.status().clean
        retort.upgrade('head').steps().empty

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "a row that Retort cannot have written is named"() {
        given:
        on('sqlite')
        project.table('a')
        retort.upgrade('head')
        database.execute("UPDATE retort_history SET $change")

        when:
        retort.log(LogRequest.ALL)

        then:
        def refused = thrown(RetortException)
        refused.message.startsWith('The table retort_history holds a row that cannot be read: ')

        where:
        change << ["started_at = 'yesterday'", "duration_ms = 'long'", "statements = 'many'"]
    }

    private List<Long> entries(LogRequest request) {
        retort.log(request).entries()*.id()
    }

    private void on(String dialect) {
        database = TestDatabase.of(dialect)
    }

    private Retort getRetort() {
        project.retort(database)
    }
}
