package dev.retort.internal.dialect.postgres;

import dev.retort.TableLock;
import dev.retort.TableRewrite;
import dev.retort.internal.dialect.Effects;
import dev.retort.internal.script.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Looks, from within a transaction, at what its statements do to the tables that others can see. */
final class TableWatch {

    /** Tables, partitioned ones, materialized and plain views, foreign tables. */
    private static final String THERE = """
            SELECT c.oid::bigint AS oid, c.relfilenode::bigint AS file,
                   CASE WHEN pg_table_is_visible(c.oid) THEN quote_ident(c.relname)
                        ELSE format('%I.%I', n.nspname, c.relname) END AS name
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'm', 'v', 'f') AND c.relpersistence <> 't'
              AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
            """;

    /** A table that the transaction has dropped is in the locks still, and in the catalog no longer. */
    private static final String HELD = """
            SELECT l.relation::bigint AS oid, l.mode, c.relfilenode::bigint AS file
            FROM pg_locks l LEFT JOIN pg_class c ON c.oid = l.relation
            WHERE l.pid = pg_backend_pid() AND l.locktype = 'relation' AND l.granted
              AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """;

    /** The table's own file is empty after TRUNCATE, whatever is left of the files beside it. */
    private static final String SIZE =
            "SELECT CASE WHEN pg_relation_size(?) = 0 THEN 0 ELSE pg_table_size(?) END AS bytes";

    private record Table(String name, long file) {}

    private final Connection connection;
    private final Map<Long, Table> there;
    private final Map<Long, LockMode> held = new HashMap<>();
    private final Map<Long, Long> files = new HashMap<>();

    private TableWatch(Connection connection, Map<Long, Table> there) {
        this.connection = connection;
        this.there = there;
    }

    static TableWatch of(Connection connection) throws SQLException {
        Map<Long, Table> there = new HashMap<>();
        for (Row row : Rows.of(connection, THERE)) {
            there.put(number(row, "oid"), new Table(String.valueOf(row.string("name")), number(row, "file")));
        }
        return new TableWatch(connection, there);
    }

    /** What is new since the last call. */
    Effects effects() throws SQLException {
        Map<Long, LockMode> stronger = new HashMap<>();
        List<TableRewrite> rewritten = new ArrayList<>();
        for (Row row : Rows.of(connection, HELD)) {
            long oid = number(row, "oid");
            Table table = there.get(oid);
            if (table == null) {
                continue;
            }
            LockMode mode = LockMode.named(String.valueOf(row.string("mode")));
            LockMode before = held.get(oid);
            if (before == null || mode.compareTo(before) > 0) {
                held.put(oid, mode);
                stronger.put(oid, mode);
            }
            Long file = row.integer("file");
            Long fileBefore = files.put(oid, file == null ? table.file() : file);
            if (file != null && !file.equals(fileBefore == null ? Long.valueOf(table.file()) : fileBefore)) {
                rewritten.add(new TableRewrite(table.name(), size(oid)));
            }
        }
        return new Effects(locks(stronger), rewritten);
    }

    private List<TableLock> locks(Map<Long, LockMode> modes) {
        Comparator<Map.Entry<Long, LockMode>> strongest = Map.Entry.comparingByValue(Comparator.reverseOrder());
        return modes.entrySet().stream()
                .sorted(strongest.thenComparing(entry -> name(entry.getKey())))
                .map(entry -> new TableLock(
                        name(entry.getKey()),
                        entry.getValue().words(),
                        entry.getValue().keepsOut()))
                .toList();
    }

    private String name(long oid) {
        return Objects.requireNonNull(there.get(oid)).name();
    }

    private long size(long oid) throws SQLException {
        return number(Rows.of(connection, SIZE, oid, oid).get(0), "bytes");
    }

    private static long number(Row row, String column) {
        return Objects.requireNonNull(row.integer(column));
    }
}
