package dev.retort

import dev.retort.internal.testing.PostgresServer
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import java.sql.DriverManager
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.AutoCleanup
import spock.lang.Specification

/** A database that is migrated once and copied. */
@spock.lang.Tag('database')
class DatabaseTemplateSpec extends Specification {

    @AutoCleanup Project project = new Project()

    def setup() {
        project.revision('a', [], "upgrade { createTable('t') { column 'id', integer } }\ndowngrade { dropTable 't' }")
        project.revision('b', ['a'], "upgrade { addColumn 't', 'n', integer }\ndowngrade { dropColumn 't', 'n' }")
    }

    def "each copy of a template of #database is migrated, and its own"() {
        given:
        def retort = project.at(database).build()

        when:
        def template = retort.template('a')
        def copies = [template.copy(), template.copy()]
        copies[0].retort().upgrade('b')

        then:
        copies*.retort()*.rows() == [['b'] as SortedSet, ['a'] as SortedSet]
        database.tables() == []

        and: 'an application reaches it by its URL'
        DriverManager.getConnection(copies[0].url()).withCloseable { it.createStatement().executeQuery('SELECT n FROM t') != null }

        cleanup:
        copies*.close()
        template.close()
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "on a server the next copy is begun while one is in use, and nothing of it is left"() {
        given:
        def database = TestDatabase.postgresql()
        def template = project.at(database).build().template('a')

        when:
        def copies = (1..4).collect { template.copy() }
        copies[2].retort().upgrade('b')

        then: 'each is its own all the same'
        copies*.url().unique().size() == 4
        copies*.retort()*.rows() == [['a'], ['a'], ['b'], ['a']].collect { it as SortedSet }

        when:
        copies*.close()
        template.close()

        then:
        beside(database) == []

        cleanup:
        database.close()
    }

    def "a copy on a server is dropped though its program is connected to it, and also after its template was closed"() {
        given:
        def database = TestDatabase.postgresql()
        def template = project.at(database).build().template('a')
        def copies = (1..3).collect { template.copy() }
        def connections = copies*.open()

        when:
        copies.take(2)*.close()
        template.close()
        copies[2].close()

        then:
        beside(database) == []
        connections.every { !it.isValid(5) }

        cleanup:
        database.close()
    }

    def "a copy on a server is in use for others as long as it is open, also where another one was before it"() {
        given:
        def database = TestDatabase.postgresql()
        def retort = project.at(database).build()
        def template = retort.template('a')

        expect: 'who creates one drops those that nobody uses'
        (1..6).each {
            def copy = template.copy()
            retort.scratch().close()
            assert copy.retort().rows() == ['a'] as SortedSet
            copy.close()
            copy.close()
        }

        when:
        template.close()

        then:
        beside(database) == []

        cleanup:
        database.close()
    }

    def "those who ask for the same template of #database at once get the same, and nobody waits for good"() {
        given:
        def threads = Executors.newFixedThreadPool(3)
        def work = { ->
            def template = project.at(database).build().template('heads')
            def copy = template.copy()
            def rows = copy.retort().rows()
            copy.close()
            template.close()
            rows
        } as Callable<SortedSet<String>>

        expect:
        threads.invokeAll([work] * 3)*.get() == [['b'] as SortedSet] * 3

        cleanup:
        threads.shutdownNow()
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "on a server it is found by whoever asks for the same, and by nobody after a script has changed"() {
        given:
        def database = TestDatabase.postgresql()
        def retort = project.at(database).build()

        when:
        retort.template('a').close()
        def before = templates(database)
        project.at(database).build().template('a').close()

        then:
        before == templates(database)

        when:
        project.revision('a', [], "upgrade { createTable('u') { column 'id', integer } }\ndowngrade { dropTable 'u' }")
        def copy = project.at(database).build().template('a').copy()

        then:
        (templates(database) - before).size() == 1
        copy.retort().schema().declarations().contains('u')

        cleanup:
        copy?.close()
        database.close()
    }

    def "a script that fails leaves no template of #database"() {
        given:
        project.revision('c', ['b'], "upgrade { execute 'SELECT * FROM nothing_there' }\ndowngrade { }")

        when:
        project.at(database).build().template('c')

        then:
        thrown(RetortException)

        when: 'nothing keeps a corrected one from being built'
        project.revision('c', ['b'], "upgrade { execute 'SELECT * FROM t' }\ndowngrade { }")
        def template = project.at(database).build().template('c')

        then:
        noExceptionThrown()

        cleanup:
        template?.close()
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "beside the database that every server has, one is created while another one is in use"() {
        given:
        def retort = Retort.configure().url(PostgresServer.shared().url('postgres')).build()

        when:
        def open = retort.scratch()
        def other = retort.scratch()

        then:
        noExceptionThrown()

        cleanup:
        [open, other]*.close()
    }

    /** The scratch databases of it, whose names begin alike. */
    private static List<String> beside(TestDatabase database) {
        String own = database.rows('SELECT current_database()')[0][0]
        database.rows("SELECT datname FROM pg_database WHERE starts_with(datname, 'retort_scratch_${Integer.toHexString(own.hashCode())}_')").flatten()
    }

    private static List<String> templates(TestDatabase database) {
        database.rows("SELECT datname FROM pg_database WHERE datname LIKE 'retort_template_%' ORDER BY 1").flatten()
    }
}
