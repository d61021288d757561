package dev.retort.internal.dialect.postgres;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts what a dump holds in the place of what a database holds, in one transaction: whatever was made since the dump is
 * dropped too, which {@code pg_restore --clean} leaves. The database itself stays, with its owner and its settings, and so
 * do extensions.
 */
final class PgRestore {

    private static final String KEPT = "The database is as it was.";

    /**
     * A statement for all that a dump brings: schemas with all that is in them, and what is in {@code public}, which is no
     * dump's own; large objects, publications and event triggers are in no schema.
     */
    private static final String DROPS = """
            WITH own AS (
              SELECT oid, nspname FROM pg_namespace n
              WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
                AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_namespace'::regclass
                  AND d.objid = n.oid AND d.deptype = 'e')
                AND NOT EXISTS (SELECT FROM pg_extension e WHERE e.extnamespace = n.oid)),
            gone AS (SELECT * FROM own WHERE nspname <> 'public'),
            emptied AS (SELECT oid FROM pg_namespace n WHERE nspname = 'public' OR EXISTS (
              SELECT FROM pg_extension e WHERE e.extnamespace = n.oid AND nspname <> 'pg_catalog')),
            objects AS (
              SELECT 'pg_class'::regclass AS class, oid, relnamespace AS schema FROM pg_class
              WHERE relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
              UNION ALL SELECT 'pg_proc'::regclass, oid, pronamespace FROM pg_proc
              UNION ALL SELECT 'pg_operator'::regclass, oid, oprnamespace FROM pg_operator
              UNION ALL SELECT 'pg_collation'::regclass, oid, collnamespace FROM pg_collation
              UNION ALL SELECT 'pg_ts_config'::regclass, oid, cfgnamespace FROM pg_ts_config
              UNION ALL SELECT 'pg_ts_dict'::regclass, oid, dictnamespace FROM pg_ts_dict
              UNION ALL SELECT 'pg_type'::regclass, t.oid, typnamespace FROM pg_type t
              LEFT JOIN pg_class c ON c.oid = t.typrelid
              WHERE typtype IN ('e', 'd', 'r') OR (typtype = 'c' AND c.relkind = 'c'))
            SELECT 'DROP SCHEMA ' || quote_ident(nspname) || ' CASCADE' AS sql FROM gone
            UNION ALL
            SELECT format('DROP %s IF EXISTS %s CASCADE',
              CASE WHEN i.type IN ('table', 'foreign table', 'view', 'materialized view', 'sequence', 'function',
                'procedure', 'aggregate', 'operator', 'collation', 'text search configuration', 'text search dictionary')
                THEN upper(i.type) ELSE 'TYPE' END, i.identity)
            FROM objects o JOIN emptied s ON s.oid = o.schema
            CROSS JOIN LATERAL pg_identify_object(o.class, o.oid, 0) i
            WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = o.class AND d.objid = o.oid
              AND d.refobjid <> o.oid AND d.deptype IN ('e', 'i'))
            UNION ALL SELECT 'SELECT lo_unlink(' || oid || ')' FROM pg_largeobject_metadata
            UNION ALL SELECT 'DROP PUBLICATION ' || quote_ident(pubname) FROM pg_publication
            UNION ALL SELECT 'DROP EVENT TRIGGER ' || quote_ident(evtname) FROM pg_event_trigger t
              WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_event_trigger'::regclass AND d.objid = t.oid
                AND d.deptype = 'e')
            """;

    private final ClientProgram dump;

    /** @param dump the program that lies beside the others */
    PgRestore(ClientProgram dump) {
        this.dump = dump;
    }

    void restore(Connection connection, Path file, Runnable check) throws SQLException {
        Path drops = null;
        Path script = null;
        try {
            drops = Files.createTempFile("retort-drop", ".sql");
            script = Files.createTempFile("retort-restore", ".sql");
            Files.write(drops, drops(connection).stream().map(sql -> sql + ";").toList());
            dump.sibling("pg_restore").run(List.of("--file=" + script, file.toString()), KEPT, check);
            dump.sibling("psql")
                    .run(
                            List.of(
                                    "--no-psqlrc",
                                    "--quiet",
                                    "--no-password",
                                    "--set=ON_ERROR_STOP=1",
                                    "--single-transaction",
                                    "--file=" + drops,
                                    "--file=" + script),
                            KEPT,
                            check);
        } catch (IOException e) {
            throw new RetortException(
                    Kind.FAILED,
                    List.of(Problem.of("The backup cannot be unpacked: " + e.getMessage() + ".")
                            .withHint(KEPT)),
                    e);
        } finally {
            delete(drops);
            delete(script);
        }
    }

    /** For all that there is now, in an order in which each can be run. */
    static List<String> drops(Connection connection) throws SQLException {
        return Rows.of(connection, DROPS).stream()
                .map(row -> String.valueOf(row.get("sql")))
                .toList();
    }

    private static void delete(@Nullable Path file) {
        if (file != null) {
            file.toFile().delete();
        }
    }
}
