package dev.retort.internal.cli

import java.sql.Connection
import spock.lang.AutoCleanup

/** A run that another one keeps waiting for too long ends with a code of its own, and has done nothing. */
@spock.lang.Tag('database')
class LockTimeoutSpec extends CommandSpec {

    @AutoCleanup(quiet = true)
    Connection holder

    def "an upgrade, a downgrade and a stamp give up after their time, on #dialect"() {
        given:
        on(dialect)
        project.table('a').table('b', ['a'])
        retorts('upgrade a')
        hold()

        expect:
        ['upgrade head', 'downgrade base', 'stamp b'].each { command ->
            with(retort("$command --lock-timeout 300ms")) {
                assert exit == 5
                assert out == ''
                assert err.contains(message)
                assert err.contains('--lock-timeout')
            }
        }
        versionRows() == ['a']

        and: 'a program is told the kind, and who it was where the database knows'
        with(retort('upgrade head --lock-timeout 300ms --json')) {
            exit == 5
            json.error.kind == 'LockTimeout'
            json.error.problems.size() == 1
        }

        when: 'what has nothing to do waits for nobody'
        def nothing = retort('upgrade a --lock-timeout 300ms')

        then:
        nothing.exit == 0

        when:
        holder.close()

        then:
        retort('upgrade head --lock-timeout 300ms').exit == 0
        versionRows() == ['b']

        where:
        dialect      || message
        'postgresql' || 'Another run held the lock for longer than 300 ms: pid '
        'sqlite'     || 'Another connection has been writing to the database for 300 ms.'
    }

    /** As a run does that was here first. */
    private void hold() {
        holder = database.open()
        def statement = holder.createStatement()
        if (database.dialect == 'sqlite') {
            statement.execute('BEGIN IMMEDIATE')
        } else {
            statement.execute("SELECT pg_advisory_lock(${lockKey()})")
        }
    }
}
