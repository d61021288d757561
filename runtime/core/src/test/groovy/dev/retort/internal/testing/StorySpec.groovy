package dev.retort.internal.testing

import dev.retort.Retort
import dev.retort.RunResult
import dev.retort.internal.dialect.Dialects
import dev.retort.internal.dialect.ReadScope
import dev.retort.internal.schema.Schema
import dev.retort.internal.schema.QualifiedName
import java.nio.file.Path
import spock.lang.Specification

import static dev.retort.internal.testing.InSchema.tables
import static dev.retort.internal.testing.InSchema.withoutColumnOrder

/** A folder of migrations that must go up, down to base and up again on every database, and what else a story tells. */
abstract class StorySpec extends Specification {

    /** Where the story's scripts are. */
    abstract Path getMigrations()

    def "goes up, down to base and up again on #database"() {
        given:
        def retort = retort(database)

        when:
        retort.upgrade('heads')
        def first = schema(database)
        retort.downgrade('base')
        def base = schema(database)
        retort.upgrade('heads')
        def second = schema(database)

        then:
        !tables(first).isEmpty()
        base == Schema.EMPTY
        second == first

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "goes down and up again one revision at a time on #database"() {
        given:
        def retort = retort(database)
        retort.upgrade('heads')

        expect:
        def steps = retort.downgrade('base').steps().reverse()
        steps.each { step ->
            def before = withoutColumnOrder(schema(database))
            retort.upgrade(step.revision())
            def there = withoutColumnOrder(schema(database))
            retort.downgrade(below(step))
            assert withoutColumnOrder(schema(database)) == before : "the downgrade of ${step.revision()} leaves something behind"
            retort.upgrade(step.revision())
            assert withoutColumnOrder(schema(database)) == there
        }

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }

    /** The target that reverts this one step. */
    private static String below(RunResult.Step step) {
        def parents = step.downRevisions()
        parents.isEmpty() ? "${step.revision()}@base" : parents.size() == 1 ? "${step.revision()}@-1" : parents[0]
    }

    Retort retort(TestDatabase database) {
        RememberedScripts.by(Retort.configure()).url(database.jdbcUrl).migrations(migrations).build()
    }

    /** All but Retort's own tables. */
    static final ReadScope SCOPE = ReadScope.without(['retort_version', 'retort_history', 'retort_progress'].collect { QualifiedName.of(it) } as Set)

    /** What the database holds besides rows and Retort's own tables. */
    static Schema schema(TestDatabase database) {
        def connection = database.open()
        try {
            return Dialects.of(connection).reading().read(connection, SCOPE)
        } finally {
            connection.close()
        }
    }
}
