package dev.retort.testkit

import org.codehaus.groovy.util.ReleaseInfo
import org.junit.platform.engine.TestExecutionResult
import org.opentest4j.TestAbortedException
import spock.lang.Specification

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass

/** A specification that extends ours, and its checks as iterations of Spock's. */
class RoundTripSpecSpec extends Specification {

    def "each check is an iteration of its own, beside the features of the specification"() {
        when:
        def run = Run.of('spock', selectClass(Fixtures.ForgetfulSpecification))

        then:
        run.tests.findAll { !it.contains('go up, down') } == [
                'heads The chain has its heads: successful',
                'scripts Every script compiles and fits its place: successful',
                '4f1c2a9d7b3e Add projects: successful',
                '5a1c2a9d7b3e Add priority to projects: failed',
                'base A downgrade to base leaves nothing: successful',
                'again The upgrade after it does the same, another one nothing: successful',
                'sql The SQL of --sql leads to the same: aborted',
                'a feature of its own runs as well: successful']
        run.failure('5a1c2a9d7b3e Add priority to projects').message.contains("dropIndex 'ix_projects_name', 'projects'")
        run.failure('sql The SQL of --sql leads to the same') instanceof TestAbortedException
    }

    def "that goes for the Groovy that the build means these specs to run on"() {
        expect:
        ReleaseInfo.version == System.getProperty('retort.groovy', ReleaseInfo.version)
    }

    def "what keeps all checks from beginning is a failure of the feature"() {
        when:
        def run = Run.of('spock', selectClass(Fixtures.NowhereSpecification))
        def failed = run.results.values().findAll { it.status == TestExecutionResult.Status.FAILED }

        then:
        failed.size() == 1
        failed[0].throwable.get().message.startsWith('There is no folder "')
    }
}
