import dev.retort.Retort
import dev.retort.RevisionRequest
import dev.retort.RetortException
import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import dev.retort.testkit.Database
import dev.retort.testkit.MigrationTest
import dev.retort.testkit.RoundTripSpec
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path

/** Two teams work on branches of their own, a third depends on both, and in the end the branches are merged. */
@spock.lang.Tag('database')
class TwoTeamsSpec extends StorySpec {

    Path migrations = Path.of('two-teams/migrations')

    @TempDir
    Path folder

    def "one head cannot be chosen among three, and the error names them, on #database"() {
        when:
        retort(database).upgrade('head')

        then:
        def refused = thrown(RetortException)
        ['21b1d4f608c2', '43d3f6182ae4', '54e407293bf5'].every { refused.message.contains(it) }
        refused.message.contains('two-teams/migrations/21b1d4f608c2_create_orders.groovy')

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "a branch goes up and down by its label on #database"() {
        given:
        def retort = retort(database)

        when:
        retort.upgrade('search@head')

        then:
        retort.rows() == ['43d3f6182ae4'] as SortedSet

        when:
        retort.upgrade('billing@head')
        retort.downgrade('search@-1')

        then:
        retort.rows() == ['21b1d4f608c2', '32c2e50719d3'] as SortedSet

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "what is depended on comes first, and the database then has no row for it, on #database"() {
        given:
        def retort = retort(database)

        when:
        def result = retort.upgrade('reporting@head')

        then:
        result.steps()*.revision().toSorted() == ['10a0c3e5f7b1', '21b1d4f608c2', '32c2e50719d3', '54e407293bf5']
        result.steps().last().revision() == '54e407293bf5'
        retort.rows() == ['54e407293bf5'] as SortedSet
        retort.current()*.id() as Set == ['21b1d4f608c2', '32c2e50719d3', '54e407293bf5'] as Set

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "a merge joins the branches again on #database"() {
        given: 'a copy, for the merge is written into it'
        migrations.toFile().eachFile { Files.copy(it.toPath(), folder.resolve(it.name)) }
        def retort = Retort.configure().url(database.jdbcUrl).migrations(folder).build()
        retort.upgrade('heads')

        when:
        def file = retort.merge(new RevisionRequest('Merge the branches', 'aa00bb11cc22', ['heads'], false, [], [], null))

        then:
        file.fileName.toString() == 'aa00bb11cc22_merge_the_branches.groovy'
        retort.heads(true)*.id() == ['aa00bb11cc22']

        when:
        retort.upgrade('heads')

        then:
        retort.rows() == ['aa00bb11cc22'] as SortedSet

        when:
        retort.downgrade('base')

        then:
        retort.rows().isEmpty()

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }
}

@spock.lang.Tag('database')
@MigrationTest(migrations = 'two-teams/migrations', seed = 7, heads = ['43d3f6182ae4', '54e407293bf5'], database = [Database.SQLITE, Database.POSTGRESQL])
class TwoTeamsMigrationsSpec extends RoundTripSpec {
}
