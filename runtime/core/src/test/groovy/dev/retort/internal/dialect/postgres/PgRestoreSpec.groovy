package dev.retort.internal.dialect.postgres

import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Specification

@spock.lang.Tag('database')
class PgRestoreSpec extends Specification {

    @AutoCleanup
    TestDatabase database = TestDatabase.postgresql()

    def "whatever a dump may bring is dropped, and the database and its extensions stay"() {
        given:
        def before = objects()
        database.execute(
                'CREATE SCHEMA "Odd one"', 'CREATE TABLE "Odd one".t (id int)',
                "CREATE TYPE mood AS ENUM ('ok')", 'CREATE DOMAIN amount AS numeric', 'CREATE TYPE pair AS (a int, b mood)',
                'CREATE TYPE span AS RANGE (subtype = int)',
                'CREATE TABLE "select" (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, s serial, m mood, a amount)',
                'CREATE TABLE parts (id int) PARTITION BY LIST (id)', 'CREATE TABLE part1 PARTITION OF parts FOR VALUES IN (1)',
                'CREATE VIEW v AS SELECT * FROM "select"', 'CREATE MATERIALIZED VIEW mv AS SELECT * FROM v', 'CREATE SEQUENCE loose',
                "CREATE FUNCTION f(a int, b mood) RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1'",
                'CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int)',
                'CREATE PUBLICATION pub FOR TABLE "select"',
                'SELECT lo_create(0)')

        when:
        database.open().withCloseable { connection ->
            connection.autoCommit = false
            PgRestore.drops(connection).each { sql -> connection.createStatement().withCloseable { it.execute(sql) } }
            connection.commit()
        }

        then:
        objects() == before
        database.rows("SELECT extname FROM pg_extension") == [['plpgsql']]
    }

    private List<List<Object>> objects() {
        database.rows("""
            SELECT 'relation', c.oid::regclass::text FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind <> 'i'
            UNION ALL SELECT 'schema', nspname FROM pg_namespace WHERE nspname !~ '^pg_(toast|temp)'
            UNION ALL SELECT 'type', typname FROM pg_type WHERE typnamespace = 'public'::regnamespace
            UNION ALL SELECT 'routine', oid::regprocedure::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace
            UNION ALL SELECT 'publication', pubname FROM pg_publication
            UNION ALL SELECT 'large object', oid::text FROM pg_largeobject_metadata
            ORDER BY 1, 2""")
    }
}
