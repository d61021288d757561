package dev.retort.internal.testing

import groovy.transform.CompileStatic
import java.sql.Connection
import java.sql.DriverManager
import java.sql.ResultSet
import java.sql.SQLException
import java.sql.Statement

/**
 * Databases of one server that specs have emptied again: a server takes many times longer to create one. What a spec left is
 * dropped, and then the database must look as a new one does, to its last object, grant and setting; else it is dropped itself.
 */
@CompileStatic
final class SpareDatabases {

    /** The catalog of a database that was emptied often is full of dead rows. */
    private static final int MOST_USES = 100

    private final PostgresServer server
    private final Deque<String> spare = new ArrayDeque<>()
    private final Map<String, Integer> uses = [:]
    /** What a new database looks like. */
    private List<String> asNew

    SpareDatabases(PostgresServer server) {
        this.server = server
    }

    synchronized String take() {
        String name = spare.poll()
        if (name == null) {
            name = PostgresServer.newName()
            server.execute("CREATE DATABASE $name")
            uses[name] = 0
        }
        String url = server.url(name)
        KeptSessions.of(url)
        if (asNew == null) {
            asNew = onConnection(url) { Statement statement -> look(statement) }
        }
        uses[name]++
        name
    }

    synchronized void giveBack(String name) {
        if (isEmptied(name)) {
            spare.push(name)
        } else {
            uses.remove(name)
            KeptSessions.end(server.url(name))
            server.execute("DROP DATABASE $name WITH (FORCE)")
        }
    }

    /** Of a server that goes on when the specs have ended. */
    synchronized void drop() {
        uses.keySet().each { String name ->
            KeptSessions.end(server.url(name))
            server.execute("DROP DATABASE $name WITH (FORCE)")
        }
        uses.clear()
        spare.clear()
    }

    private boolean isEmptied(String name) {
        if (uses[name] >= MOST_USES) {
            return false
        }
        String url = server.url(name)
        boolean types = true
        try {
            return onConnection(url) { Statement statement ->
                types = number(statement, TYPES) > 0
                empty(statement, url)
            }
        } catch (SQLException ignored) {
            return false
        } finally {
            if (types) {
                // The driver remembers by which number each session knows a type.
                KeptSessions.endIdle(url)
            }
        }
    }

    private boolean empty(Statement statement, String url) {
        if (number(statement, OTHER_SESSIONS) > KeptSessions.idle(url)) {
            return false
        }
        statement.execute("SET lock_timeout = '2s'")
        statement.execute("SET client_min_messages = 'error'")
        statement.execute(EMPTY)
        look(statement) == asNew
    }

    private static <T> T onConnection(String url, Closure<T> work) {
        DriverManager.getConnection(url).withCloseable { Connection connection ->
            connection.createStatement().withCloseable { Statement statement -> work.call(statement) }
        }
    }

    private static List<String> look(Statement statement) {
        List<String> seen = []
        statement.executeQuery(LOOK).withCloseable { ResultSet result ->
            while (result.next()) {
                seen << result.getString(1)
            }
        }
        seen
    }

    private static int number(Statement statement, String sql) {
        statement.executeQuery(sql).withCloseable { ResultSet result ->
            result.next()
            result.getInt(1)
        }
    }

    private static final String OTHER_SESSIONS = '''
            SELECT count(*) FROM pg_catalog.pg_stat_activity
            WHERE datname = pg_catalog.current_database() AND pid <> pg_catalog.pg_backend_pid() AND backend_type = 'client backend''''

    private static final String TYPES = '''
            SELECT count(*) FROM pg_catalog.pg_type t LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
            WHERE t.oid >= 16384 AND (t.typtype NOT IN ('b', 'c') OR c.relkind = 'c' OR t.typcategory NOT IN ('A', 'C'))'''

    private static final String EMPTY = '''
            DO $$
            DECLARE command text;
            BEGIN
              FOR command IN
                SELECT drops FROM (
                  SELECT 1 AS step, pg_catalog.format('DROP EXTENSION IF EXISTS %I CASCADE', extname) AS drops
                  FROM pg_catalog.pg_extension WHERE extname <> 'plpgsql'
                  UNION ALL
                  SELECT 1, pg_catalog.format('DROP SCHEMA IF EXISTS %I CASCADE', nspname) FROM pg_catalog.pg_namespace
                  WHERE oid >= 16384 AND nspname NOT LIKE 'pg\\_%'
                  UNION ALL
                  SELECT CASE relkind WHEN 'S' THEN 3 ELSE 2 END,
                         pg_catalog.format('DROP %s IF EXISTS public.%I CASCADE', CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW'
                           WHEN 'S' THEN 'SEQUENCE' WHEN 'f' THEN 'FOREIGN TABLE' WHEN 'c' THEN 'TYPE' ELSE 'TABLE' END, relname)
                  FROM pg_catalog.pg_class WHERE relnamespace = 'public'::pg_catalog.regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S', 'f', 'c')
                  UNION ALL
                  SELECT 5, pg_catalog.format('DROP ROUTINE IF EXISTS public.%I(%s) CASCADE', proname, pg_catalog.pg_get_function_identity_arguments(oid))
                  FROM pg_catalog.pg_proc WHERE pronamespace = 'public'::pg_catalog.regnamespace AND prokind <> 'a'
                  UNION ALL
                  SELECT 4, pg_catalog.format('DROP TYPE IF EXISTS public.%I CASCADE', typname) FROM pg_catalog.pg_type
                  WHERE typnamespace = 'public'::pg_catalog.regnamespace AND typtype IN ('e', 'd', 'r')) all_of_them
                ORDER BY step
              LOOP
                EXECUTE command;
              END LOOP;
            END $$'''

    /** Rows of the catalog that are not of the system, and what of the system's own can be changed. */
    private static final String LOOK = '''
            SELECT n::text FROM pg_catalog.pg_namespace n WHERE nspname NOT LIKE 'pg\\_t%'
            UNION ALL SELECT c.oid || ' ' || c.relname FROM pg_catalog.pg_class c WHERE oid >= 16384 AND c.relnamespace NOT IN (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname LIKE 'pg\\_t%')
            UNION ALL SELECT t.oid || ' ' || t.typname FROM pg_catalog.pg_type t WHERE oid >= 16384 AND t.typnamespace NOT IN (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname LIKE 'pg\\_t%')
            UNION ALL SELECT p.oid || ' ' || p.proname FROM pg_catalog.pg_proc p WHERE oid >= 16384
            UNION ALL SELECT c.relname || c.relacl::text FROM pg_catalog.pg_class c WHERE c.relacl IS NOT NULL
            UNION ALL SELECT p.proname || p.proacl::text FROM pg_catalog.pg_proc p WHERE p.proacl IS NOT NULL
            UNION ALL SELECT o::text FROM pg_catalog.pg_operator o WHERE oid >= 16384
            UNION ALL SELECT o::text FROM pg_catalog.pg_opclass o WHERE oid >= 16384
            UNION ALL SELECT o::text FROM pg_catalog.pg_opfamily o WHERE oid >= 16384
            UNION ALL SELECT o::text FROM pg_catalog.pg_collation o WHERE oid >= 16384
            UNION ALL SELECT o::text FROM pg_catalog.pg_conversion o WHERE oid >= 16384
            UNION ALL SELECT o::text FROM pg_catalog.pg_cast o WHERE oid >= 16384
            UNION ALL SELECT o::text FROM pg_catalog.pg_am o WHERE oid >= 16384
            UNION ALL SELECT o::text FROM pg_catalog.pg_ts_config o WHERE oid >= 16384
            UNION ALL SELECT o::text FROM pg_catalog.pg_ts_dict o WHERE oid >= 16384
            UNION ALL SELECT o::text FROM pg_catalog.pg_extension o
            UNION ALL SELECT o::text FROM pg_catalog.pg_language o
            UNION ALL SELECT o::text FROM pg_catalog.pg_event_trigger o
            UNION ALL SELECT o::text FROM pg_catalog.pg_publication o
            UNION ALL SELECT o::text FROM pg_catalog.pg_foreign_data_wrapper o
            UNION ALL SELECT o::text FROM pg_catalog.pg_foreign_server o
            UNION ALL SELECT o::text FROM pg_catalog.pg_default_acl o
            UNION ALL SELECT o::text FROM pg_catalog.pg_largeobject_metadata o
            UNION ALL SELECT o::text FROM pg_catalog.pg_seclabel o
            UNION ALL SELECT 'prepared ' || o.gid FROM pg_catalog.pg_prepared_xacts o WHERE o.database = pg_catalog.current_database()
            UNION ALL SELECT 'schema ' || o.description FROM pg_catalog.pg_description o WHERE o.classoid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
            UNION ALL SELECT s::text FROM pg_catalog.pg_db_role_setting s JOIN pg_catalog.pg_database d ON d.oid = s.setdatabase WHERE d.datname = pg_catalog.current_database()
            UNION ALL SELECT 'database ' || o.description FROM pg_catalog.pg_shdescription o JOIN pg_catalog.pg_database d ON d.oid = o.objoid WHERE d.datname = pg_catalog.current_database()
            UNION ALL SELECT pg_catalog.concat_ws(' ', d.datdba, d.encoding, d.datcollate, d.datctype, d.datistemplate, d.datallowconn, d.datconnlimit, d.datacl)
              FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()
            ORDER BY 1'''
}
