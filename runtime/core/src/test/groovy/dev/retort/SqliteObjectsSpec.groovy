package dev.retort

import dev.retort.internal.testing.TestDatabase

import static dev.retort.internal.testing.InSchema.others

class SqliteObjectsSpec extends ObjectsSpec {

    TestDatabase newDatabase() {
        TestDatabase.sqlite()
    }

    def "what SQLite does not know is refused where it stands, and nothing is kept"() {
        given:
        project.revision('b', ['a'], "upgrade {\n    createView 'v', 'SELECT 1'\n    createSequence 's'\n}\ndowngrade { }")

        when:
        project.retort(database).upgrade('head')

        then:
        def e = thrown(RetortException)
        e.message.contains("b.groovy:6: ")
        e.message.contains('SQLite has no sequences.')
        others(schema()).isEmpty()
    }
}
