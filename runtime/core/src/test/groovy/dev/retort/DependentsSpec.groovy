package dev.retort

import dev.retort.internal.schema.Constraint
import dev.retort.internal.schema.Schema
import dev.retort.internal.testing.InSchema
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Specification

import static dev.retort.internal.testing.InSchema.others

/** Nothing is left that refers to what does not exist: it is refused, or goes along where that is asked for. */
@spock.lang.Tag('database')
class DependentsSpec extends Specification {

    private static final List<String> DIALECTS = ['sqlite', 'postgresql']

    private static final String TABLES = '''upgrade {
        createTable('users') {
            column 'id', integer, primaryKey: true
            column 'boss', integer, references: 'users.id'
            column 'name', text, unique: true
        }
        createTable('posts') {
            column 'id', integer, primaryKey: true
            column 'user_id', integer
            column 'author', text, references: 'users.name'
            foreignKey 'user_id', references: 'users', name: 'fk_user'
        }
        createTable('other') { column 'n', text }
        createView 'v', 'SELECT id, name FROM users'
        createView 'w', 'SELECT id FROM v'
    }
    downgrade { }'''

    @AutoCleanup
    Project project = new Project()

    @AutoCleanup(quiet = true)
    TestDatabase database

    def "what something needs is refused, and all that needs it named, on #dialect: #change"() {
        given:
        on(dialect)
        project.revision('a', [], TABLES)
        project.revision('b', ['a'], "upgrade {\n$change\n}\ndowngrade { }")
        project.retort(database).upgrade('a')

        when:
        project.retort(database).upgrade('b')

        then:
        def refused = thrown(RetortException)
        refused.problems()[0].location().line() == 5
        dialect != 'sqlite' || needing.every { refused.message.contains(it) }
        dialect != 'sqlite' || refused.message.contains('cannot be dropped')

        when: 'something else is changed'
        project.revision('c', ['a'], "upgrade {\nrenameColumn 'other', 'n', 'name'\n}\ndowngrade { }")
        project.retort(database).upgrade('c')

        then:
        database.rows('SELECT name FROM other') == []

        where:
        [change, needing, dialect] << [
                ["dropTable 'users'", ['the foreign key "fk_user" of the table "posts"', 'the view "v"', 'the view "w"', 'add cascade: true']],
                ["dropView 'v'", ['The view "v" cannot be dropped: the view "w" needs it.']],
                ["dropColumn 'users', 'name'", ['table "posts"', 'the view "v"']],
        ].collectMany { row -> DIALECTS.collect { row + it } }
    }

    def "cascade takes along what needs it, and nothing else, on #dialect: #change"() {
        given:
        on(dialect)
        project.revision('a', [], TABLES)
        project.revision('b', ['a'], "upgrade {\n$change\n}\ndowngrade { }")
        project.retort(database).upgrade('a')
        database.execute("INSERT INTO users VALUES (1, 1, 'ann')", "INSERT INTO posts VALUES (1, 1, 'ann')")

        when:
        project.retort(database).upgrade('b')

        then:
        def schema = schema()
        InSchema.tables(schema).keySet()*.toString() as Set == tables as Set
        others(schema).size() == views
        InSchema.tables(schema).values().find { it.name().name() == 'posts' }.constraints().count { it instanceof Constraint.ForeignKey } == keys
        database.rows('SELECT id, user_id, author FROM posts') == [[1, 1, 'ann']]

        when:
        database.enforcingForeignKeys().execute("INSERT INTO posts VALUES (2, NULL, NULL)")

        then:
        noExceptionThrown()

        where:
        [change, tables, views, keys, dialect] << [
                ["dropTable 'users', cascade: true", ['posts', 'other'], 0, 0],
                ["dropView 'v', cascade: true", ['users', 'posts', 'other'], 0, 2],
                ["dropColumn 'users', 'name', cascade: true", ['users', 'posts', 'other'], 0, 1],
        ].collectMany { row -> DIALECTS.collect { row + it } }
    }

    def "a foreign key to no table is refused on #dialect: #references"() {
        given:
        on(dialect)
        project.revision('a', [], TABLES)
        project.revision('b', ['a'], "upgrade {\n$change\n}\ndowngrade { }")
        project.retort(database).upgrade('a')

        when:
        project.retort(database).upgrade('b')

        then:
        def refused = thrown(RetortException)
        dialect != 'sqlite' || refused.message.replace('\n', ' ').contains(message)
        database.rows('SELECT count(*) FROM posts')[0][0] == 0

        where:
        [change, message, dialect] << [
                ["createTable('x') { column 'u', integer, references: 'user.id' }",
                 'A foreign key of the table "x" refers to the table "user", which does not exist. Nothing was committed. Did you mean "users"?'],
                ["createForeignKey 'fk', 'posts', 'nowhere_at_all', ['user_id'], ['id']",
                 'refers to the table "nowhere_at_all", which does not exist. Nothing was committed. Create that table in the same revision'],
                ["addColumn 'other', 'u', integer, references: 'user.id'", 'A foreign key of the table "other" refers to the table "user", which does not exist.'],
                ["createTable('x') { column 'u', integer, references: 'users.nosuch' }", 'A foreign key of the table "x" does not fit'],
                ["createView 'x', 'SELECT id FROM nowhere'", 'The view "x" cannot be read any more: no such table: main.nowhere.'],
        ].collectMany { row -> DIALECTS.collect { row + it } }
        references = change
    }

    def "tables may refer to themselves, to each other, and on SQLite to one that comes later in the revision"() {
        given:
        on('sqlite')
        project.revision('a', [], """upgrade {
            createTable('a') { column 'id', integer, primaryKey: true\n column 'b', integer, references: 'b.id'\n column 'a', integer, references: 'a.id' }
            createTable('b') { column 'id', integer, primaryKey: true\n column 'a', integer, references: 'a.id' }
            createTable('old') { column 'id', integer, primaryKey: true }
            createTable('child') { column 'p', integer, references: 'parent.id' }
            renameTable 'old', 'parent'
            dropTable 'b', cascade: true
            createTable('b') { column 'id', integer, primaryKey: true }
        }
        downgrade { }""")

        when:
        project.retort(database).upgrade('head')

        then:
        InSchema.tables(schema()).keySet()*.toString() as Set == ['a', 'b', 'child', 'parent'] as Set
    }

    private void on(String dialect) {
        database = TestDatabase.of(dialect)
    }

    private Schema schema() {
        StorySpec.schema(database)
    }
}
