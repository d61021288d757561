package dev.retort

import dev.retort.internal.testing.FailingConnections
import dev.retort.internal.testing.UpgradeProgram
import spock.util.concurrent.PollingConditions

/** Rows are set in batches that are committed one by one, each exactly once; a subclass names the database. */
abstract class BackfillSpec extends DatabaseSpec {

    FailingConnections connections = new FailingConnections(database)

    List<BackfillProgress> told = []

    /** Empties the database. */
    abstract void reset()

    Retort retort() {
        project.on(database).backfills { told << it }.build()
    }

    /** A revision with nothing but a backfill, on a table with rows 1 to n. */
    void backfill(String words, int rows = 10) {
        table(rows)
        project.revision('a', [], "upgrade { $words }\nirreversible 'no'")
    }

    void table(int rows) {
        database.execute('CREATE TABLE t (id integer PRIMARY KEY, n integer, name varchar(20))')
        database.execute("INSERT INTO t (id, n) VALUES ${(1..rows).collect { "($it, 0)" }.join(', ')}")
    }

    List<Integer> numbers() {
        database.rows('SELECT n FROM t ORDER BY id')*.first()*.intValue()
    }

    String failure() {
        try {
            retort().upgrade('head')
        } catch (RetortException e) {
            return e.problems()*.toString().join('\n')
        }
        ''
    }

    int countIn(String table) {
        database.rows("SELECT count(*) FROM $table")[0][0] as int
    }

    def "every row is set once, batch by batch"() {
        given:
        backfill("backfill 't', set: 'n = n + 1', batchSize: $size")

        when:
        def result = retort().upgrade('head')

        then:
        numbers() == [1] * 10
        told*.rows() == batches + [10]
        told*.finished() == [false] * batches.size() + [true]
        result.steps()[0].statements() == batches.size() - 1
        database.rows("SELECT revision, outcome FROM retort_history") == [['a', 'done']]
        countIn('retort_progress') == 0

        where:
        size | batches
        1    | (0..10).toList()
        3    | [0, 3, 6, 9, 10]
        10   | [0, 10]
        11   | [0, 10]
    }

    def "what is set and which rows are meant is said in SQL, in values and with parameters: #words"() {
        given:
        table(4)
        database.execute("UPDATE t SET name = 'b' WHERE id IN (2, 3)")
        project.revision('a', [], "upgrade { backfill 't', batchSize: 1, $words }\nirreversible 'no'")

        when:
        retort().upgrade('head')

        then:
        database.rows('SELECT n, name FROM t ORDER BY id') == expected

        where:
        words                                                                                              || expected
        "set: [n: 7]"                                                                                      || [[7, null], [7, 'b'], [7, 'b'], [7, null]]
        "set: [n: sql('id * 2'), name: 'x'], where: [name: 'b']"                                           || [[0, null], [4, 'x'], [6, 'x'], [0, null]]
        "set: [name: 'x'], where: [name: [null, 'b']]"                                                     || [[0, 'x'], [0, 'x'], [0, 'x'], [0, 'x']]
        "set: 'name = :new, n = n + 1', where: 'name = :old', parameters: [new: 'c', old: 'b']"            || [[0, null], [1, 'c'], [1, 'c'], [0, null]]
        "set: 'n = 1 -- one', where: 'n = 0 OR n IS NULL -- none'"                                         || [[1, null], [1, 'b'], [1, 'b'], [1, null]]
        "set: [n: sql('n + :by')], parameters: [by: 5]"                                                    || [[5, null], [5, 'b'], [5, 'b'], [5, null]]
        "set: \"name = '?' || ':x'\", where: 'name IS NULL'"                                                || [[0, '?:x'], [0, 'b'], [0, 'b'], [0, '?:x']]
    }

    def "a table may be made, filled and closed in the same revision"() {
        given:
        project.revision('a', [], """
            upgrade {
                createTable('t') { column 'id', integer, primaryKey: true
                                   column 'n', integer }
                execute 'INSERT INTO t VALUES (1, NULL), (2, NULL), (3, NULL)'
                backfill 't', set: 'n = id', where: 'n IS NULL', batchSize: 2
                alterColumn 't', 'n', nullable: false
            }
            downgrade { dropTable 't' }""")

        when:
        retort().upgrade('head')

        then:
        numbers() == [1, 2, 3]
    }

    def "rows go by any key: #columns"() {
        given:
        database.execute("CREATE TABLE t (n integer, $columns)")
        rows.each { database.execute("INSERT INTO t VALUES (0, $it)") }
        project.revision('a', [], "upgrade { backfill 't', set: 'n = n + 1', batchSize: 2$key }\nirreversible 'no'")

        when:
        retort().upgrade('head')

        then:
        database.rows('SELECT n FROM t')*.first()*.intValue() == [1] * rows.size()
        told*.rows() == (0..rows.size()).step(2) + (rows.size() % 2 ? [rows.size()] : []) + [rows.size()]

        where:
        columns                                                                 | key              || rows
        'a integer, b varchar(9), PRIMARY KEY (a, b)'                           | ''               || ["1, 'x'", "1, 'y'", "2, 'a'", "0, 'z'", "2, 'b'"]
        'a varchar(40) PRIMARY KEY'                                             | ''               || ["'it''s'", "'?'", "'ä:b'", "''", "'Z'"]
        'a char(10) PRIMARY KEY'                                                | ''               || ["'it''s'", "'x  '", "'y'", "'abcdefghij'", "'abcdefghik'"]
        'a numeric(20, 5) PRIMARY KEY'                                          | ''               || ['1.5', '-7', '1.00001', '123456789.12345', '0']
        'a double precision PRIMARY KEY'                                        | ''               || ['0.1', '0.30000000000000004', '0.3', '1e300', '-5e-324']
        'a timestamp PRIMARY KEY'                                               | ''               || ["'2026-11-21 10:00:00'", "'2026-11-21 10:00:00.123456'", "'2026-11-21 10:00:00.123455'"]
        'a integer NOT NULL UNIQUE'                                             | ", key: 'a'"     || ['3', '1', '2']
        'a integer PRIMARY KEY, b integer NOT NULL, c integer NOT NULL, UNIQUE (b, c)' | ", key: ['c', 'b']" || ['1, 9, 9', '2, 9, 8', '3, 7, 7']
        '"a ""b" integer PRIMARY KEY'                                           | ''               || ['3', '1', '2']
    }

    def "rows that come behind the key meanwhile are set before the revision is applied"() {
        given:
        backfill("backfill 't', set: 'n = 1', where: 'n = 0', batchSize: 4")
        boolean come = false
        def retort = project.on(database).backfills {
            told << it
            if (it.rows() == 8 && !come) {
                come = true
                database.execute('INSERT INTO t (id, n) VALUES (-1, 0), (99, 0)')
            }
        }.build()

        when:
        retort.upgrade('head')

        then:
        numbers() == [1] * 12
        told.last().rows() == 12
    }

    def "a set that leaves rows matching is told instead of repeated for ever: #words"() {
        given:
        backfill("backfill 't', $words, batchSize: 4")
        database.execute("UPDATE t SET name = 'x' WHERE id <> 7")

        expect:
        def said = failure()
        said.contains(sentence)
        said.contains('Write where: so that it is false for every row that was set')
        numbers() == numbered
        versionRows() == []

        when: 'the condition is mended'
        project.revision('a', [], "upgrade { backfill 't', set: 'n = 5', where: 'n < 5 OR n IS NULL', batchSize: 4 }\nirreversible 'no'")
        retort().upgrade('head')

        then:
        numbers() == [5] * 10

        where:
        words                                                     || sentence                                                                                     | numbered
        "set: 'n = n + 1', where: 'id > 0'"                       || '4 rows of "t" still match where: after they were set, first the one with the key 1.'        | [1] * 10
        "set: 'n = length(name)', where: 'n = 0 OR n IS NULL'"    || '1 row of "t" still match where: after they were set, first the one with the key 7.'       | [1, 1, 1, 1, 1, 1, null, 1, 1, 1]
    }

    def "what cannot be done is said before anything is changed: #words"() {
        given:
        table(3)
        database.execute('CREATE TABLE keyless (a integer)', 'CREATE TABLE loose (a integer UNIQUE, b integer)',
                'CREATE TABLE other (a integer NOT NULL UNIQUE, b integer)')
        project.revision('a', [], "upgrade { execute 'UPDATE t SET n = 9'\n$words }\nirreversible 'no'")

        expect:
        def said = failure()
        said.contains(sentence)
        numbers() == [0, 0, 0]

        where:
        words                                                               || sentence
        "backfill 'tt', set: 'n = 1'"                                       || 'There is no table "tt".'
        "backfill 't', set: [m: 1]"                                         || 'The table "t" has no column "m".'
        "backfill 't', set: 'm = 1'"                                        || 'm'
        "backfill 't', set: 'n = 1', where: 'm = 1'"                        || 'm'
        "backfill 't', set: 'n = n +'"                                      || 'UPDATE t SET n = n +'
        "backfill 't', set: 'n = 1; DELETE FROM t'"                         || 'holds a statement of its own'
        "backfill 't', set: 'n = 1', where: 'true; DELETE FROM t'"          || ';'
        "backfill 't', set: 'n = :one'"                                     || 'The SQL names :one, which was given no value.'
        "backfill 't', set: 'n = :one', parameters: [two: 2]"               || 'The SQL names :one, which was given no value.'
        "backfill 't', set: 'id = id + 10'"                                 || 'The backfill of "t" sets "id", by which its rows are gone through'
        "backfill 't', set: [id: 1]"                                        || 'The backfill of "t" sets "id", by which its rows are gone through'
        "backfill 't', set: '(n, id) = (1, 2)'"                             || 'The backfill of "t" sets "id", by which its rows are gone through'
        "backfill 'keyless', set: 'a = 1'"                                  || 'The table "keyless" has no primary key to go through its rows by.'
        "backfill 'other', set: 'b = 1'"                                    || "Name a unique key. It has key: 'a'."
        "backfill 'other', set: 'a = 1', key: 'b'"                          || 'The columns "b" of "other" are no key'
        "backfill 'loose', set: 'b = 1', key: 'a'"                          || 'The columns "a" of "loose" are no key'
        "backfill 't', set: 'n = 1', key: 'idd'"                            || 'The table "t" has no column "idd".'
        "backfill 't', set: 'n = 1', batchSize: 0"                          || 'Option "batchSize" of backfill is 0; it can be from 1'
        "backfill 't', set: 'n = 1', pause: -1"                             || 'Option "pause" of backfill is -1; it can be from 0'
        "backfill 't', set: ''"                                             || 'does not say what to set'
        "backfill 't', set: [:]"                                            || 'does not say what to set'
        "backfill 't', set: 'n = 1', where: ' '"                            || 'The condition of where: in the backfill of "t" is empty.'
        "backfill 't', set: 'n = 1', batchsize: 5"                          || 'batchsize'
        "backfill 't', where: 'n = 1'"                                      || 'set'
    }

    def "how many there are is told before the first batch, those of an interrupted run included"() {
        given:
        backfill("backfill 't', set: 'n = 1', where: 'n IS NULL', batchSize: 3")
        database.execute('UPDATE t SET n = NULL WHERE id > 2')

        when:
        stopAfter(3)
        retort().upgrade('head')

        then:
        told*.rows() == [3, 6, 8, 8]
        told*.estimate() == [8] * 4
        told*.rowsBefore() == [3] * 4
    }

    def "a run that breaks at any moment is gone on with by the next"() {
        given:
        def script = """
            upgrade {
                addColumn 't', 'extra', integer
                backfill 't', set: 'n = n + 1', batchSize: 3
                execute 'UPDATE t SET extra = 1'
                autocommit { backfill 't', set: 'extra = extra + 1', where: 'extra = 1', batchSize: 4 }
            }
            irreversible 'no'"""
        project.revision('a', [], script)
        def retort = project.on(database).dataSource(connections).build()
        def state = { database.rows('SELECT id, n, extra FROM t ORDER BY id') }
        table(10)
        connections.mend()
        retort.upgrade('head')
        int calls = connections.calls

        expect:
        calls > 25
        (1..calls).findAll { ResumeSpec.EVERY_CALL || it % 6 == 0 }.each { int n ->
            reset()
            table(10)
            connections.failAt(n, n % 2 == 0)
            try {
                retort.upgrade('head')
            } catch (RetortException ignored) {
            }
            connections.mend()
            retort.upgrade('head')
            assert state() == (1..10).collect { [it, 1, 2] } : "call $n"
            assert countIn('retort_progress') == 0
        }
    }

    def "a killed process is gone on with at the last batch that was committed"() {
        given:
        backfill("backfill 't', set: 'n = n + 1', batchSize: 10, pause: 40", 1000)

        when:
        def process = UpgradeProgram.start([], database, project.home)
        new PollingConditions(timeout: 60).eventually {
            assert database.rows('SELECT sum(n) FROM t')[0][0] >= 50
        }
        process.destroyForcibly().waitFor()
        int done = database.rows('SELECT sum(n) FROM t')[0][0] as int

        then:
        done < 1000
        done % 10 == 0

        when:
        // Without the pause, which may be changed as the size may.
        project.revision('a', [], "upgrade { backfill 't', set: 'n = n + 1', batchSize: 100 }\nirreversible 'no'")
        retort().upgrade('head')

        then:
        told.first().rows() == done
        told.first().rowsBefore() == done
        numbers() == [1] * 1000
    }

    def "a pass over all rows that was interrupted must not become another one"() {
        given:
        backfill("backfill 't', set: 'n = n + 1', batchSize: 3")
        stopAfter(6)

        expect:
        numbers() == [1] * 6 + [0] * 4

        when:
        project.revision('a', [], "upgrade { $words }\nirreversible 'no'")
        def said = failure()

        then:
        said.contains('The script no longer does what was done before the interruption')
        numbers() == [1] * 6 + [0] * 4

        where:
        words << ["backfill 't', set: 'n = n + 2', batchSize: 3", "execute 'UPDATE t SET n = 5'", "query 'SELECT 1'", '']
    }

    /** Stops a run when so many rows are set. */
    void stopAfter(int rows) {
        def cancellation = new Cancellation()
        def retort = project.on(database).cancellation(cancellation)
                .backfills { if (it.rows() == rows) { cancellation.request() } }.build()
        try {
            retort.upgrade('head')
            assert false
        } catch (RetortException e) {
            // The script or the batch, whichever hears of it first.
            assert e.message.contains('The run was stopped.') || e.message.contains('The script was interrupted.')
            assert e.problems()[0].hint().contains('The next run of the same command goes on there.')
        }
    }

    def "rows are compared as foreign keys and checks ask"() {
        given:
        database.execute('CREATE TABLE p (id integer PRIMARY KEY)', 'INSERT INTO p VALUES (1), (2)',
                'CREATE TABLE t (id integer PRIMARY KEY, n integer REFERENCES p (id))',
                'INSERT INTO t VALUES (1, 1), (2, 1), (3, 1)')
        project.revision('a', [], "upgrade { backfill 't', set: 'n = id', batchSize: 1 }\nirreversible 'no'")

        expect:
        failure().toLowerCase().contains('foreign key')
        numbers() == [1, 2, 1]
        countIn('retort_version') == 0

        when:
        database.execute('INSERT INTO p VALUES (3)')
        retort().upgrade('head')

        then:
        numbers() == [1, 2, 3]
    }

    def "in a change, the way back sets what down: says"() {
        given:
        table(5)
        project.revision('a', [], """
            change {
                addColumn 't', 'm', integer
                backfill 't', set: 'm = id', where: 'm IS NULL', down: ''
                backfill 't', set: 'n = n + 1', down: 'n = n - 1', batchSize: 2
            }""")

        when:
        retort().upgrade('head')

        then:
        numbers() == [1] * 5
        database.rows('SELECT m FROM t ORDER BY id') == [[1], [2], [3], [4], [5]]

        when:
        retort().downgrade('base')

        then:
        numbers() == [0] * 5
    }

    def "a script of SQL has it in one statement"() {
        given:
        table(3)
        project.revision('a', [], "upgrade { backfill 't', set: 'n = :n', where: 'n = 0', parameters: [n: 7], batchSize: 2 }\nirreversible 'no'")
        def sql = new StringBuilder()

        when:
        retort().upgradeSql('head', sql)

        then:
        sql.contains('-- The backfill of t, at once: a script of SQL commits no batches.\n\nUPDATE t SET n = 7 WHERE (n = 0);\n')
    }
}
