package dev.retort.testkit

import org.junit.platform.engine.support.descriptor.ClassSource
import org.junit.platform.engine.support.descriptor.FileSource
import org.opentest4j.AssertionFailedError
import spock.lang.Specification
import spock.lang.Tag

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId

/** A class that is annotated, and its checks as tests of the JUnit Platform. */
class MigrationTestSpec extends Specification {

    static final String FORGETFUL = 'src/test/resources/chains/forgetful/5a1c2a9d7b3e_add_priority.groovy'

    def "each check is a test of its own"() {
        expect:
        Run.of('retort', selectClass(Fixtures.Good)).tests == [
                'heads The chain has its heads: successful',
                'scripts Every script compiles and fits its place: successful',
                '4f1c2a9d7b3e Add projects: successful',
                '5a1c2a9d7b3e Add priority to projects: successful',
                'base A downgrade to base leaves nothing: successful',
                'again The upgrade after it does the same, another one nothing: successful',
                'sql The SQL of --sql leads to the same: successful']
    }

    def "a failure says what is wrong, where, and how to repeat it; what was not asked for says so"() {
        when:
        def run = Run.of('retort', selectClass(Fixtures.Forgetful))

        then:
        run.tests == [
                'heads The chain has its heads: successful',
                'scripts Every script compiles and fits its place: successful',
                '5a1c2a9d7b3e Add priority to projects: failed',
                'base A downgrade to base leaves nothing: failed',
                'again The upgrade after it does the same, another one nothing: successful',
                'sql The SQL of --sql leads to the same: aborted']

        and:
        def failure = run.failure('5a1c2a9d7b3e Add priority to projects')
        failure instanceof AssertionFailedError
        failure.message.startsWith(FORGETFUL + ':6:1: The downgrade leaves another schema than the one before the upgrade.')
        failure.message.contains("dropIndex 'ix_projects_name', 'projects'")
        failure.message.endsWith('Repeat with: retort verify --migrations src/test/resources/chains/forgetful --from 4f1c2a9d7b3e --rows 2 --except sql' +
                ' --to 5a1c2a9d7b3e --seed 42')
        failure.stackTrace[0].fileName == '5a1c2a9d7b3e_add_priority.groovy'
        failure.stackTrace[0].lineNumber == 6
        run.failure('sql The SQL of --sql leads to the same').message == 'It was not asked for.'
    }

    def "the source of a test is its script, with the line"() {
        given:
        def run = Run.of('retort', selectClass(Fixtures.Good))

        when:
        def source = run.test('5a1c2a9d7b3e Add priority to projects').source.get() as FileSource

        then:
        source.file == new File('src/test/resources/chains/good/5a1c2a9d7b3e_add_priority.groovy').absoluteFile
        source.position.get().line == 6

        and: 'a report of what is about the whole chain finds the class by its parent'
        run.test('heads The chain has its heads').source.empty
        run.test('sqlite').source.get() == ClassSource.from(Fixtures.Good)
    }

    def "an editor runs one test by its id: #check"() {
        given:
        def id = "[engine:retort]/[class:dev.retort.testkit.Fixtures\$Good]/[database:sqlite]$check"

        expect:
        Run.of('retort', selectUniqueId(id)).tests == expected

        where:
        check                          || expected
        '/[round-trip:4f1c2a9d7b3e]'   || ['4f1c2a9d7b3e Add projects: successful']
        '/[sql:sql]'                   || ['sql The SQL of --sql leads to the same: successful']
        '/[round-trip:nothing]'        || []
    }

    def "only what is annotated is found, and what extends RoundTripSpec is left to Spock"() {
        expect:
        Run.of('retort', selectClass(type)).tests == []

        where:
        type << [Fixtures.Plain, Fixtures.ForgetfulSpecification]
    }

    def "a package is searched"() {
        expect:
        Run.of('retort', selectPackage('dev.retort.testkit.none')).tests == []
    }

    @Tag('database')
    def "a class is tried on each database that it names"() {
        when:
        def run = Run.of('retort', selectClass(Fixtures.Both))

        then:
        run.started.findAll { it.container }*.displayName == ['Retort', 'Both', 'sqlite', 'postgresql']
        run.results.values()*.status*.name().toUnique() as Set == ['SUCCESSFUL', 'ABORTED'] as Set
        run.tests.size() == 14
    }

    def "several heads are a failure, unless the class declares them"() {
        expect:
        Run.of('retort', selectClass(Fixtures.Forked)).failure('heads The chain has its heads').message.startsWith(
                'There are 2 heads: 5a1c2a9d7b3e, 6b1c2a9d7b3e.')
        Run.of('retort', selectClass(Fixtures.ForkedOnPurpose)).tests[0] == 'heads The chain has its heads: successful'
    }

    def "what keeps all checks from beginning is a failure of the class"() {
        when:
        def run = Run.of('retort', selectClass(Fixtures.Nowhere))

        then:
        run.tests == []
        run.failure('Nowhere').message.startsWith('There is no folder "')
        run.failure('Nowhere').stackTrace.length == 0
    }
}
