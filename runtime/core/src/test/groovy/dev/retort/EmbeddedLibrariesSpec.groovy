package dev.retort

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** An application brings the libraries that it uses, and no others. */
class EmbeddedLibrariesSpec extends Specification {

    @TempDir
    Path folder

    def "a database is reached without the driver of the other one"() {
        expect:
        current('sqlite:///app.db', 'postgresql-', 'fastcsv-') == []
    }

    def "without the driver of #product the library to add is named"() {
        when:
        current(url, library)

        then:
        def failure = thrown(Exception)
        failure.class.name == RetortException.name
        failure.message == "The JDBC driver of $product is not on the class path. Add $coordinates to the application."

        where:
        product      | url                           | library        | coordinates
        'SQLite'     | 'sqlite:///app.db'            | 'sqlite-jdbc-' | 'org.xerial:sqlite-jdbc'
        'PostgreSQL' | 'postgresql://u@localhost/db' | 'postgresql-'  | 'org.postgresql:postgresql'
    }

    def "without the reader of CSV its library is named where a file of that kind is loaded"() {
        given:
        def migrations = Files.createDirectory(folder.resolve('migrations'))
        Files.writeString(migrations.resolve('a_rows.groovy'), """revision 'a'
            upgrade {
                createTable('t') { column 'id', integer }
                bulkInsert 't', csv('rows.csv')
            }
            downgrade { dropTable 't' }""")
        Files.writeString(migrations.resolve('rows.csv'), 'id\n1\n')

        when:
        called('sqlite:///app.db', ['fastcsv-']) { it.upgrade('head') }

        then:
        def failure = thrown(Exception)
        failure.message.contains('The reader of CSV is not on the class path.')
    }

    private List current(String url, String... without) {
        called(url, without as List) { it.current() }
    }

    /** Calls Retort as it is without the jars whose names begin so. */
    private Object called(String url, List<String> without, Closure call) {
        def jars = System.getProperty('java.class.path').split(File.pathSeparator)
                .findAll { jar -> without.every { !new File(jar).name.startsWith(it) } }
        new URLClassLoader(jars.collect { new File(it).toURI().toURL() } as URL[], ClassLoader.platformClassLoader).withCloseable {
            call(it.loadClass(Retort.name).configure().url(url).home(folder).build())
        }
    }
}
