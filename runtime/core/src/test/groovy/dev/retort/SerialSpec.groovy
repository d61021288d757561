package dev.retort

import dev.retort.internal.testing.InSchema
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Columns that the database numbers by their type, and sequences that are renamed. */
@spock.lang.Tag('database')
class SerialSpec extends Specification {

    @AutoCleanup
    Project project = new Project()

    @AutoCleanup(quiet = true)
    TestDatabase database

    def "#type numbers the rows, on #dialect"() {
        given:
        database = TestDatabase.of(dialect)
        project.revision('a', [], """change {
            createTable('t') {
                column 'id', $type, primaryKey: true
                column 'note', text
            }
        }""")
        project.revision('b', ['a'], "upgrade { bulkInsert 't', [[note: 'x'], [note: 'y']] }\nirreversible 'no'")

        when:
        project.retort(database).upgrade('head')

        then:
        column('SELECT id FROM t ORDER BY id')*.intValue() == [1, 2]

        where:
        [type, dialect] << [['smallserial', 'serial', 'bigserial'], ['sqlite', 'postgresql']].combinations()
    }

    def "on PostgreSQL a column that is no key is numbered too, and its sequence renamed and back"() {
        given:
        database = TestDatabase.postgresql()
        project.table('a')
        project.revision('b', ['a'], """change {
            addColumn 't_a', 'number', serial
            renameSequence 't_a_number_seq', 'numbers'
        }""")
        def retort = project.retort(database)

        when:
        retort.upgrade('head')

        then:
        column("SELECT column_default FROM information_schema.columns WHERE column_name = 'number'") == ["nextval('numbers'::regclass)"]
        column("SELECT is_nullable FROM information_schema.columns WHERE column_name = 'number'") == ['NO']

        when:
        retort.downgrade('a')

        then:
        column("SELECT count(*) FROM pg_class WHERE relkind = 'S' AND relname IN ('numbers', 't_a_number_seq')") == [0]
    }

    def "#body is refused, on #dialect"() {
        given:
        database = TestDatabase.of(dialect)
        project.revision('a', [], "upgrade { $body }\nirreversible 'no'")

        when:
        project.retort(database).upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.message.contains(sentence)
        InSchema.tables(StorySpec.schema(database)).isEmpty()

        where:
        dialect      | body                                                               || sentence
        'sqlite'     | "createTable('t') { column 'id', serial }"                         || 'SQLite numbers only a column that is an integer primary key by itself'
        'postgresql' | "createTable('t') { column 'id', serial, nullable: true }"         || 'Column "id" is numbered by the database and cannot be nullable.'
        'postgresql' | "createTable('t') { column 'id', serial, default: 1 }"             || 'Column "id" gets its value in two ways.'
        'postgresql' | "createTable('t') { column 'id', array(serial) }"                  || 'An array has no numbered elements.'
        'sqlite'     | "alterColumn 't', 'id', type: serial"                              || 'only a new column can be serial'
        'postgresql' | "alterColumn 't', 'id', type: serial"                              || 'only a new column can be serial'
        'sqlite'     | "renameSequence 's', 'other'"                                      || 'SQLite has no sequences'
    }

    private List<Object> column(String sql) {
        database.open().withCloseable { connection ->
            def rows = connection.createStatement().executeQuery(sql)
            def found = []
            while (rows.next()) {
                found << rows.getObject(1)
            }
            found
        }
    }
}
