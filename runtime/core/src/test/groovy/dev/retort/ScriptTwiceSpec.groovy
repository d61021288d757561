package dev.retort

import dev.retort.internal.dialect.Dialects
import dev.retort.internal.sql.SqlScript
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import java.sql.SQLException
import spock.lang.Specification

/**
 * A script of SQL that is run where it does not belong does nothing, whether its client stops at the first error or goes
 * on with the next statement, as psql and sqlite3 do unless they are asked to stop.
 */
abstract class ScriptTwiceSpec extends Specification {

    Project project = new Project()
    TestDatabase database

    abstract TestDatabase open()

    def setup() {
        database = open()
        project.revision('a1', [], '''
            upgrade {
                createTable('acc') { column 'id', integer, primaryKey: true; column 'cents', integer }
                table('acc').insert(id: 1, cents: 5)
            }
            downgrade { dropTable 'acc' }''')
        project.revision('a2', ['a1'], '''
            upgrade { execute 'UPDATE acc SET cents = cents * 100' }
            downgrade { execute 'UPDATE acc SET cents = cents / 10' }''')
        project.revision('a3', ['a2'], '''
            upgrade { execute 'UPDATE acc SET cents = cents + 1' }
            downgrade { execute 'UPDATE acc SET cents = cents - 1' }''')
    }

    def cleanup() {
        database.close()
        project.close()
    }

    def "#direction #range, #client"() {
        given:
        retort().upgrade(start)
        def script = sql(direction, range)

        when:
        def first = run(script, stops)
        def left = content()

        then:
        first == []
        left == expected

        when:
        def second = run(script, stops)

        then:
        second[0].contains("Nothing of the $direction of $step is kept: it starts from $from, and retort_version has other rows.")
        content() == left

        where:
        [direction, start, range, step, from, expected, stops] << [
                ['upgrade', 'base', 'head', 'a1', 'base', [[501], ['a3'], 3]],
                ['upgrade', 'base', 'base:head', 'a1', 'base', [[501], ['a3'], 3]],
                ['upgrade', 'a1', 'head', 'a2', 'a1', [[501], ['a3'], 3]],
                ['upgrade', 'a1', 'a1:a2', 'a2', 'a1', [[500], ['a2'], 2]],
                ['downgrade', 'head', 'a1', 'a3', 'a3', [[50], ['a1'], 5]],
                ['stamp', 'a1', 'a3', 'a3', 'a1', [[5], ['a3'], 3]],
                ['stamp', 'a1', 'base', 'base', 'a1', [[5], [], 2]]].collectMany { [it + true, it + false] }
        client = stops ? 'stopping at the first error' : 'going on after errors'
    }

    def "a script of base runs where the tables are there already, and empty"() {
        given:
        retort().ensureVersion()

        expect:
        run(sql('upgrade', 'base:head'), true) == []
        content() == [[501], ['a3'], 3]
    }

    def "a later start than that of the database is refused step by step"() {
        given:
        retort().upgrade('a1')
        def before = content()

        when:
        def refused = run(sql('upgrade', 'a2:head'), stops)

        then:
        refused[0].contains('Nothing of the upgrade of a3 is kept: it starts from a2, and')
        content() == before

        where:
        stops << [true, false]
    }

    def "branches do not see each other, and a merge waits for both"() {
        given:
        branch('l1', ['a1'], 2)
        branch('r1', ['a1'], 3)
        retort().upgrade('l1')
        retort().upgrade('r1')
        branch('l2', ['l1'], 5)
        branch('r2', ['r1'], 7)
        branch('m', ['l2', 'r2'], 11)
        def scripts = ['l2', 'r2'].collect { sql('upgrade', it) }

        expect:
        scripts.each { assert run(it, stops) == [] }
        scripts.each { assert run(it, stops)[0].contains('Nothing of the upgrade of') }
        content()[0..1] == [[1050], ['l2', 'r2']]

        when:
        def merge = sql('upgrade', 'm')

        then:
        run(merge, stops) == []
        run(merge, stops)[0].contains('Nothing of the upgrade of m is kept: it starts from l2, r2, and')
        content()[0..1] == [[11550], ['m']]

        where:
        stops << [true, false]
    }

    def "a branch that begins where another one is applied already"() {
        given:
        branch('l1', ['a1'], 2)
        branch('r1', ['a1'], 2)
        branch('r2', ['r1'], 1)
        retort().upgrade('l1')
        def script = sql('upgrade', 'r1')

        expect: 'r1 has no row of its own to look for once r2 is applied'
        run(script, stops) == []
        retort().upgrade('r2')
        run(script, stops)[0].contains('Nothing of the upgrade of r1 is kept: it starts from l1, and')
        content()[0..1] == [[20], ['l1', 'r2']]

        where:
        stops << [true, false]
    }

    def "a revision below applied ones moves no row, so that the history is asked"() {
        given:
        retort().upgrade('head')
        project.script('a2.groovy', project.migrations.resolve('a2.groovy').toFile().text.replace("downRevision 'a1'", "downRevision 'x'"))
        project.revision('x', ['a1'], "upgrade { execute 'UPDATE acc SET cents = cents * 2' }\ndowngrade { }")
        def text = new StringBuilder()
        project.on(database).outOfOrder(true).build().upgradeSql('head', text)

        expect:
        run(text.toString(), stops) == []
        run(text.toString(), stops)[0].contains('Nothing of the upgrade of x is kept')
        content() == [[1002], ['a3'], 4]

        where:
        stops << [true, false]
    }

    def "what is outside of transactions is guarded as well"() {
        given:
        project.revision('b1', ['a3'], '''
            upgrade {
                execute 'UPDATE acc SET cents = cents + 1'
                autocommit { execute 'UPDATE acc SET cents = cents * 2' }
                createIndex 'ix_acc', 'acc', ['cents'], concurrently: true
                backfill 'acc', set: 'cents = cents + 1', where: 'cents > 0'
                autocommit { bulkInsert 'acc', [[id: 2, cents: 0]] }
            }
            downgrade { }''')
        def script = sql('upgrade', 'base:head')

        when:
        run(script, false).each { assert it == null }
        def done = content()
        database.execute('DROP INDEX ix_acc')

        then:
        run(script, stops) != []
        content() == done
        indexes() == 0

        where:
        stops << [true, false]
    }

    private void branch(String id, List<String> downRevisions, int factor) {
        project.revision(id, downRevisions, "upgrade { execute 'UPDATE acc SET cents = cents * $factor' }\ndowngrade { }")
    }

    private Retort retort() {
        project.retort(database)
    }

    private String sql(String direction, String range) {
        def text = new StringBuilder()
        direction == 'stamp' ? retort().stampSql([range], false, text) : retort()."${direction}Sql"(range, text)
        text
    }

    /** @return what the database refused */
    private List<String> run(String script, boolean stops) {
        def refused = []
        def connection = database.open()
        try {
            def statement = connection.createStatement()
            for (part in SqlScript.split(script, Dialects.of(connection).spelling().syntax())) {
                try {
                    statement.execute(part.sql())
                } catch (SQLException e) {
                    refused << e.message
                    if (stops) {
                        break
                    }
                }
            }
        } finally {
            connection.close()
        }
        refused
    }

    private List content() {
        [database.rows('SELECT cents FROM acc WHERE id = 1')*.get(0), database.rows('SELECT version_num FROM retort_version ORDER BY 1')*.get(0),
         database.rows('SELECT count(*) AS n FROM retort_history')[0][0]]
    }

    abstract int indexes()
}
