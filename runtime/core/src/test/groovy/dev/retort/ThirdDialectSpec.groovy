package dev.retort

import java.nio.file.Files
import java.nio.file.Path
import java.sql.Connection
import spock.lang.Specification
import spock.lang.TempDir

/**
 * A dialect that nobody knows but its own folder, and a file of services: Retort is loaded once more, with that file on
 * its class path, as an application would have it.
 */
class ThirdDialectSpec extends Specification {

    @TempDir Path home

    URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.platformClassLoader)
    String url = "jdbc:h2:mem:third_${System.nanoTime()};DB_CLOSE_DELAY=-1"

    def "a chain goes up, down and up again, with its version rows and its history"() {
        given:
        script('a', null, "createTable('tasks') { column 'id', integer, nullable: false\n column 'title', varchar(50)\n primaryKey 'id' }",
                "dropTable 'tasks'")
        script('b', 'a', "addColumn 'tasks', 'state', varchar(10), default: 'new'\n createIndex 'ix_tasks', 'tasks', ['title', 'state']",
                "dropIndex 'ix_tasks', 'tasks'\n dropColumn 'tasks', 'state'")
        script('c', 'b', "execute \"INSERT INTO tasks (id, title) VALUES (:id, 'x')\", id: 1\n table('tasks').where(id: [1, 2]).update(title: 'y')",
                "table('tasks').where(id: 1).delete()")

        when:
        retort().upgrade('head')

        then:
        rows('SELECT id, title, state FROM tasks') == [[1, 'y', 'new']]
        retort().rows().toList() == ['c']
        retort().isUpToDate()

        when:
        retort().downgrade('base')

        then:
        rows("SELECT count(*) FROM information_schema.tables WHERE table_name = 'tasks'") == [[0]]
        retort().rows().empty

        when:
        retort().upgrade('head')

        then:
        rows('SELECT title FROM tasks') == [['y']]
        rows('SELECT version_num FROM retort_version') == [['c']]
        rows('SELECT revision, direction, outcome FROM retort_history ORDER BY id')*.join(' ') == [
                'a upgrade done', 'b upgrade done', 'c upgrade done', 'c downgrade done', 'b downgrade done', 'a downgrade done',
                'a upgrade done', 'b upgrade done', 'c upgrade done']
        rows('SELECT count(*) FROM retort_progress') == [[0]]
    }

    def "what it has not is refused by the name of the capability, and others are looked up that have it"() {
        given:
        script('a', null, "createTable('t') { column 'id', integer }\n createSequence 's'", "dropTable 't'")

        when:
        retort().upgrade('head')

        then:
        Exception e = thrown()
        e.message == "migrations/a.groovy:4: H2 has no sequences. Write it for a database that has them: onlyOn('postgresql') { … }."
        rows("SELECT count(*) FROM information_schema.tables WHERE table_name = 't'") == [[0]]
    }

    def "a script may name it, and is told of all three"() {
        given:
        script('a', null, "onlyOn('h2') { createTable('t') { column 'id', integer } }\n onlyOn('sqlite') { dropTable 'none' }", "dropTable 't'")

        when:
        retort().upgrade('head')

        then:
        rows('SELECT count(*) FROM t') == [[0]]

        when:
        script('b', 'a', "onlyOn('oracle') { }", '')
        retort().upgrade('head')

        then:
        Exception e = thrown()
        e.message.contains("No database \"oracle\". Write 'h2' or 'postgresql' or 'sqlite'.")
    }

    def "a revision that fails after a change of the schema, which no transaction holds, is gone on with"() {
        given:
        script('a', null, "createTable('t') { column 'id', integer }\n execute 'INSERT INTO nowhere VALUES (1)'", "dropTable 't'")

        when:
        retort().upgrade('head')

        then:
        Exception e = thrown()
        e.message.contains('What ran before statement 2 was kept')
        rows('SELECT count(*) FROM t') == [[0]]
        retort().rows().empty
        retort().status().interrupted()*.revision() == ['a']

        when: 'the statement that failed is written anew'
        script('a', null, "createTable('t') { column 'id', integer }\n execute 'INSERT INTO t VALUES (1)'", "dropTable 't'")
        retort().upgrade('head')

        then: 'the table was not created again'
        rows('SELECT id FROM t') == [[1]]
        retort().rows().toList() == ['a']
        retort().status().interrupted().empty
    }

    def "several statements of one operation are each gone on with"() {
        given: 'a name that is taken makes the second statement fail'
        script('a', null, "createTable('old') { column 'id', integer\n index 'id', name: 'ix' }", "dropTable 'old'")
        retort().upgrade('head')
        script('b', 'a', "createTable('t') { column 'id', integer\n index 'id', name: 'ix' }", "dropTable 't'")

        when:
        retort().upgrade('head')

        then:
        thrown(Exception)
        rows('SELECT count(*) FROM t') == [[0]]

        when:
        connection().withCloseable { it.createStatement().execute('DROP INDEX ix') }
        retort().upgrade('head')

        then:
        rows('SELECT version_num FROM retort_version') == [['b']]
        rows("SELECT table_name FROM information_schema.indexes WHERE index_name = 'ix'") == [['t']]
    }

    private retort() {
        loader.loadClass('dev.retort.Retort').configure().home(home).url(url).build()
    }

    private void script(String id, String before, String up, String down) {
        def file = home.resolve("migrations/${id}.groovy")
        Files.createDirectories(file.parent)
        Files.writeString(file, "revision '$id'\n${before ? "downRevision '$before'\n" : ''}upgrade {\n$up\n}\ndowngrade {\n$down\n}\n")
    }

    private List<List<Object>> rows(String sql) {
        connection().withCloseable {
            def rows = it.createStatement().executeQuery(sql)
            List<List<Object>> all = []
            while (rows.next()) {
                all << (1..rows.metaData.columnCount).collect { column ->
                    def value = rows.getObject(column)
                    value instanceof Long ? value as int : value
                }
            }
            all
        }
    }

    private Connection connection() {
        loader.loadClass('org.h2.Driver').getConstructor().newInstance().connect("$url;DATABASE_TO_LOWER=TRUE", new Properties()) as Connection
    }

    /** What this JVM has, and the file that registers the dialect. */
    private static URL[] classPath() {
        def own = ThirdDialectSpec.getResource('/third-dialect/')
        ([own] + System.getProperty('java.class.path').split(File.pathSeparator).collect { Path.of(it).toUri().toURL() }) as URL[]
    }
}
