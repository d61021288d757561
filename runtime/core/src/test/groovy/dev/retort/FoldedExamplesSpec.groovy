package dev.retort

import dev.retort.internal.testing.TestDatabase
import spock.lang.Specification
import spock.lang.Tag

/** Folding each example of the page of operations gives what reading the database finds after it ran. */
@Tag('database')
class FoldedExamplesSpec extends Specification {

    static final List<String> KINDS = ['sqlite', TestDatabase.OLDEST_POSTGRESQL]

    def "on #kind, folding every example gives the schema that it leads to, up and down"() {
        given:
        def page = new OperationPage()
        def database = TestDatabase.of(kind)
        def wrong = []

        when:
        OperationPage.snippets().findAll { !page.answer(it, database.dialect).refusal }.each { snippet ->
            def project = snippet.project()
            def retort = project.on(database).schemas(database.dialect == 'sqlite' ? [] as String[] : ['public', 'billing'] as String[]).build()
            retort.upgrade('shown')
            wrong.addAll(differences(retort, 'shown', "$snippet"))
            retort.downgrade('given')
            wrong.addAll(differences(retort, 'given', "$snippet back"))
            project.close()
            database = cleared(database)
        }

        then:
        wrong == []

        cleanup:
        database.close()

        where:
        kind << KINDS
    }

    private static List<String> differences(Retort retort, String id, String what) {
        retort.schemaAt(id).differenceTo(retort.schema()).changes().collect { "$what: $it" as String }
    }

    /** A new database of PostgreSQL's for each would take longer than all the rest. */
    private static TestDatabase cleared(TestDatabase database) {
        if (database.dialect == 'sqlite') {
            database.close()
            return TestDatabase.sqlite()
        }
        database.execute('DROP SCHEMA IF EXISTS billing CASCADE', 'DROP SCHEMA public CASCADE', 'CREATE SCHEMA public')
        database
    }
}
