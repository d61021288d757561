package dev.retort

import dev.retort.internal.testing.TestDatabase
import java.sql.DriverManager
import java.time.Duration
import spock.util.concurrent.PollingConditions

@spock.lang.Tag('world')
class PostgresBackfillSpec extends BackfillSpec {

    TestDatabase newDatabase() {
        TestDatabase.postgresql()
    }

    void reset() {
        database.execute('DROP SCHEMA public CASCADE', 'CREATE SCHEMA public')
    }

    def "a trigger that keeps rows as they are is told"() {
        given:
        backfill("backfill 't', set: 'n = 1', where: 'n = 0', batchSize: 4")
        database.execute('CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NULL; END$$',
                'CREATE TRIGGER keep BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION keep()')

        expect:
        failure().contains('Rows of "t" match where:, but none of them can be set.')
    }

    def "an operator with a question mark needs no care, and a schema is named"() {
        given:
        database.execute('CREATE SCHEMA s', 'CREATE TABLE s.t (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), j jsonb, n integer)',
                "INSERT INTO s.t (j, n) SELECT '{\"a\": 1}', 0 FROM generate_series(1, 20)")
        project.revision('a', [], "upgrade { backfill 't', schema: 's', set: 'n = 1', where: \"j ? 'a' AND n = 0\", batchSize: 7 }\nirreversible 'no'")

        when:
        retort().upgrade('head')

        then:
        database.rows('SELECT DISTINCT n FROM s.t') == [[1]]
    }

    def "how many there are is known of a column that was just added, to a #kind table"() {
        given:
        database.execute("CREATE TABLE t (id integer PRIMARY KEY, filler char(1000)) $definition", *parts)
        database.execute("INSERT INTO t SELECT i, '' FROM generate_series(1, 20000) AS i")
        project.revision('a', [], """
            upgrade { addColumn 't', 'n', integer
                      backfill 't', set: 'n = 1', where: 'n IS NULL AND id > 10000', batchSize: 5000 }
            irreversible 'no'""")

        when:
        retort().upgrade('head')

        then: 'some pages of many are counted'
        told.first().rows() == 0
        (9_000..11_000).contains(told.first().estimate() as int)
        told.last().rows() == 10_000

        where:
        kind          | definition                   | parts
        'plain'       | ''                           | []
        'partitioned' | 'PARTITION BY RANGE (id)'    | ['CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (8000)',
                                                         'CREATE TABLE t2 PARTITION OF t DEFAULT']
    }

    def "each batch is found by the key alone, whatever the planner thinks of a new column"() {
        given: 'an index that would be gone through from its start for each batch, and no statistics'
        database.execute('CREATE TABLE t (id integer PRIMARY KEY, n integer) WITH (autovacuum_enabled = false)',
                'INSERT INTO t SELECT i FROM generate_series(1, 20000) AS i')
        project.revision('a', [], """
            upgrade { createIndex 'ix', 't', ['n']
                      backfill 't', set: 'n = id', where: 'n IS NULL', batchSize: 500 }
            irreversible 'no'""")

        when:
        retort().upgrade('head')

        then:
        database.rows('SELECT count(*) FROM t WHERE n = id') == [[20_000]]
        new PollingConditions(timeout: 10).eventually {
            def scans = database.rows("""
                SELECT coalesce(sum(seq_scan), 0), (SELECT idx_scan FROM pg_stat_user_indexes WHERE indexrelname = 'ix')
                FROM pg_stat_user_tables WHERE relname = 't'""")[0]
            assert database.rows("SELECT n_tup_upd FROM pg_stat_user_tables WHERE relname = 't'") == [[20_000]]
            // Those of the checks and of the count, once a run; there were 40 batches.
            assert scans[0] + scans[1] < 10
        }
    }

    def "of a #type key with gaps no batch is too large, and what is added behind it meanwhile is set too"() {
        given:
        database.execute("CREATE TABLE t (id $type PRIMARY KEY, n integer)",
                'INSERT INTO t SELECT i, 0 FROM generate_series(-20, 40) AS i',
                'INSERT INTO t SELECT i * 3, 0 FROM generate_series(100, 130) AS i',
                'INSERT INTO t SELECT i, 0 FROM generate_series(1000, 1060) AS i')
        project.revision('a', [], "upgrade { backfill 't', set: 'n = n + 1', batchSize: 10 }\nirreversible 'no'")
        def retort = project.on(database).backfills {
            told << it
            if (told.size() < 5) {
                database.execute("INSERT INTO t VALUES (${10_000 + told.size()}, 0)")
            }
        }.build()

        when:
        retort.upgrade('head')
        def batches = told*.rows().collate(2, 1, false).collect { it[1] - it[0] }

        then:
        database.rows('SELECT n, count(*) FROM t GROUP BY n') == [[1, 157]]
        batches.max() == 10

        where:
        type << ['smallint', 'integer', 'bigint']
    }

    def "a batch does not wait for the disk, and the end of the revision does"() {
        given:
        backfill("execute 'UPDATE t SET n = 5 WHERE id = 1'; backfill 't', set: 'n = n + 1', batchSize: 5")
        database.execute('CREATE TABLE waits (what text)',
                "DO \$\$BEGIN EXECUTE format('ALTER DATABASE %I SET synchronous_commit = on', current_database()); END\$\$",
                '''CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN
                INSERT INTO waits VALUES (TG_TABLE_NAME || ' ' || current_setting('synchronous_commit')); RETURN NEW; END$$''',
                'CREATE TRIGGER note AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION note()',
                'CREATE TABLE retort_version (version_num varchar(32) NOT NULL, CONSTRAINT retort_version_pkc PRIMARY KEY (version_num))',
                'CREATE TRIGGER note AFTER INSERT ON retort_version FOR EACH ROW EXECUTE FUNCTION note()')

        when:
        retort().upgrade('head')

        then:
        database.rows('SELECT what, count(*) FROM waits GROUP BY what ORDER BY what') ==
                [['retort_version on', 1], ['t off', 10], ['t on', 1]]
    }

    def "what the application has set for its connection is set again when a backfill #end"() {
        given:
        backfill("backfill 't', set: 'n = 1', where: 'n = 0', batchSize: 5")
        if (end == 'fails') {
            database.execute('ALTER TABLE t ADD CHECK (id < 8 OR n = 0)')
        }
        def connection = DriverManager.getConnection(database.jdbcUrl)
        connection.createStatement().execute("SET lock_timeout = '61s'; SET synchronous_commit = local")

        when:
        def said = ''
        try {
            Retort.configure().connection(connection).home(project.home).statementTimeout(Duration.ofSeconds(30)).build().upgrade('head')
        } catch (RetortException e) {
            said = e.message
        }

        then:
        said.contains('t_check') == (end == 'fails')
        connection.createStatement().executeQuery("""
            SELECT string_agg(name || ' ' || setting || ' ' || source, ', ' ORDER BY name) FROM pg_settings
            WHERE name IN ('lock_timeout', 'statement_timeout', 'synchronous_commit')""").with { next(); getString(1) } ==
                'lock_timeout 61000 session, statement_timeout 0 default, synchronous_commit local session'

        cleanup:
        connection.close()

        where:
        end << ['is done', 'fails']
    }

    def "an interrupted backfill makes the batches of one that was not"() {
        given:
        def statements = { database.rows("SELECT statements FROM retort_history WHERE outcome = 'done'") }
        def prepare = {
            table(6)
            database.execute('UPDATE t SET n = 5 WHERE id = 3')
        }
        project.revision('a', [], "upgrade { backfill 't', set: 'n = 1', where: 'n = 0', batchSize: 1 }\nirreversible 'no'")
        prepare()
        retort().upgrade('head')
        def undisturbed = statements()

        when:
        reset()
        prepare()
        stopAfter(2)
        retort().upgrade('head')

        then: 'the one of key 3, where nothing was to be set, is one of them'
        undisturbed == [[6]]
        statements() == undisturbed
        numbers() == [1, 1, 5, 1, 1, 1]
    }
}
