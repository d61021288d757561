package dev.retort

import dev.retort.RetortException.Kind
import dev.retort.internal.testing.InSchema
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import java.nio.file.Files
import spock.lang.AutoCleanup
import spock.lang.Specification

/** A new base that stands for old revisions, on each database without a word of anybody. */
@spock.lang.Tag('database')
class SquashSpec extends Specification {

    @AutoCleanup
    Project project = new Project()

    @AutoCleanup(quiet = true)
    TestDatabase database

    def "what replaces a revision that was squashed is named where that one is to be shown, #asked"() {
        given:
        chain('sqlite')
        retort.upgrade('head')
        squash()
        def asking = asked == 'with its database' ? retort : Retort.configure().home(project.home).build()

        when:
        asking.show('a2')

        then:
        RetortException refused = thrown()
        refused.message == 'Revision a2 has no script any more; s1 replaces it. Type: retort show s1'

        when: 'it is not clear which one is meant'
        asking.show('a')

        then:
        thrown(GraphException.UnknownRevision)

        where:
        asked << ['with its database', 'without one']
    }

    def "a database at the last of the old revisions is at the new base, on #dialect"() {
        given:
        chain(dialect)
        retort.upgrade('head')
        squash()

        expect:
        retort.current()*.id() == ['s1']
        retort.applied() == ['s1'] as Set
        retort.upToDate
        retort.history(null, true)*.id() == ['s1']
        retort.validate() == []
        with(retort.status()) {
            pending().empty
            missingFiles().empty
            clean
        }
        retort.planUpgrade('head', null).steps().empty
        retort.rows() == ['a3'] as Set

        when:
        def result = retort.upgrade('head')

        then:
        result.steps().empty
        retort.rows() == ['s1'] as Set
        tables() == ['t_a1', 't_a2', 't_a3']
        retort.upgrade('head').steps().empty
        retort.validate() == []

        when:
        retort.downgrade('base')

        then:
        tables() == []
        retort.upgrade('head').steps()*.revision() == ['s1']
        tables() == ['t_a1', 't_a2', 't_a3']

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "what follows is run at once, whether it follows the old id or the new one: #follows, on #dialect"() {
        given:
        chain(dialect)
        retort.upgrade('head')
        squash()
        project.table('a4', [follows])

        expect:
        retort.upgrade('head').steps()*.revision() == ['a4']
        retort.rows() == ['a4'] as Set
        retort.validate() == []
        retort.downgrade('-1').rows() == ['s1'] as Set

        where:
        [follows, dialect] << [['a3', 's1'], ['sqlite', 'postgresql']].combinations()
    }

    def "a database that is beyond the old revisions already needs nothing, on #dialect"() {
        given:
        chain(dialect)
        project.table('a4', ['a3'])
        retort.upgrade('head')
        squash()

        expect:
        retort.upgrade('head').steps().empty
        retort.rows() == ['a4'] as Set
        retort.status().clean
        retort.applied() == ['s1', 'a4'] as Set

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "an empty database runs the new base alone, on #dialect"() {
        given:
        chain(dialect)
        squash()

        expect:
        retort.upgrade('head').steps()*.revision() == ['s1']
        retort.rows() == ['s1'] as Set

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "a database in the middle of the old revisions is refused, on #dialect"() {
        given:
        chain(dialect)
        retort.upgrade('a2')
        squash()

        when:
        retort.upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.kind() == Kind.SCRIPT
        refused.problems()*.sentence() == ['The database is at a2, in the middle of what s1 stands for (a1, a2, a3).']
        refused.problems()*.hint() == ['Upgrade it to a3 with the scripts that it was squashed from, those of an earlier release; then this one goes on.']
        retort.rows() == ['a2'] as Set
        retort.current()*.id() == ['a2']

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "a script of SQL begins only where the new base is written down"() {
        given:
        chain('postgresql')
        retort.upgrade('head')
        squash()
        project.table('a4', ['s1'])

        when:
        retort.upgradeSql('head', new StringBuilder())

        then:
        def refused = thrown(RetortException)
        refused.message == 'The database is at a3, which s1 replaces now. Write that down first: retort stamp s1'

        when:
        retort.stamp(['s1'], false)
        def script = new StringBuilder()
        retort.upgradeSql('head', script)

        then:
        retort.rows() == ['s1'] as Set
        script.contains('t_a4')
    }

    def "#why is refused"() {
        given:
        project.table('a1').table('s1', [], "squashed $ids")
        if (other) {
            project.table('s2', [], "squashed 'x1'")
        }

        when:
        project.on(database = TestDatabase.sqlite()).build().heads(false)

        then:
        def refused = thrown(RetortException)
        refused.kind() == Kind.SCRIPT
        refused.message.contains(sentence)

        where:
        why                             | ids        | other || sentence
        'an id that has a script'       | "'a1'"     | false || 'migrations/s1.groovy:4:1: Revision s1 stands for "a1", which has a script of its own. Delete that script, or take the id out of squashed.'
        'an id that two stand for'      | "'x1'"     | true  || 'stands for "x1", and so does s1'
        'what is no id'                 | "'a b'"    | false || 'a b'
        'an id twice'                   | "'x', 'x'" | false || 'names "x" twice'
    }

    private void chain(String dialect) {
        database = TestDatabase.of(dialect)
        project.table('a1').table('a2', ['a1']).table('a3', ['a2'])
    }

    private void squash() {
        ['a1', 'a2', 'a3'].each { Files.delete(project.migrations.resolve("${it}.groovy")) }
        def tables = ['a1', 'a2', 'a3'].collect { "createTable('t_$it') { column 'id', integer, primaryKey: true }" }
        project.revision('s1', [], "squashed 'a1', 'a2', 'a3'\nchange {\n${tables.join('\n')}\n}")
    }

    private Retort getRetort() {
        project.retort(database)
    }

    private List<String> tables() {
        InSchema.tables(StorySpec.schema(database)).keySet().sort()
    }
}
