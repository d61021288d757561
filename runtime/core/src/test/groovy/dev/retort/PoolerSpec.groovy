package dev.retort

import dev.retort.RetortException.Kind
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import dev.retort.internal.testing.TransactionPooler
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

/** A pooler in transaction mode is refused before anything is changed. */
@spock.lang.Tag('database')
class PoolerSpec extends Specification {

    @AutoCleanup TestDatabase database = TestDatabase.postgresql()
    @AutoCleanup Project project = new Project()

    def "#command through a pool of #size, #order, is refused and leaves no lock"() {
        given:
        project.table('a')
        def pooler = new TransactionPooler(database, size, inTurn)
        def retort = Retort.configure().dataSource(pooler).home(project.home).build()

        when:
        run(retort)

        then:
        def refused = thrown(RetortException)
        refused.kind() == Kind.USAGE
        refused.message.startsWith('A pooler is in front of the server that gives each transaction another session')
        refused.message.contains('pool_mode = session')

        and: 'nothing was made, and the next run over the right address has the lock at once'
        database.rows("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == [[0]]
        database.rows("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'") == [[0]]
        project.on(database).lockTimeout(Duration.ZERO).build().upgrade('head').rows() == ['a'] as Set

        and: 'what only reads, and what finds nothing to do, needs no session'
        retort.rows() == ['a'] as Set
        retort.upgrade('head').steps().isEmpty()

        cleanup:
        pooler.close()

        where:
        command   | size | inTurn
        'upgrade' | 1    | false
        'upgrade' | 2    | false
        'upgrade' | 20   | false
        'upgrade' | 2    | true
        'upgrade' | 20   | true
        'stamp'   | 3    | false
        'ensure'  | 3    | true
        order = inTurn ? 'in turn' : 'the last first'
        run = [upgrade: { it.upgrade('head') }, stamp: { it.stamp(['head'], false) }, ensure: { it.ensureVersion() }][command]
    }
}
