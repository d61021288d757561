package dev.retort.internal.cli

import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset

/** A clock that is set back, an hour each time that somebody looks: nothing goes by it, and nothing takes less than no time. */
@spock.lang.Tag('database')
class ClockSpec extends CommandSpec {

    static class Backwards extends Clock {
        Instant now = Instant.parse('2026-11-21T12:00:00Z')

        ZoneOffset getZone() { ZoneOffset.UTC }

        Clock withZone(java.time.ZoneId zone) { this }

        Instant instant() {
            now -= Duration.ofHours(1)
        }
    }

    def "the history is in the order of what was done on #dialect"() {
        given:
        on(dialect)
        project.table('a').table('b', ['a']).table('c', ['b'])
        project.revision('bad', ['c'], "upgrade { execute 'SELECT nothing FROM nowhere' }\nirreversible 'no'")
        def engine = project.on(database).clock(new Backwards()).build()

        when:
        engine.upgrade('c')
        engine.downgrade('a')
        engine.upgrade('b')
        engine.stamp(['c'], false)
        def failed = null
        try {
            engine.upgrade('bad')
        } catch (dev.retort.RetortException e) {
            failed = e
        }

        then:
        failed.message.contains('Revision bad (upgrade) failed')
        def entries = database.rows('SELECT revision, direction, outcome, duration_ms, started_at FROM retort_history ORDER BY id')
        entries.collect { it.take(3) } == [
                ['a', 'upgrade', 'done'], ['b', 'upgrade', 'done'], ['c', 'upgrade', 'done'], ['c', 'downgrade', 'done'], ['b', 'downgrade', 'done'],
                ['b', 'upgrade', 'done'], ['c', 'stamp', 'done'], ['bad', 'upgrade', 'failed']]
        entries.every { it[3] >= 0 && it[3] < 60_000 }
        entries*.last()*.toString() == entries*.last()*.toString().sort().reverse()

        and: 'what is told goes by that order'
        def rows = retort('log').out.readLines().drop(1).collect { it.split(/\s+/) }.findAll { it[0].isInteger() }
        rows.collect { it[0] as int } == (8..1)
        rows*.getAt(1) == entries*.first().reverse()
        retort('current').out == 'c\n'
        retort('validate').exit == 0
        retort('status').out.contains('Pending: 1 revision')

        where:
        dialect << DIALECTS
    }

    def "a downgrade takes the text that was applied last, and not the one of the latest time, on #dialect"() {
        given:
        on(dialect)
        def clock = new Backwards()
        project.revision('a', [], "upgrade { createTable('t') { column 'old', integer } }\ndowngrade { dropTable 't' }")
        def run = { -> project.on(database).clock(clock).build() }
        run().upgrade('head')
        run().downgrade('base')
        project.revision('a', [], "upgrade { createTable('u') { column 'new', integer } }\ndowngrade { dropTable 'u' }")
        run().upgrade('head')
        java.nio.file.Files.delete(project.migrations.resolve('a.groovy'))

        when:
        def outcome = retort('downgrade base')

        then:
        outcome.exit == 0
        tables() == []

        where:
        dialect << DIALECTS
    }
}
