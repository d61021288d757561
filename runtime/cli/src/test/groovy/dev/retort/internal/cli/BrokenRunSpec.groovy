package dev.retort.internal.cli

import dev.retort.internal.dialect.Dialects
import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import spock.util.concurrent.PollingConditions

import static dev.retort.internal.testing.InSchema.tables

/** Runs of every kind of step, and what must hold wherever one of them was broken off. */
abstract class BrokenRunSpec extends CommandSpec {

    /** Repeats what a run printed, whose sample is another one each time. */
    static final long SEED = Long.getLong('retort.seed', System.currentTimeMillis())

    /** {@code true} for each case there is, {@code 2/3} for the second third of them, else a sample. */
    static final String MATRIX = System.getProperty('retort.matrix', 'false')
    static final boolean FULL = MATRIX != 'false'

    /** What the revision in the middle is made of, and how each part goes back. A part more is a row more. */
    static final List<List<String>> PARTS = [
            ["execute \"INSERT INTO items VALUES (1, 'one', 1), (2, 'two', 2)\"", "execute 'DELETE FROM items'"],
            ["addColumn 'items', 'note', text", "dropColumn 'items', 'note'"],
            ["autocommit { execute 'UPDATE items SET n = n + 100' }", "autocommit { execute 'UPDATE items SET n = n - 100' }"],
            ["autocommit { createTable('side') { column 'id', integer, primaryKey: true\n column 'name', text, index: true } }",
             "autocommit { dropTable 'side' }"],
            ["autocommit { query('SELECT id FROM items ORDER BY id').each { row -> execute 'INSERT INTO side (id) VALUES (:id)', id: row.integer('id') } }",
             "autocommit { execute 'DELETE FROM side' }"],
            ["createIndex 'ix_items_name', 'items', ['name']CONCURRENTLY", "dropIndex 'ix_items_name', 'items'CONCURRENTLY"],
            ["execute 'UPDATE items SET n = n + 1000'", "execute 'UPDATE items SET n = n - 1000'"],
            ["autocommit { execute 'UPDATE items SET n = n * 2; UPDATE side SET name = id' }", "autocommit { execute 'UPDATE items SET n = n / 2' }"],
            ["createIndex 'ix_items_n', 'items', ['n']CONCURRENTLY", "dropIndex 'ix_items_n', 'items'CONCURRENTLY"],
            ["execute \"INSERT INTO items VALUES (3, 'three', 3, 'x')\"", 'execute "DELETE FROM items WHERE id = 3"'],
            ["backfill 'items', set: 'n = n + 7', batchSize: 2", "backfill 'items', set: 'n = n - 7', batchSize: 2"],
            ["autocommit { backfill 'items', set: \"note = 'y'\", where: 'note IS NULL', batchSize: 1 }",
             "autocommit { backfill 'items', set: [note: null], where: [note: 'y'], batchSize: 1 }"],
    ]

    /** What is to be broken, and what goes before. */
    static final Map<String, List<String>> JOURNEYS = [
            'upgrade head'  : ['upgrade a'],
            'downgrade a'   : ['upgrade head'],
            'stamp c'       : ['upgrade a'],
    ]

    /** Those of all that are this process's turn. */
    static <T> List<T> share(List<T> all) {
        def (int part, int of) = MATRIX.contains('/') ? MATRIX.split('/')*.toInteger() : [1, 1]
        (0..<all.size()).findAll { it % of == part - 1 }.collect { all[it] }
    }

    void scripts() {
        String concurrently = database.dialect == 'postgresql' ? ', concurrently: true' : ''
        def text = { List<String> parts -> parts*.replace('CONCURRENTLY', concurrently).join('\n') }
        project.revision('a', [], """
            change { createTable('items') { column 'id', integer, primaryKey: true
                                            column 'name', text
                                            column 'n', integer } }""")
        project.revision('b', ['a'], "upgrade {\n${text(PARTS*.get(0))}\n}\ndowngrade {\n${text(PARTS*.get(1).reverse())}\n}")
        project.revision('c', ['b'], """
            upgrade { createTable('last') { column 'id', integer, primaryKey: true }
                      execute 'INSERT INTO last VALUES (1)' }
            downgrade { dropTable 'last' }""")
    }

    /** All that is committed and comes from runs that ended well; when and by whom they were is left out. */
    static Map<String, Object> state(java.sql.Connection connection) {
        def schema = Dialects.of(connection).reading().read(connection, StorySpec.SCOPE)
        [schema  : schema,
         data    : tables(schema).keySet().sort().collectEntries { [it, rows(connection, "SELECT * FROM $it ORDER BY 1")] },
         rows    : known(connection, 'retort_version', 'SELECT version_num FROM retort_version ORDER BY 1'),
         history : known(connection, 'retort_history', "SELECT revision, direction, statements FROM retort_history WHERE outcome = 'done' ORDER BY id"),
         progress: known(connection, 'retort_progress', 'SELECT revision, direction, calls, part, statements, fingerprint, intent, bookmark FROM retort_progress WHERE number = 0')]
    }

    private static List known(java.sql.Connection connection, String table, String sql) {
        connection.metaData.getTables(null, null, table, null).withCloseable { it.next() } ? rows(connection, sql) : []
    }

    private static List<List<Object>> rows(java.sql.Connection connection, String sql) {
        connection.createStatement().withCloseable { statement ->
            def result = statement.executeQuery(sql)
            def rows = []
            while (result.next()) {
                rows << (1..result.metaData.columnCount).collect { result.getObject(it) }
            }
            rows
        }
    }

    /** A server needs a moment to notice that a client is gone. */
    void nobodyIsLeft(TestDatabase left) {
        if (left.dialect == 'postgresql') {
            new PollingConditions(timeout: 20, delay: 0.05).eventually {
                assert left.rows("""SELECT pid, state, query FROM pg_stat_activity
                        WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'""") == []
                assert left.rows("""SELECT l.pid FROM pg_locks l JOIN pg_database d ON d.oid = l.database
                        WHERE l.locktype = 'advisory' AND d.datname = current_database()""") == []
            }
        }
    }

    /** Whether an earlier run left a revision half done. */
    static boolean halfDone(Map<String, Object> state) {
        !(state.progress as List).empty
    }
}
