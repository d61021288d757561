package dev.retort

import dev.retort.RetortException.Kind
import dev.retort.internal.testing.DatabaseImage
import java.util.concurrent.ExecutionException
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.util.concurrent.PollingConditions

/** What a rehearsal tells, and that nothing of it stays; a subclass names the database. */
abstract class RehearsalSpec extends DatabaseSpec {

    @AutoCleanup('shutdownNow')
    def threads = Executors.newCachedThreadPool()

    /** Whether it happens on a copy. */
    abstract boolean isOnCopy()

    /** A statement that does not end by itself. */
    abstract String getEndless()

    List<String> folders = copies()

    /** Those of others who rehearse on this machine meanwhile go as well. */
    def cleanup() {
        def left = copies() - folders
        new PollingConditions(timeout: 20).eventually { assert copies().intersect(left) == [] }
    }

    static List<String> copies() {
        new File(System.getProperty('java.io.tmpdir')).list().findAll { it.startsWith('retort-rehearsal') }.sort()
    }

    List<String> image() {
        DatabaseImage.of(database) + everything()
    }

    /** What the image leaves out: the notes of interrupted revisions, and which tables of Retort's there are. */
    private List<String> everything() {
        def names = database.dialect == 'sqlite' ? 'SELECT name FROM sqlite_schema' : "SELECT relname || relfilenode FROM pg_class WHERE relnamespace = 'public'::regnamespace"
        database.rows("SELECT * FROM ($names) AS n ORDER BY 1")*.toString()
    }

    void users() {
        project.revision('a', [], "change { createTable('users') { column 'id', integer, primaryKey: true\ncolumn 'name', text } }")
        project.retort(database).upgrade('a')
        database.execute("INSERT INTO users VALUES (1, 'Ann'), (2, 'Bob'), (3, NULL)")
    }

    def "each statement is told with its rows and its line, and nothing of it stays"() {
        given:
        users()
        project.script('b.groovy', '''\
            revision 'b'
            downRevision 'a'
            message 'Add emails'
            upgrade {
                addColumn 'users', 'email', text
                execute "UPDATE users SET email = name WHERE name IS NOT NULL"
                def rows = query('SELECT id FROM users WHERE email IS NOT NULL ORDER BY id')
                rows.each { row -> execute 'UPDATE users SET name = :n WHERE id = :id', n: 'x', id: row.integer('id') }
                bulkInsert 'users', [[id: 7, name: 'Zoe', email: 'z'], [id: 8, name: 'Yan', email: 'y']]
            }
            downgrade { dropColumn 'users', 'email' }
            '''.stripIndent())
        project.revision('c', ['b'], "change { createTable('tags') { column 'id', integer, primaryKey: true } }")
        def before = image()

        when:
        def rehearsal = project.retort(database).rehearseUpgrade('head')

        then:
        rehearsal.failure().empty
        rehearsal.onCopy() == onCopy
        rehearsal.from() == ['a'] as Set
        rehearsal.rows() == ['c'] as Set
        rehearsal.notRehearsed() == 0
        rehearsal.steps()*.revision() == ['b', 'c']
        rehearsal.steps()*.direction() == ['upgrade', 'upgrade']
        rehearsal.steps()*.rows() == [['b'] as Set, ['c'] as Set]
        with(rehearsal.steps()[0]) {
            message() == 'Add emails'
            downRevisions() == ['a']
            statements()*.rows() == [0, 2, 2, 2, 2]
            statements()*.times() == [1, 1, 1, 2, 1]
            statements()*.where()*.toString() == [5, 6, 7, 8, 9].collect { "migrations/b.groovy:$it".toString() }
            statements()[1].sql() == 'UPDATE users SET email = name WHERE name IS NOT NULL'
            statements().every { it.rehearsed() && !it.duration().negative && it.lockedFor() >= it.duration() }
            statements()[0].lockedFor() > statements()[4].lockedFor()
            duration() >= statements()[0].lockedFor()
        }

        and:
        image() == before

        and: 'the run itself does the same'
        project.retort(database).upgrade('head').rows() == ['c'] as Set
        database.rows('SELECT id, name, email FROM users ORDER BY id') == [[1, 'x', 'Ann'], [2, 'x', 'Bob'], [3, null, null], [7, 'Zoe', 'z'], [8, 'Yan', 'y']]
    }

    def "what a loop asks for over and over is told once"() {
        given:
        users()
        project.revision('b', ['a'], """
            upgrade {
                query('SELECT id FROM users').each { row ->
                    execute 'UPDATE users SET name = :n WHERE id = :id', n: 'x', id: row.integer('id')
                    execute 'DELETE FROM users WHERE id = :id', id: row.integer('id')
                }
                execute 'DELETE FROM users WHERE id = :id', id: 1
            }
            irreversible 'no'""")

        expect:
        project.retort(database).rehearseUpgrade('head').steps()[0].statements().collect { [it.sql()[0..5], it.times(), it.rows()] } ==
                [['SELECT', 1, 3], ['UPDATE', 3, 3], ['DELETE', 3, 3], ['DELETE', 1, 0]]
    }

    def "a database without anything is left without anything"() {
        given:
        project.table('a').table('b', ['a'])

        when:
        def rehearsal = project.retort(database).rehearseUpgrade('head')

        then:
        rehearsal.failure().empty
        rehearsal.steps()*.revision() == ['a', 'b']
        everything() == []
    }

    def "the way down can be rehearsed as well"() {
        given:
        users()
        project.table('b', ['a'])
        project.retort(database).upgrade('head')
        def before = image()

        when:
        def rehearsal = project.retort(database).rehearseDowngrade('base')

        then:
        rehearsal.failure().empty
        rehearsal.steps()*.revision() == ['b', 'a']
        rehearsal.steps()*.direction() == ['downgrade', 'downgrade']
        rehearsal.steps()*.statements().flatten()*.where().every { it.line() > 0 }
        rehearsal.rows() == [] as Set
        image() == before
    }

    def "where there is nothing to do, nothing is rehearsed"() {
        given:
        users()

        expect:
        with(project.retort(database).rehearseUpgrade('head')) {
            steps() == []
            rows() == ['a'] as Set
            failure().empty
            onCopy() == owner.onCopy
        }
    }

    def "what fails is told as by the run itself, after what was done before"() {
        given:
        users()
        project.table('b', ['a'])
        project.script('c.groovy', '''\
            revision 'c'
            downRevision 'b'
            upgrade {
                execute 'UPDATE users SET id = id'
                execute 'INSERT INTO users (id) VALUES (1)'
                execute 'DELETE FROM users'
            }
            irreversible 'no'
            '''.stripIndent())
        project.table('d', ['c'])
        def before = image()

        when:
        def rehearsal = project.retort(database).rehearseUpgrade('head')
        def told = rehearsal.failure().get()

        then:
        rehearsal.steps()*.revision() == ['b', 'c']
        rehearsal.steps()[1].statements()*.rows() == [3]
        rehearsal.rows() == ['b'] as Set
        told.kind() == Kind.FAILED
        told.problems()[0].location().toString() == 'migrations/c.groovy:5'
        told.problems()[0].hint().endsWith('Nothing of the rehearsal was kept; the database is at a.')
        !told.message.contains('could not be rehearsed')
        image() == before

        when:
        project.retort(database).upgrade('head')

        then: 'but for where the database is then'
        def real = thrown(RetortException)
        real.problems()[0].sentence() == told.problems()[0].sentence()
        real.problems()[0].location() == told.problems()[0].location()
        real.kind() == told.kind()
    }

    def "what a commit would refuse is found"() {
        given:
        users()
        project.revision('b', ['a'], '''
            upgrade {
                createTable('pets') {
                    column 'id', integer, primaryKey: true
                    column 'owner', integer
                    foreignKey 'owner', references: 'users.id', name: 'fk_owner', deferrable: true, initially: 'deferred'
                }
                execute 'INSERT INTO pets VALUES (1, 99)'
            }
            irreversible 'no'
            ''')
        project.table('c', ['b'])

        when:
        def rehearsal = project.retort(database).rehearseUpgrade('head')

        then:
        rehearsal.steps()*.revision() == ['b']
        rehearsal.failure().get().message.contains('Revision b (upgrade) failed: ')
        rehearsal.failure().get().message.toLowerCase().contains('foreign key')
    }

    def "each revision may put off its checks again"() {
        given:
        users()
        project.revision('b', ['a'], '''
            upgrade {
                createTable('pets') {
                    column 'id', integer, primaryKey: true
                    column 'owner', integer
                    foreignKey 'owner', references: 'users.id', name: 'fk_owner', deferrable: true, initially: 'deferred'
                }
            }
            irreversible 'no'
            ''')
        project.revision('c', ['b'], '''
            upgrade {
                execute 'INSERT INTO pets VALUES (1, 99)'
                execute 'INSERT INTO users (id) VALUES (99)'
            }
            irreversible 'no'
            ''')

        expect:
        project.retort(database).rehearseUpgrade('head').failure().empty
        project.retort(database).upgrade('head').rows() == ['c'] as Set
    }

    def "a target that there is not, and a way down that there is not, are told before anything is run"() {
        given:
        users()
        project.revision('b', ['a'], "upgrade { execute 'DELETE FROM users' }\nirreversible 'The names are gone.'")
        project.retort(database).upgrade('head')

        when:
        project.retort(database).rehearseUpgrade('nope')

        then:
        def unknown = thrown(RetortException)
        unknown.message.contains('There is no revision "nope"')

        when:
        project.retort(database).rehearseDowngrade('base')

        then:
        def gone = thrown(RetortException)
        gone.kind() == Kind.SCRIPT
        gone.message.contains('Revision b cannot be downgraded: The names are gone.')
    }

    def "a rehearsal that is stopped keeps nothing and says so"() {
        given:
        users()
        def cancellation = new Cancellation()
        project.revision('b', ['a'], "upgrade { execute 'DELETE FROM users'\nexecute '''$endless''' }\nirreversible 'no'")
        def before = image()
        def retort = project.on(database).cancellation(cancellation).build()
        def run = threads.submit({ retort.rehearseUpgrade('head') } as java.util.concurrent.Callable)
        new PollingConditions(timeout: 30).eventually { assert retort.settings.stop().working().size() > 0 }
        sleep 300

        when:
        cancellation.request()
        run.get(30, TimeUnit.SECONDS)

        then:
        def failure = thrown(ExecutionException)
        failure.cause.message.contains('Nothing of the rehearsal was kept; the database is at a.')
        image() == before
    }

    def "an interrupted revision is to be finished first"() {
        given:
        users()
        project.revision('b', ['a'], "upgrade { autocommit { execute 'DELETE FROM users'\nexecute 'nonsense' } }\nirreversible 'no'")
        try {
            project.retort(database).upgrade('head')
        } catch (RetortException expected) {
            assert expected.message.contains('nonsense')
        }

        when:
        project.retort(database).rehearseUpgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.problems()[0].sentence().startsWith('Revision b was interrupted at statement 2 of its upgrade')
        refused.problems()[0].hint().contains('Finish that first: retort upgrade b')
    }

    def "what was put below is rehearsed too, if the run would run it"() {
        given:
        users()
        project.table('c', ['a'])
        project.retort(database).upgrade('head')
        project.table('b', ['a'])
        project.script('c.groovy', "revision 'c'\ndownRevision 'b'\nmessage 'Do c'\nchange { createTable('t_c') { column 'id', integer, primaryKey: true } }\n")
        def before = image()

        expect:
        project.on(database).outOfOrder(true).build().rehearseUpgrade('head').steps()*.revision() == ['b']
        image() == before
    }
}
