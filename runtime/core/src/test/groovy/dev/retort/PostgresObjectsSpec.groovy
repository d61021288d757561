package dev.retort

import dev.retort.internal.schema.ColumnType
import dev.retort.internal.schema.QualifiedName
import dev.retort.internal.schema.Schema
import dev.retort.internal.schema.Sequence
import dev.retort.internal.testing.TestDatabase

import static dev.retort.internal.testing.InSchema.others

@spock.lang.Tag('database')
class PostgresObjectsSpec extends ObjectsSpec {

    TestDatabase newDatabase() {
        TestDatabase.postgresql()
    }

    def "a view keeps the options that its new query does not name, where it is replaced in place and where it cannot be: #change"() {
        given:
        project.revision('b', ['a'], "change { createView 'safe', 'SELECT id, title FROM tasks', with: [security_barrier: true], checkOption: 'LOCAL' }")
        project.revision('c', ['b'], "change { $change }")
        def retort = project.retort(database)
        retort.upgrade('b')
        def options = { database.rows("SELECT unnest(reloptions) FROM pg_class WHERE relname = 'safe' ORDER BY 1").flatten() }

        when:
        retort.upgrade('c')

        then:
        options() == after

        when:
        retort.downgrade('b')

        then:
        options() == ['check_option=local', 'security_barrier=true']

        where:
        change                                                                                          || after
        "replaceView 'safe', 'SELECT id, title FROM tasks WHERE id > 0', was: 'SELECT id, title FROM tasks'" || ['check_option=local', 'security_barrier=true']
        "replaceView 'safe', 'SELECT title FROM tasks', was: 'SELECT id, title FROM tasks'"             || ['check_option=local', 'security_barrier=true']
        "createView 'safe', 'SELECT id, title, 1 AS n FROM tasks', replace: true, was: 'SELECT id, title FROM tasks'" || ['check_option=local', 'security_barrier=true']
        "replaceView 'safe', 'SELECT title FROM tasks', was: 'SELECT id, title FROM tasks', checkOption: null, existingCheckOption: 'LOCAL'" || ['security_barrier=true']
        "replaceView 'safe', 'SELECT title FROM tasks', was: 'SELECT id, title FROM tasks', with: [security_barrier: null], existingWith: [security_barrier: true]" || ['check_option=local']
        "replaceView 'safe', 'SELECT title FROM tasks', was: 'SELECT id, title FROM tasks', checkOption: 'CASCADED', existingCheckOption: 'LOCAL'" || ['check_option=cascaded', 'security_barrier=true']
    }

    def "a view that is replaced without a known query keeps its options too"() {
        given:
        project.revision('b', ['a'], "upgrade { createView 'safe', 'SELECT id FROM tasks', with: [security_barrier: true]\ncreateView 'safe', 'SELECT id FROM tasks WHERE id > 0', replace: true }\ndowngrade { dropView 'safe' }")

        when:
        project.retort(database).upgrade('b')

        then:
        database.rows("SELECT unnest(reloptions) FROM pg_class WHERE relname = 'safe'") == [['security_barrier=true']]
    }

    def "a view that must be made anew keeps its privileges, comment and triggers"() {
        given:
        database.execute("DO \$\$BEGIN CREATE ROLE spec_reader; EXCEPTION WHEN duplicate_object THEN NULL; END\$\$")
        project.revision('b', ['a'], "change { createView 'Titles', 'SELECT id, title FROM tasks' }")
        project.revision('c', ['b'], "change { replaceView 'Titles', 'SELECT title FROM tasks', was: 'SELECT id, title FROM tasks' }")
        def retort = project.retort(database)
        retort.upgrade('b')
        database.execute('GRANT SELECT ON "Titles" TO PUBLIC', 'GRANT UPDATE ON "Titles" TO spec_reader WITH GRANT OPTION',
                "COMMENT ON VIEW \"Titles\" IS 'it''s kept'",
                'CREATE TRIGGER "T" INSTEAD OF DELETE ON "Titles" FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()')
        def before = kept()

        when:
        retort.upgrade('c')

        then:
        kept() == before
        database.rows("SELECT count(*) FROM information_schema.columns WHERE table_name = 'Titles'") == [[1L]]

        when:
        retort.downgrade('b')

        then:
        kept() == before
        database.rows("SELECT count(*) FROM information_schema.columns WHERE table_name = 'Titles'") == [[2L]]

        cleanup:
        database.execute('DROP OWNED BY spec_reader', 'DROP ROLE spec_reader')
    }

    private List<List<Object>> kept() {
        database.rows('''SELECT relacl::text, obj_description(oid, 'pg_class'), pg_get_userbyid(relowner)::text,
            (SELECT string_agg(tgname, ',') FROM pg_trigger WHERE tgrelid = c.oid) FROM pg_class c WHERE relname = 'Titles' ''')
    }

    def "a schema in front of a name is the schema, upwards and downwards"() {
        given:
        project.revision('b', ['a'], '''change {
            createSchema 'app'
            createEnum 'app.mood', ['calm']
            createSequence 'app.numbers'
            createTable('app.notes') {
                column 'id', integer, primaryKey: true
                column 'mood', enumeration('app.mood', ['calm'])
                column 'parent', integer, references: 'app.notes.id', index: true
            }
            createTable('"app.notes"') { column 'id', integer }
            createFunction 'app.touch()', returns: 'trigger', body: 'BEGIN RETURN NEW; END'
            createTrigger 'touched', 'app.notes', before: 'insert', execute: 'app.touch()'
            createView 'app.moods', 'SELECT mood FROM app.notes'
            addColumn 'app.notes', 'text', varchar(9)
            createIndex 'ix_text', 'app.notes', ['text']
            renameIndex 'app.ix_text', 'ix_of_text'
            renameTable 'app.notes', 'app.remarks'
        }''')
        def retort = project.retort(database)

        when:
        retort.upgrade('b')

        then:
        database.rows('''SELECT nspname::text, relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
            WHERE nspname = 'app' OR relname LIKE '%app.%' ORDER BY 1, 2''') == [
                ['app', 'ix_notes_parent'], ['app', 'ix_of_text'], ['app', 'moods'], ['app', 'numbers'],
                ['app', 'pk_notes'], ['app', 'remarks'], ['public', 'app.notes']]
        database.rows("SELECT proname::text FROM pg_proc WHERE pronamespace = 'app'::regnamespace") == [['touch']]

        when:
        retort.downgrade('a')

        then:
        database.rows("SELECT 1 FROM pg_namespace WHERE nspname = 'app'").empty
        database.rows("SELECT 1 FROM pg_class WHERE relname = 'app.notes'").empty
    }

    def "a view on which another stands is not made anew behind its back"() {
        given:
        project.revision('b', ['a'], '''change {
            createView 'v', 'SELECT id, title FROM tasks'
            createView 'w', 'SELECT id FROM v'
        }''')
        project.revision('c', ['b'], "change { replaceView 'v', 'SELECT title FROM tasks', was: 'SELECT id, title FROM tasks' }")

        when:
        project.retort(database).upgrade('head')

        then:
        def e = thrown(RetortException)
        e.message.contains('cannot drop view v because other objects depend on it')
        project.retort(database).rows() == ['b'] as SortedSet
    }

    def "a materialized view is filled, refreshed in a transaction and dropped"() {
        given:
        project.revision('b', ['a'], '''change {
            createView 'titles', 'SELECT id, title FROM tasks', materialized: true, withData: false
            createIndex 'ix_titles', 'titles', ['id'], unique: true
            refreshView 'titles'
            refreshView 'titles', concurrently: true
        }''')
        project.revision('c', ['b'], '''upgrade {
            execute "INSERT INTO tasks (id, title) VALUES (1, 'sweep')"
            refreshView 'titles', concurrently: true
        }
        downgrade { table('tasks').delete() }''')
        project.revision('d', ['c'], '''change {
            dropIndex 'ix_titles', 'titles', was: ['id'], unique: true
            dropView 'titles', materialized: true, was: 'SELECT id, title FROM tasks'
        }''')
        def retort = project.retort(database)

        when:
        retort.upgrade('c')

        then:
        database.rows('SELECT title FROM titles') == [['sweep']]
        others(schema()) == ['view titles'] as Set

        when:
        retort.upgrade('d')

        then:
        others(schema()).isEmpty()

        when:
        retort.downgrade('c')

        then:
        database.rows('SELECT title FROM titles') == [['sweep']]
        others(schema()) == ['view titles'] as Set

        when:
        retort.downgrade('base')

        then:
        schema() == Schema.EMPTY
    }

    def "sequences go there and back, and count as they say"() {
        given:
        project.revision('b', ['a'], "change { createSequence 'Numbers', start: 100, increment: 5, max: 110, cycle: true, min: 90, type: integer }")
        project.revision('c', ['b'], '''change {
            alterSequence 'Numbers', increment: 10, max: null, cycle: false, ownedBy: 'tasks.id', was: [increment: 5, max: 110, cycle: true, ownedBy: null]
        }''')
        project.revision('d', ['c'], "change { dropSequence 'Numbers', was: [start: 100, increment: 10, min: 90, type: integer, ownedBy: 'tasks.id'] }")

        when:
        def end = thereAndBack('b', 'c', 'd')

        then:
        !others(end).any { it.startsWith('sequence') }

        when:
        project.retort(database).downgrade('c')

        then:
        schema().all(Sequence).toList() == [new Sequence(QualifiedName.of('Numbers'), ColumnType.Simple.INTEGER, 100, 10, 90, 2147483647, 1, false,
                new Sequence.Owner(QualifiedName.of('tasks'), 'id'))]
        (1..2).collect { database.rows('SELECT nextval(\'"Numbers"\')')[0][0] } == [100L, 110L]

        when:
        project.revision('e', ['c'], "upgrade { alterSequence 'Numbers', restart: true }\ndowngrade { }")
        project.retort(database).upgrade('e')

        then:
        database.rows('SELECT nextval(\'"Numbers"\')') == [[100L]]
    }

    def "extensions and schemas go there and back"() {
        given:
        project.revision('b', ['a'], "change { createSchema 'Billing' }")
        project.revision('c', ['b'], "change { createExtension 'citext', schema: 'Billing' }")
        project.revision('d', ['c'], '''change {
            createTable('bills', schema: 'Billing') { column 'id', integer, primaryKey: true }
            createView 'all bills', 'SELECT id FROM "Billing".bills', schema: 'Billing'
            createSequence 'numbers', schema: 'Billing'
            createFunction 'one()', returns: integer, language: 'sql', body: 'SELECT 1', schema: 'Billing'
            createTrigger 't', 'bills', before: 'update', execute: 'suppress_redundant_updates_trigger()', schema: 'Billing'
        }''')
        project.revision('e', ['d'], "upgrade { dropSchema 'Billing', cascade: true }\nirreversible 'gone'")
        def retort = project.retort(database)

        when:
        def end = thereAndBackUpTo('d', 'b', 'c')

        then:
        others(end) == ['schema Billing', 'extension citext'] as Set

        when:
        retort.downgrade('a')

        then:
        others(schema()).isEmpty()

        when:
        retort.upgrade('e')

        then:
        others(schema()).isEmpty()
    }

    private dev.retort.internal.schema.Schema thereAndBackUpTo(String last, String... revisions) {
        def retort = project.retort(database)
        def below = 'a'
        retort.upgrade('a')
        revisions.each {
            def before = schema()
            retort.upgrade(it)
            assert schema() != before
            retort.downgrade(below)
            assert schema() == before
            retort.upgrade(it)
            below = it
        }
        retort.upgrade(last)
        schema()
    }

    def "a schema that is not empty is dropped with cascade only"() {
        given:
        project.revision('b', ['a'], "upgrade { createSchema 's'; createSequence 'n', schema: 's'; dropSchema 's' }\ndowngrade { }")

        when:
        project.retort(database).upgrade('head')

        then:
        def e = thrown(RetortException)
        e.message.contains('cannot drop schema s because other objects depend on it')
    }

    def "functions and procedures go there and back, whatever their bodies hold"() {
        given:
        project.revision('b', ['a'], '''change {
            createFunction 'Price(net numeric, rate numeric DEFAULT 0.5, note text = \\'a, b\\')', returns: numeric, language: 'sql',
                    volatility: 'immutable', strict: true, parallel: 'safe', cost: 7, body: 'SELECT net * (1 + rate)'
            createFunction 'Price(net integer)', returns: integer, language: 'sql', body: 'SELECT net'
            createFunction 'quoted()', returns: text, body: 'BEGIN RETURN $$a $body$ b$$ || $body1$c$body1$; END --$'
            createFunction 'safe()', returns: text, securityDefiner: true, set: [search_path: ['pg_catalog', 'pg_temp']], language: 'sql', body: "SELECT current_setting('search_path')"
            createProcedure 'tidy(days integer)', body: 'BEGIN DELETE FROM log; END'
        }''')
        project.revision('c', ['b'], '''change {
            createFunction 'Price(net integer)', returns: integer, language: 'sql', body: 'SELECT net + 1', replace: true, was: 'SELECT net'
            createProcedure 'tidy(days integer)', body: 'BEGIN NULL; END', replace: true, was: 'BEGIN DELETE FROM log; END'
        }''')
        project.revision('d', ['c'], '''change {
            dropFunction 'Price(net integer)', returns: integer, language: 'sql', was: 'SELECT net + 1'
            dropProcedure 'tidy(days integer)', was: 'BEGIN NULL; END'
        }''')

        when:
        def end = thereAndBack('b', 'c', 'd')

        then:
        others(end) == ['routine Price(numeric, numeric, text)', 'routine quoted()', 'routine safe()'] as Set
        database.rows('SELECT "Price"(10), quoted(), safe()') == [[15.0, 'a $body$ bc', 'pg_catalog, pg_temp']]

        when:
        project.retort(database).downgrade('b')

        then:
        database.rows('SELECT "Price"(10)') == [[10]]
        "the same by a script of SQL"()
    }

    def "what of a trigger only PostgreSQL knows goes there and back"() {
        given:
        project.revision('b', ['a'], '''change {
            createFunction 'count_rows()', returns: 'trigger', body: """BEGIN
                INSERT INTO log SELECT TG_ARGV[0] || count(*) FROM fresh; RETURN NULL; END"""
            createFunction 'late()', returns: 'trigger', body: "BEGIN INSERT INTO log VALUES ('late'); RETURN NULL; END"
            createTrigger 'counted', 'tasks', after: 'insert', forEach: 'statement', referencing: 'NEW TABLE AS fresh', execute: "count_rows('n=')"
            createTrigger 'late', 'tasks', after: ['insert', 'delete'], deferrable: true, initially: 'deferred', execute: 'late'
            createTrigger 'emptied', 'tasks', after: 'truncate', execute: 'late'
            createTrigger 'changed', 'tasks', before: ['insert', 'update'], when: 'NEW.touched > 5', execute: 'suppress_redundant_updates_trigger'
        }''')

        when:
        def end = thereAndBack('b')
        database.execute("INSERT INTO tasks (id, title) VALUES (1, 'a'), (2, 'b')")

        then:
        others(end).count { it.startsWith('trigger') } == 4
        database.rows('SELECT entry FROM log') == [['n=2'], ['late'], ['late']]
        "the same by a script of SQL"()
    }
}
