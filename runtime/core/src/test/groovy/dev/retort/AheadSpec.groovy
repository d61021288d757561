package dev.retort

import dev.retort.RetortException.Kind
import dev.retort.GraphException
import dev.retort.internal.testing.InSchema
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import java.nio.file.Files
import spock.lang.AutoCleanup
import spock.lang.Specification

/** A database that a newer release has brought further than the scripts here go. */
@spock.lang.Tag('database')
class AheadSpec extends Specification {

    @AutoCleanup
    Project project = new Project()

    @AutoCleanup(quiet = true)
    TestDatabase database

    def "an older release that starts again has nothing to upgrade by #target, on #dialect"() {
        given:
        on(dialect)
        project.table('a').table('b', ['a']).table('c', ['b']).table('d', ['c'])
        retort.upgrade('head')
        gone('c', 'd')

        when:
        def result = retort.upgrade(target)

        then:
        result.steps().empty
        result.rows() == ['d'] as Set
        retort.planUpgrade(target, null).steps().empty
        retort.rehearseUpgrade(target).steps().empty
        sql(target).readLines().every { !it.contains('TABLE') }
        retort.rows() == ['d'] as Set
        retort.upToDate

        and: 'the way of the newer release is still known'
        retort.current()*.id() == ['d']
        retort.status().pending().empty
        retort.downgrade('b').steps()*.revision() == ['d', 'c']

        where:
        [target, dialect] << [['head', 'heads', 'b', 'a'], ['sqlite', 'postgresql']].combinations()
    }

    def "a strict upgrade refuses a database that is ahead, on #dialect"() {
        given:
        on(dialect)
        project.table('a').table('b', ['a'])
        retort.upgrade('head')
        gone('b')

        when:
        project.on(database).strict(true).build().upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.kind() == Kind.SCRIPT
        refused.problems()*.sentence() == ['The database is ahead of the scripts: b is applied and has no script here.']
        refused.problems()*.hint() == ['Use the release that has b, or restore it: retort log b --script prints its text.'
                + ' Without strict, an upgrade that has nothing to do ends well.']
        tables() == ['t_a', 't_b']

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "scripts that the newer release did not have are not run beside what it applied: #how, on #dialect"() {
        given:
        on(dialect)
        project.table('a').table('b', ['a'])
        retort.upgrade('head')
        gone('b')
        project.table('x', follows)
        if (headless) {
            project.table('b2', ['a'])
        }

        when:
        retort.upgrade('heads')

        then:
        def refused = thrown(RetortException)
        refused.kind() == Kind.SCRIPT
        refused.problems()*.sentence() == ["The database and the scripts have diverged: b is applied and has no script here, and $pending not applied." as String]
        refused.problems()*.hint() == ['Use a release that has all of them, or restore b: retort log b --script prints its text.']
        tables() == ['t_a', 't_b']

        where:
        how                      | follows | headless | pending      | dialect
        'one on the same parent' | ['a']   | false    | 'x is'       | 'sqlite'
        'one on the same parent' | ['a']   | false    | 'x is'       | 'postgresql'
        'a base of their own'    | []      | false    | 'x is'       | 'sqlite'
        'several'                | ['a']   | true     | 'x, b2 are'  | 'sqlite'
    }

    def "what was put below the newer release is found as well, on #dialect"() {
        given:
        on(dialect)
        project.table('a').table('b', ['a']).table('c', ['b'])
        retort.upgrade('head')
        gone('c')
        project.table('between', ['a']).table('b', ['between'])
        retort.repair(['b'])

        when:
        project.on(database).outOfOrder(true).build().upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.message.contains('c is applied and has no script here, and between is not applied.')

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "a branch that a newer release has begun keeps nobody from starting"() {
        given:
        on('sqlite')
        project.table('a').table('n', [], "branchLabels 'billing'")
        retort.upgrade('heads')
        gone('n')

        expect:
        retort.upgrade('head').rows() == ['a', 'n'] as Set
    }

    def "a row that nothing explains is refused, and to forget it is the last advice"() {
        given:
        on('sqlite')
        project.table('a').table('b', ['a'])
        retort.stamp(['b'], false)
        gone('b')

        when:
        retort.upgrade('head')

        then:
        def unknown = thrown(GraphException.UnknownRow)
        def hint = unknown.problems()[0].hint()
        hint.indexOf('restore it') in 0..<hint.indexOf('--purge')
        hint.contains('retort log b --script')
    }

    private void gone(String... revisions) {
        revisions.each { Files.delete(project.migrations.resolve("${it}.groovy")) }
    }

    private String sql(String target) {
        def script = new StringBuilder()
        retort.upgradeSql(target, script)
        script
    }

    private void on(String dialect) {
        database = TestDatabase.of(dialect)
    }

    private Retort getRetort() {
        project.retort(database)
    }

    private List<String> tables() {
        InSchema.tables(StorySpec.schema(database)).keySet().sort()
    }
}
