package dev.retort

import java.sql.Connection

/** What a script sets for its session ends with its revision; a subclass names the database, and what can be set there. */
abstract class OwnSessionSpec extends DatabaseSpec {

    /** A query for one value that holds whatever a session can have of its own. */
    abstract String getState()

    def "a revision begins with the session as it was: #setting"() {
        given:
        project.revision('a', [], """
            upgrade {
                createTable('t') { column 'id', integer, primaryKey: true }
                ${setting.startsWith('autocommit') ? setting : "execute \"$setting\""}
            }
            downgrade { dropTable 't' }""")
        project.revision('b', ['a'], '''
            upgrade { execute """CREATE TABLE seen AS SELECT (STATE) AS state""" }
            downgrade { dropTable 'seen' }'''.replace('STATE', state))
        def retort = project.retort(database)
        prepare()

        when:
        retort.upgrade('head')
        def inOneRun = database.rows('SELECT state FROM seen')
        retort.downgrade('a')
        retort.upgrade('head')

        then:
        inOneRun == database.rows('SELECT state FROM seen')
        versionRows() == ['b']
        events()*.first() == ['a', 'b', 'b', 'b']

        where:
        setting << settings()
    }

    def "a connection goes back to its owner as it was: #setting"() {
        given:
        project.revision('a', [], """
            upgrade { ${setting.startsWith('autocommit') ? setting : "execute \"$setting\""} }
            irreversible 'no'""")
        prepare()
        def connection = database.open()
        ownersSettings().each { sql -> connection.createStatement().withCloseable { it.execute(sql) } }
        def before = value(connection, state)

        when:
        Retort.configure().home(project.home).connection(connection).build().upgrade('head')

        then:
        value(connection, state) == before
        ownersQuestions().every { value(connection, it) == 'as the owner left it' }

        cleanup:
        connection?.close()

        where:
        setting << settings()
    }

    /** What the scripts need. */
    void prepare() {}

    abstract List<String> ownersSettings()

    abstract List<String> ownersQuestions()

    static String value(Connection connection, String query) {
        connection.createStatement().withCloseable {
            def rows = it.executeQuery("SELECT ($query)")
            rows.next()
            rows.getString(1)
        }
    }
}
