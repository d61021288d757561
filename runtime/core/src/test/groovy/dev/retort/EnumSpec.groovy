package dev.retort

import dev.retort.RetortException.Kind
import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import java.sql.SQLException

/** The values of enumerations: up, down and up again, with rows, run and written down. */
@spock.lang.Tag('database')
class EnumSpec extends EnumStory {

    def "a value is added, used in the same revision, and taken away again, on #dialect"() {
        given:
        on(dialect)
        jobs()
        project.revision('b', ['a'], """
            upgrade {
                addEnumValue 'job_state', 'paused', after: 'queued'
                addEnumValue 'job_state', 'archived'
                execute "UPDATE jobs SET state = 'archived' WHERE id = 2"
                alterColumn 'jobs', 'state', default: 'paused'
            }
            downgrade {
                alterColumn 'jobs', 'state', default: 'queued'
                table('jobs').where(state: 'archived').update(state: 'done')
                dropEnumValue 'job_state', 'archived'
                dropEnumValue 'job_state', 'paused'
            }""")
        retort.upgrade('a')
        database.execute("INSERT INTO jobs (id, state) VALUES (1, 'queued'), (2, 'done')")
        def before = schema()

        when:
        retort.upgrade('head')
        database.execute('INSERT INTO jobs (id) VALUES (3)')

        then:
        states() == ['queued', 'archived', 'paused']
        values() == ['queued', 'paused', 'done', 'archived']

        when:
        database.execute('DELETE FROM jobs WHERE id = 3')
        retort.downgrade('a')

        then:
        states() == ['queued', 'done']
        schema() == before

        when:
        database.execute("INSERT INTO jobs (id, state) VALUES (4, 'archived')")

        then:
        thrown(SQLException)

        when:
        retort.upgrade('head')

        then:
        values() == ['queued', 'paused', 'done', 'archived']

        where:
        dialect << DIALECTS
    }

    def "an added value takes its way back with it, which refuses while rows have it, on #dialect"() {
        given:
        on(dialect)
        jobs()
        project.revision('b', ['a'], "change {\n addEnumValue 'job_state', 'archived'\n }")
        retort.upgrade('head')
        database.execute("INSERT INTO jobs (id, state) VALUES (1, 'archived'), (2, 'archived'), (3, 'done')",
                         "INSERT INTO runs (id, ended) VALUES (1, 'archived')")

        when:
        retort.downgrade('a')

        then:
        def refused = thrown(RetortException)
        refused.kind() == Kind.FAILED
        refused.problems()[0].sentence() == 'Revision b (downgrade) failed: The value "archived" of the enum "job_state" is in use: 2 rows of "jobs" in "state", 1 row of "runs" in "ended".'
        refused.problems()[0].hint().startsWith('Give them another value first, or say which with replaceWith:.')
        refused.problems()[0].location().toString() == 'migrations/b.groovy:5'
        retort.rows() == ['b'] as Set
        states() == ['archived', 'archived', 'done']

        when:
        database.execute("UPDATE jobs SET state = 'done'", 'DELETE FROM runs')
        retort.downgrade('a')

        then:
        values() == ['queued', 'done']
        states() == ['done', 'done', 'done']

        where:
        dialect << DIALECTS
    }

    def "a value goes with its rows given another one, and defaults and both tables follow, on #dialect"() {
        given:
        on(dialect)
        jobs()
        project.revision('b', ['a'], """
            upgrade { dropEnumValue 'job_state', 'queued', replaceWith: 'done' }
            downgrade { addEnumValue 'job_state', 'queued', before: 'done' }""")
        retort.upgrade('a')
        database.execute("INSERT INTO jobs (id) VALUES (1)", "INSERT INTO runs (id, ended) VALUES (1, 'queued'), (2, NULL)")

        when:
        retort.upgrade('head')
        database.execute('INSERT INTO jobs (id) VALUES (2)')

        then:
        states() == ['done', 'done']
        database.rows('SELECT ended FROM runs ORDER BY id') == [['done'], [null]]
        values() == ['done']

        when:
        retort.downgrade('a')

        then:
        values() == ['queued', 'done']

        where:
        dialect << DIALECTS
    }

    def "a value is renamed, rows and default with it, and back, on #dialect"() {
        given:
        on(dialect)
        jobs()
        project.revision('b', ['a'], "change { renameEnumValue 'job_state', 'queued', 'it\\'s waiting' }")
        retort.upgrade('a')
        database.execute('INSERT INTO jobs (id) VALUES (1)', "INSERT INTO runs (id, ended) VALUES (1, 'queued')")
        def before = schema()

        when:
        retort.upgrade('head')
        database.execute('INSERT INTO jobs (id) VALUES (2)')

        then:
        states() == ["it's waiting", "it's waiting"]
        database.rows('SELECT ended FROM runs') == [["it's waiting"]]
        values() == ["it's waiting", 'done']

        when:
        retort.downgrade('a')

        then:
        states() == ['queued', 'queued']
        schema() == before

        where:
        dialect << DIALECTS
    }

    def "what is not there, or there already, is said, on #dialect"() {
        given:
        on(dialect)
        jobs()
        project.revision('b', ['a'], "upgrade {\n$operation\n}\nirreversible 'no'")
        retort.upgrade('a')
        def before = schema()

        when:
        retort.upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.problems()[0].sentence().contains(sentence)
        refused.problems()[0].location().toString() == 'migrations/b.groovy:5'
        schema() == before
        retort.rows() == ['a'] as Set

        where:
        [dialect, [operation, sentence]] << [DIALECTS, [
                ["dropEnumValue 'job_state', 'dnoe'", 'The enum "job_state" has no value "dnoe".'],
                ["dropEnumValue 'job_state', 'done', replaceWith: 'gone'", 'The enum "job_state" has no value "gone".'],
                ["addEnumValue 'job_state', 'done'", 'already'],
                ["addEnumValue 'job_state', 'x', before: 'nope'", '"nope"'],
                ["renameEnumValue 'job_state', 'nope', 'x'", '"nope"'],
                ["renameEnumValue 'job_state', 'queued', 'done'", 'already'],
                ["addEnumValue 'job_stat', 'x'", '"job_stat"'],
        ]].combinations()
    }

    def "a value that is there already may be, where the script says so, on #dialect"() {
        given:
        on(dialect)
        jobs()
        project.revision('b', ['a'], "upgrade { addEnumValue 'job_state', 'done', ifNotExists: true }\nirreversible 'no'")

        expect:
        retort.upgrade('head').rows() == ['b'] as Set
        values() == ['queued', 'done']

        where:
        dialect << DIALECTS
    }

    def "the SQL that is written does the same, up and down, on #dialect"() {
        given:
        on(dialect)
        jobs()
        project.revision('b', ['a'], """
            change {
                addEnumValue 'job_state', 'archived', before: 'done'
                alterColumn 'jobs', 'state', default: 'archived', existingDefault: 'queued'
                renameEnumValue 'job_state', 'done', 'ended'
            }""")
        project.revision('c', ['b'], "change { dropEnumValue 'job_state', 'queued', before: 'archived' }")
        def online = TestDatabase.of(dialect)
        def onlineRetort = project.retort(online)
        onlineRetort.upgrade('a')
        online.execute("INSERT INTO runs (id, ended) VALUES (1, 'done')")
        onlineRetort.upgrade('head')
        def script = new StringBuilder()

        when:
        retort.upgradeSql('base:a', script)
        script.append("INSERT INTO runs (id, ended) VALUES (1, 'done');")
        retort.upgradeSql('a:head', script)
        run(script)

        then:
        schema() == StorySpec.schema(online)
        database.rows('SELECT ended FROM runs') == [['ended']]
        online.rows('SELECT ended FROM runs') == [['ended']]
        values() == ['archived', 'ended']

        when:
        onlineRetort.downgrade('a')
        script.length = 0
        retort.downgradeSql('c:a', script)
        run(script)

        then:
        schema() == StorySpec.schema(online)
        values() == ['queued', 'done']
        database.rows('SELECT ended FROM runs') == [['done']]

        when: 'rows that have a value stop the script too'
        script.length = 0
        retort.upgradeSql('a:head', script)
        database.execute("INSERT INTO jobs (id, state) VALUES (1, 'queued')")
        run(script)

        then:
        def refused = thrown(SQLException)
        refused.message.contains(dialect == 'sqlite' ? 'enum_job_state' : 'The value "queued" of the enum "job_state" is in use: 1 row of "jobs" in "state".')

        cleanup:
        online?.close()

        where:
        dialect << DIALECTS
    }

    def "a revision that only adds a value is one transaction; what follows a value is not, on PostgreSQL"() {
        given:
        on('postgresql')
        jobs()
        project.revision('b', ['a'], "upgrade {\n createTable('t') { column 'id', integer }\n addEnumValue 'job_state', 'x'\n addEnumValue 'job_state', 'y', before: 'x'\n $rest }\nirreversible 'no'")
        retort.upgrade('a')

        when:
        retort.upgrade('head')

        then:
        def failed = thrown(RetortException)
        failed.message.contains(kept)
        values() == left

        where:
        rest                                       || kept                                    | left
        "throw new IllegalStateException('stop')"  || 'Nothing of this revision was kept'     | ['queued', 'done']
        "query('SELECT nothing')"                  || 'was kept; the version rows are still'   | ['queued', 'done', 'y', 'x']
        "execute 'SELECT nothing'"                 || 'was kept; the version rows are still'   | ['queued', 'done', 'y', 'x']
    }
}
