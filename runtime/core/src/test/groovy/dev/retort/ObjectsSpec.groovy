package dev.retort

import dev.retort.internal.dialect.Dialects
import dev.retort.internal.schema.Schema
import dev.retort.internal.schema.Trigger
import dev.retort.internal.sql.SqlScript
import dev.retort.internal.testing.StorySpec

import static dev.retort.internal.testing.InSchema.others

/** Views and triggers, what every database must do the same; a subclass names the database. */
abstract class ObjectsSpec extends DatabaseSpec {

    def setup() {
        project.revision('a', '''change {
            createTable('tasks') {
                column 'id', integer, primaryKey: true
                column 'title', text, nullable: false
                column 'done', bool, nullable: false, default: false
                column 'touched', integer, nullable: false, default: 0
            }
            createTable('log') { column 'entry', text }
        }''')
    }

    Schema schema() {
        StorySpec.schema(database)
    }

    /** Each revision above the first goes up, down and up again, and leaves what it should; says what there is at the end. */
    Schema thereAndBack(String... revisions) {
        def retort = project.retort(database)
        retort.upgrade('a')
        def below = 'a'
        revisions.each { revision ->
            def before = schema()
            retort.upgrade(revision)
            def there = schema()
            assert there != before
            retort.downgrade(below)
            assert schema() == before
            retort.upgrade(revision)
            assert schema() == there
            below = revision
        }
        retort.downgrade('a')
        retort.upgrade('head')
        schema()
    }

    /** The script of SQL makes of an empty database what the run makes of it. */
    void "the same by a script of SQL"() {
        def script = new StringBuilder()
        project.retort(database).upgrade('head')
        def online = schema()
        project.retort(database).downgrade('base')
        project.retort(database).upgradeSql('base:head', script)
        def connection = database.open()
        try {
            connection.createStatement().execute('DROP TABLE retort_version')
            connection.createStatement().execute('DROP TABLE retort_history')
            SqlScript.split(script.toString(), Dialects.of(connection).spelling().syntax()).each { connection.createStatement().execute(it.sql()) }
        } finally {
            connection.close()
        }
        assert schema() == online
    }

    def "a view is created, replaced with other columns and dropped, with its way back in change"() {
        given:
        project.revision('b', ['a'], "change { createView 'open_tasks', 'SELECT id, title FROM tasks WHERE NOT done;' }")
        project.revision('c', ['b'], '''change {
            replaceView 'open_tasks', 'SELECT id FROM tasks WHERE NOT done', was: 'SELECT id, title FROM tasks WHERE NOT done'
        }''')
        project.revision('d', ['c'], '''change {
            createView 'open_tasks', 'SELECT title, id FROM tasks -- all', replace: true, columns: ['what', 'n'],
                    was: 'SELECT id FROM tasks WHERE NOT done'
        }''')
        project.revision('e', ['d'], "change { dropView 'open_tasks', was: 'SELECT title, id FROM tasks', columns: ['what', 'n'] }")

        when:
        def end = thereAndBack('b', 'c', 'd', 'e')

        then:
        others(end).isEmpty()

        when:
        project.retort(database).downgrade('d')
        database.execute("INSERT INTO tasks (id, title) VALUES (1, 'sweep')")

        then:
        database.rows('SELECT what, n FROM open_tasks') == [['sweep', 1]]
        "the same by a script of SQL"()
    }

    def "any name will do: #name"() {
        given:
        def quoted = "'" + name.replace("'", "\\'") + "'"
        def view = "'\"" + name.replace("'", "\\'").replace('"', '""') + "\"'"
        def table = view.replace("\"'", "_t\"'")
        project.revision('b', ['a'], """change {
            createTable($table) { column $quoted, integer }
            createView $view, 'SELECT 1, 2', columns: [$quoted, 'b']
            replaceView $view, 'SELECT 3', columns: [$quoted], was: 'SELECT 1, 2', existingColumns: [$quoted, 'b']
            createTrigger $quoted, $table, after: 'update', of: [$quoted], execute: 'suppress_redundant_updates_trigger', body: 'DELETE FROM log'
        }""")

        when:
        def end = thereAndBack('b')

        then:
        others(end).any { it.startsWith('trigger') && it.endsWith(name) }
        database.rows("SELECT * FROM \"${name.replace('"', '""')}\"") == [[3]]
        "the same by a script of SQL"()

        where:
        name << ['Mixed Case', 'select', 'with "quotes"', "it's", 'größe ✓', 'semi;colon', 'a.b', '$$', 'kept']
    }

    def "what a view has does not get lost when it is replaced"() {
        given:
        project.revision('b', ['a'], '''change {
            createView 'titles', 'SELECT id, title FROM tasks'
            if (dialect == 'postgresql') {
                createFunction 'note()', returns: 'trigger', body: "BEGIN INSERT INTO log VALUES (NEW.title); RETURN NEW; END"
            }
            createTrigger 'note', 'titles', insteadOf: 'insert', execute: 'note', body: 'INSERT INTO log VALUES (NEW.title)'
        }''')
        project.revision('c', ['b'], '''change {
            replaceView 'titles', 'SELECT title FROM tasks', was: 'SELECT id, title FROM tasks'
        }''')

        when:
        def end = thereAndBack('b', 'c')
        database.execute("INSERT INTO titles (title) VALUES ('x')")

        then:
        others(end).any { it.startsWith('trigger') }
        database.rows('SELECT entry FROM log') == [['x']]
        "the same by a script of SQL"()
    }

    def "a trigger is created, replaced and dropped"() {
        given:
        project.revision('b', ['a'], '''change {
            if (dialect == 'postgresql') {
                createFunction 'touch()', returns: 'trigger', body: """
                    BEGIN
                        NEW.touched = OLD.touched + 1;
                        RETURN NEW;
                    END"""
            }
            createTrigger 'tasks_touch', 'tasks', execute: 'touch()',
                    before: dialect == 'postgresql' ? 'update' : null, after: dialect == 'sqlite' ? 'update' : null,
                    of: ['title'], body: 'UPDATE tasks SET touched = touched + 1 WHERE id = NEW.id'
        }''')
        project.revision('c', ['b'], '''upgrade {
            createTrigger 'tasks_touch', 'tasks', after: 'update', execute: 'touch()', body: 'DELETE FROM log', replace: true
        }
        downgrade {
            dropTrigger 'tasks_touch', 'tasks', ifExists: true
            dropTrigger 'tasks_touch', 'tasks', ifExists: true
            if (dialect == 'postgresql') {
                createTrigger 'tasks_touch', 'tasks', before: 'update', of: ['title'], execute: 'touch()'
            } else {
                createTrigger 'tasks_touch', 'tasks', after: 'update', of: ['title'], body: 'UPDATE tasks SET touched = touched + 1 WHERE id = NEW.id'
            }
        }''')
        project.revision('d', ['c'], "change { dropTrigger 'tasks_touch', 'tasks', after: 'update', execute: 'touch()', body: 'DELETE FROM log' }")

        when:
        def end = thereAndBack('b', 'c', 'd')

        then:
        !others(end).any { it.startsWith('trigger') }

        when:
        project.retort(database).downgrade('b')
        database.execute("INSERT INTO tasks (id, title) VALUES (1, 'sweep')", "UPDATE tasks SET title = 'mop'")

        then:
        database.rows('SELECT title, touched FROM tasks') == [['mop', 1]]
        "the same by a script of SQL"()
    }

    def "with ifNotExists what is there stays"() {
        given:
        project.revision('b', ['a'], '''change {
            createView 'v', 'SELECT 1 AS one'
            createTrigger 't', 'tasks', before: 'update', execute: 'suppress_redundant_updates_trigger', body: 'DELETE FROM log'
        }''')
        project.revision('c', ['b'], '''upgrade {
            createView 'v', 'SELECT 2 AS one', ifNotExists: true
            createView 'w', 'SELECT 2 AS one', ifNotExists: true
            createTrigger 't', 'tasks', before: 'delete', execute: 'suppress_redundant_updates_trigger', body: 'SELECT 1', ifNotExists: true
        }
        downgrade { dropView 'w' }''')

        when:
        def end = thereAndBack('b', 'c')

        then:
        others(end).count { it.startsWith('view') } == 2
        end.all(Trigger).toList()*.events() == [[Trigger.Event.UPDATE]]
        database.rows('SELECT one FROM v') == [[1]]
        "the same by a script of SQL"()
    }

    def "views and triggers survive what is done to their table"() {
        given:
        project.revision('b', ['a'], '''change {
            createView 'open_tasks', 'SELECT id, title FROM tasks WHERE NOT done'
            createView 'open_titles', 'SELECT title FROM open_tasks'
            if (dialect == 'postgresql') {
                createFunction 'note()', returns: 'trigger', body: "BEGIN INSERT INTO log VALUES (NEW.title); RETURN NEW; END"
            }
            createTrigger 'tasks_note', 'tasks', after: 'insert', execute: 'note()', body: 'INSERT INTO log VALUES (NEW.title)'
        }''')
        project.revision('c', ['b'], '''upgrade {
            alterColumn 'tasks', 'touched', type: bigint, nullable: true
            createCheckConstraint 'ck_touched', 'tasks', 'touched >= 0'
            dropColumn 'tasks', 'touched'
        }
        downgrade { addColumn 'tasks', 'touched', integer, nullable: false, default: 0 }''')
        def retort = project.retort(database)

        when:
        retort.upgrade('b')
        def before = others(schema())
        retort.upgrade('c')
        database.execute("INSERT INTO tasks (id, title) VALUES (1, 'sweep')")

        then:
        others(schema()) == before
        database.rows('SELECT title FROM open_titles') == [['sweep']]
        database.rows('SELECT entry FROM log') == [['sweep']]
    }

    def "a failure names its line, and nothing is kept: #operation"() {
        given:
        project.revision('b', ['a'], "upgrade {\n    createView 'v', 'SELECT 1'\n    $operation\n}\ndowngrade { }")

        when:
        project.retort(database).upgrade('head')

        then:
        def e = thrown(RetortException)
        e.message.contains("b.groovy:6")
        e.message.contains(told)
        others(schema()).isEmpty()

        where:
        operation                                                                                    | told
        "createView 'v', 'SELECT 2'"                                                                 | 'v'
        "dropView 'no such view'"                                                                    | 'no such view'
        "replaceView 'no such view', 'SELECT nothing FROM nowhere', was: 'SELECT 1'"                 | 'n'
        "dropTrigger 'no such trigger', 'tasks'"                                                     | 'no such trigger'
        "createTrigger 't', 'nowhere', after: 'insert', execute: 'f()', body: 'DELETE FROM log'"     | 'nowhere'
        "createTrigger 't', 'tasks', after: 'insert'"                                                | 'The trigger "t" does nothing.'
    }
}
