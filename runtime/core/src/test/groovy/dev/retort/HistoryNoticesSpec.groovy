package dev.retort

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What the database said of a revision can be read in the history afterwards, also in one that an early version created. */
@spock.lang.Tag('database')
class HistoryNoticesSpec extends Specification {

    static final String LOUD = '''
        upgrade {
            execute "DO 'BEGIN RAISE NOTICE ''one row''; RAISE WARNING ''no index''; END'"
            execute 'DROP TABLE IF EXISTS nothing'
        }
        irreversible 'x'
    '''

    @AutoCleanup
    Project project = new Project()

    @AutoCleanup(quiet = true)
    TestDatabase database

    private Retort retort() {
        project.on(database).roleWarning(false).build()
    }

    private List<String> notices() {
        retort().log(new LogRequest(null, false, 0)).entries()*.notices()
    }

    def "notices and warnings of a revision are kept with it"() {
        given:
        database = TestDatabase.postgresql()
        project.revision('a', [], LOUD).revision('b', ['a'], "upgrade { execute 'SELECT 1' }\nirreversible 'x'")

        when:
        retort().upgrade('head')

        then:
        notices() == [null, 'one row\nWarning: no index\ntable "nothing" does not exist, skipping']
    }

    def "so are those of one that failed, without what is secret"() {
        given:
        database = TestDatabase.postgresql()
        project.revision('a', [], """
            upgrade {
                execute "DO 'BEGIN RAISE NOTICE ''key %'', ''hunter22''; END'"
                execute 'SELECT no_such_function()'
            }
            irreversible 'x'
        """)

        when:
        project.on(database).roleWarning(false).arguments(key: 'hunter22').build().upgrade('head')

        then:
        thrown(RetortException)
        notices() == ['key ***']
    }

    def "thousands of notices are cut"() {
        given:
        database = TestDatabase.postgresql()
        project.revision('a', [], """
            upgrade { execute "DO 'BEGIN FOR i IN 1..5000 LOOP RAISE NOTICE ''row %'', i; END LOOP; END'" }
            irreversible 'x'
        """)

        when:
        retort().upgrade('head')

        then:
        notices()[0].readLines().size() == 101
        notices()[0].endsWith('row 100\n… and 4900 more')
    }

    def "a history of an early version is read as it is on #dialect, and completed by the next run"() {
        given:
        database = TestDatabase.of(dialect)
        project.revision('a', [], "upgrade { execute 'CREATE TABLE t (a int)' }\nirreversible 'x'")
        retort().upgrade('head')
        database.execute('ALTER TABLE retort_history DROP COLUMN notices')

        expect:
        notices() == [null]

        when:
        project.revision('b', ['a'], dialect == 'sqlite' ? "upgrade { execute 'CREATE TABLE u (a int)' }\nirreversible 'x'" : LOUD)
        retort().upgrade('head')

        then:
        notices().size() == 2
        notices()[0] == (dialect == 'sqlite' ? null : 'one row\nWarning: no index\ntable "nothing" does not exist, skipping')

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "a history that lacks more than that is named on #dialect before anything runs"() {
        given:
        database = TestDatabase.of(dialect)
        project.revision('a', [], "upgrade { execute 'CREATE TABLE t (a int)' }\nirreversible 'x'")
        retort().upgrade('head')
        database.execute('ALTER TABLE retort_history DROP COLUMN host', 'ALTER TABLE retort_history DROP COLUMN error')
        project.revision('b', ['a'], "upgrade { execute 'CREATE TABLE u (a int)' }\nirreversible 'x'")

        when:
        retort().upgrade('head')

        then:
        def e = thrown(RetortException)
        e.message.startsWith('The table retort_history cannot be used: it has no column error, host.')

        where:
        dialect << ['sqlite', 'postgresql']
    }
}
