package dev.retort.testkit

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass

/** A database of its own for each test. */
class MigratedSpec extends Specification {

    def "parameters and fields of JUnit are given databases, which are dropped"() {
        given:
        Fixtures.Jupiter.SEEN.clear()

        when:
        def run = Run.of('junit-jupiter', selectClass(Fixtures.Jupiter))

        then:
        run.tests.toSorted() == ['one(Connection): successful', 'three(): successful', 'two(Connection): successful']
        dropped(Fixtures.Jupiter.SEEN, 3)
    }

    def "fields of specifications are given databases, which are dropped"() {
        given:
        Fixtures.WithFields.SEEN.clear()

        when:
        def run = Run.of('spock', selectClass(Fixtures.WithFields))

        then:
        run.results.values()*.status*.name().unique() == ['SUCCESSFUL']
        dropped(Fixtures.WithFields.SEEN, 2)
    }

    def "a place that no database fits says what would"() {
        when:
        def run = Run.of('junit-jupiter', selectClass(Fixtures.Mistaken))

        then:
        run.failure('one(String)').message.endsWith(
                '@Migrated cannot give the parameter text a String. Declare it as one of: DataSource, Connection, MigratedDatabase.')
        run.failure('two(Connection)').message.endsWith(
                '@Migrated gives one database, and names 2 kinds of them. Name one, and write a subclass of the test for each kind.')
    }

    private static boolean dropped(List<String> urls, int howMany) {
        def files = urls.collect { Path.of(it.replaceFirst(/jdbc:sqlite:([^?]+).*/, '$1')) }
        files.unique(false).size() == howMany && files.every { it.fileName.toString() == 'scratch.db' && !Files.exists(it) }
    }
}
