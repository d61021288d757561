package dev.retort

import dev.retort.RetortException.Kind
import dev.retort.internal.testing.InSchema
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Alembic's D3: a script that is put below what is applied must not be passed over in silence. */
@spock.lang.Tag('database')
class OutOfOrderSpec extends Specification {

    @AutoCleanup
    Project project = new Project()

    @AutoCleanup(quiet = true)
    TestDatabase database

    def "what was put below the head stops an upgrade, and runs if it is asked for, on #dialect"() {
        given:
        on(dialect)
        project.table('a').table('c', ['a'])
        retort.upgrade('head')
        project.table('b', ['a']).table('c', ['b']).table('d', ['c'])

        when:
        retort.upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.kind() == Kind.SCRIPT
        refused.problems()*.location()*.toString() == ['migrations/b.groovy']
        refused.problems()*.sentence() == ['Revision b is below what is applied, but never ran here.']
        refused.problems()[0].hint() == 'To run it now: retort upgrade head --out-of-order.' +
                ' If what it does is there already: retort stamp c'
        tables() == ['t_a', 't_c']
        with(retort.status()) {
            neverRun()*.id() == ['b']
            edited()*.id() == ['c']
            pending()*.id() == ['d']
            !clean
        }

        when: 'even where nothing else is to be done'
        retort.upgrade('c')

        then:
        thrown(RetortException)

        when: 'the plan says the same'
        retort.planUpgrade('head', null)

        then:
        thrown(RetortException)

        when:
        def result = project.on(database).outOfOrder(true).build().upgrade('head')

        then:
        result.steps()*.revision() == ['b', 'd']
        result.steps()*.rows() == [['c'] as Set, ['d'] as Set]
        tables() == ['t_a', 't_b', 't_c', 't_d']
        retort.status().neverRun().empty
        retort.upgrade('head').steps().empty
        retort.downgrade('base').steps()*.revision() == ['d', 'c', 'b', 'a']
        tables() == []

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "several run in order, and a failure among them can be mended"() {
        given:
        on('sqlite')
        project.table('a').table('d', ['a'])
        retort.upgrade('head')
        project.table('b', ['a']).revision('c', ['b'], "upgrade { execute 'nonsense' }\nirreversible 'no'").table('d', ['c'])
        def runner = project.on(database).outOfOrder(true).build()

        when:
        runner.upgrade('head')

        then:
        thrown(RetortException)
        tables() == ['t_a', 't_b', 't_d']
        retort.status().neverRun()*.id() == ['c']

        when:
        project.table('c', ['b'])

        then:
        runner.upgrade('head').steps()*.revision() == ['c']
        retort.status().neverRun().empty
    }

    def "a stamp vouches for what is there already, on #dialect"() {
        given:
        on(dialect)
        project.table('a').table('c', ['a'])
        retort.upgrade('head')
        project.table('b', ['a']).table('c', ['b'])

        when:
        retort.stamp(['c'], false)

        then:
        retort.upgrade('head').steps().empty
        retort.status().neverRun().empty
        tables() == ['t_a', 't_c']

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "what never ran is neither reverted nor stood at"() {
        given:
        on('sqlite')
        project.table('a').table('c', ['a'])
        retort.upgrade('head')
        project.table('b', ['a']).table('c', ['b'])

        when:
        retort.downgrade(target)

        then:
        def refused = thrown(RetortException)
        refused.message.contains('Revision b is below what is applied, but never ran here.')
        tables() == ['t_a', 't_c']

        where:
        target << ['-1', 'a', 'base']
    }

    def "a new base below the first revision is found by what that one followed when it ran"() {
        given:
        on('sqlite')
        project.table('b').table('c', ['b'])
        retort.upgrade('head')
        project.table('a').table('b', ['a'])

        expect:
        retort.status().neverRun()*.id() == ['a']
        project.on(database).outOfOrder(true).build().upgrade('head').steps()*.revision() == ['a']
    }

    def "a database that was taken over is believed, also after Retort went on from there: #before, then #after"() {
        given:
        on('sqlite')
        project.table('a').table('b', ['a']).table('c', ['b']).table('d', ['c'])
        retort.ensureVersion()
        database.execute('CREATE TABLE t_a (id integer)', 'CREATE TABLE t_b (id integer)', "INSERT INTO retort_version VALUES ('b')")

        when:
        before.each { retort.upgrade(it) }

        then:
        retort.status().neverRun().empty

        when: 'something is put below what Retort did not apply: nobody can know'
        project.table('x').table('a', ['x'])

        then:
        retort.status().neverRun().empty

        when: 'something is put between what was taken over and what Retort applied'
        project.table('y', ['b']).table('c', ['y'])

        then:
        retort.status().neverRun()*.id() == after

        where:
        before     || after
        []         || []
        ['c']      || ['y']
        ['c', 'd'] || ['y']
    }

    def "stamps count as applied: #story"() {
        given:
        on('sqlite')
        project.table('a').table('b', ['a']).table('c', ['b'])
        story.each { line ->
            def words = line.split(' ')
            words[0] == 'stamp' ? retort.stamp([words[1]], false)
                    : words[0] == 'purge' ? retort.stamp([words[1]], true)
                    : words[0] == 'up' ? retort.upgrade(words[1]) : retort.downgrade(words[1])
        }

        expect:
        retort.status().neverRun().empty

        when:
        project.table('between', ['a']).table('b', ['between'])

        then:
        retort.status().neverRun()*.id() == found

        where:
        story                                        || found
        ['stamp b']                                  || ['between']
        ['stamp c', 'stamp b']                       || ['between']
        ['stamp c', 'stamp a', 'stamp b']            || ['between']
        ['stamp a', 'up head']                       || ['between']
        ['up head', 'down a']                        || []
        ['up head', 'down a', 'stamp c', 'stamp b']  || ['between']
        ['up a', 'purge c']                          || ['between']
        ['up head', 'purge a']                       || []
        ['up head', 'stamp base']                    || []
    }

    def "the SQL of an upgrade stops too, or has what never ran in it"() {
        given:
        on('sqlite')
        project.table('a').table('c', ['a'])
        retort.upgrade('head')
        project.table('b', ['a']).table('c', ['b'])
        def script = new StringBuilder()

        when:
        retort.upgradeSql('head', script)

        then:
        thrown(RetortException)
        script.length() == 0

        when:
        project.on(database).outOfOrder(true).build().upgradeSql('head', script)

        then:
        script.contains('t_b')
        !script.contains('t_c')
        !script.contains('UPDATE retort_version')
    }

    def "status tells rows that no script explains, files that are gone, and what was edited, on #dialect"() {
        given:
        on(dialect)
        project.table('a').table('b', ['a']).table('c', ['b']).table('side')
        retort.upgrade('heads')

        expect:
        with(retort.status()) {
            clean
            rows() == ['c', 'side'] as Set
            heads()*.id() == ['c', 'side']
            pending().empty
        }

        when: 'a comment and a description change no meaning'
        project.table('a', [], "description 'edited' // a comment")
        project.table('b', ['a'], "branchLabels 'edited'")
        java.nio.file.Files.delete(project.migrations.resolve('side.groovy'))

        then:
        with(retort.status()) {
            !clean
            unexplainedRows() == ['side'] as Set
            missingFiles().empty
            edited()*.id() == ['b']
        }

        when: 'b is left out of the chain'
        java.nio.file.Files.delete(project.migrations.resolve('b.groovy'))
        project.table('c', ['a'])
        retort.stamp(['c'], true)

        then:
        with(retort.status()) {
            unexplainedRows().empty
            missingFiles().empty
            edited()*.id() == ['c']
        }

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "a script that is gone from the middle is told"() {
        given:
        on('sqlite')
        project.table('a').table('b', ['a']).table('c', ['b'])
        retort.upgrade('heads')
        java.nio.file.Files.delete(project.migrations.resolve('b.groovy'))
        project.table('c', ['a'])

        expect:
        retort.status().missingFiles() == ['b'] as Set
    }

    def "a database without tables is at base, and stays without"() {
        given:
        on('sqlite')
        project.table('a')

        expect:
        retort.status().pending()*.id() == ['a']
        database.rows('SELECT name FROM sqlite_schema').empty
    }

    def "another version table beside the same history is at base until something is applied, on #dialect"() {
        given:
        on(dialect)
        project.table('a')
        retort.upgrade('head')

        expect:
        with(project.on(database).versionTable('other_version').build()) {
            status().rows().empty
            status().pending()*.id() == ['a']
            planUpgrade('head', null).steps()*.revision()*.id() == ['a']
        }

        where:
        dialect << ['sqlite', 'postgresql']
    }

    private void on(String dialect) {
        database = TestDatabase.of(dialect)
    }

    private Retort getRetort() {
        project.retort(database)
    }

    private List<String> tables() {
        InSchema.tables(dev.retort.internal.testing.StorySpec.schema(database)).keySet().sort()
    }
}
