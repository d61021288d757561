package dev.retort

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.RememberedScripts
import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Specification

/** A database beside the one that is named, to try things on. */
@spock.lang.Tag('database')
class ScratchDatabaseSpec extends Specification {

    @AutoCleanup Project project = new Project()

    def "what is done to a scratch database of #database touches no other, and its copy goes on from there"() {
        given:
        project.revision('a', [], "upgrade { createTable('t') { column 'id', integer } }\ndowngrade { dropTable 't' }")
        project.revision('b', ['a'], "upgrade { addColumn 't', 'n', integer }\ndowngrade { dropColumn 't', 'n' }")
        def retort = project.at(database).build()
        def scratch = retort.scratch()

        when:
        scratch.retort().upgrade('a')
        def copy = scratch.copy()
        copy.retort().upgrade('b')

        then:
        scratch.retort().rows() == ['a'] as SortedSet
        copy.retort().rows() == ['b'] as SortedSet
        copy.open().withCloseable { it.createStatement().executeQuery('SELECT count(n) FROM t').next() }
        retort.rows().empty
        database.tables() == []

        when:
        [scratch, copy]*.close()
        scratch.open().withCloseable { it.createStatement().executeQuery('SELECT 1 FROM t') }

        then:
        thrown(java.sql.SQLException)

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "a scratch database of #database is dropped though somebody is connected to it"() {
        given:
        def scratch = project.at(database).build().scratch()
        def connection = scratch.open()

        when:
        scratch.close()

        then:
        noExceptionThrown()

        cleanup:
        connection.close()
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "without a URL there is no place beside a database"() {
        given:
        def database = TestDatabase.sqlite()
        def connection = database.open()

        when:
        Retort.configure().connection(connection).build().scratch()

        then:
        def e = thrown(RetortException)
        e.message == 'A database is created and dropped by its URL only. Give its URL.'

        cleanup:
        connection.close()
        database.close()
    }
}
