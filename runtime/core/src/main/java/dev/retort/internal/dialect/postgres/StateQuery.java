package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.DatabaseState;
import dev.retort.internal.script.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What {@code ALTER DATABASE} and {@code ALTER ROLE … IN DATABASE} have set, and which materialized views have rows. */
final class StateQuery {

    private static final String SETTINGS = """
            SELECT 'setting ' || split_part(setting, '=', 1) || ' of the database'
                    || CASE setrole WHEN 0 THEN '' ELSE ' for the role ' || pg_get_userbyid(setrole) END AS of,
                substr(setting, strpos(setting, '=') + 1) AS value
            FROM pg_db_role_setting CROSS JOIN unnest(setconfig) setting
            WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
            UNION ALL
            SELECT 'connection limit of the database', datconnlimit::text FROM pg_database
            WHERE datname = current_database() AND datconnlimit <> -1
            UNION ALL
            SELECT 'comment of the database', shobj_description(oid, 'pg_database') FROM pg_database
            WHERE datname = current_database() AND shobj_description(oid, 'pg_database') IS NOT NULL""";

    private static final String FILLED = """
            SELECT 'materialized view ' || format('%I.%I', n.nspname, c.relname) AS view
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'm' AND c.relispopulated""";

    private StateQuery() {}

    static DatabaseState of(Connection connection) throws SQLException {
        SortedMap<String, String> settings = new TreeMap<>();
        for (Row row : Rows.of(connection, SETTINGS)) {
            settings.put(Rows.text(row, "of"), Rows.text(row, "value"));
        }
        SortedSet<String> filled = new TreeSet<>();
        for (Row row : Rows.of(connection, FILLED)) {
            filled.add(Rows.text(row, "view"));
        }
        return new DatabaseState(settings, filled);
    }
}
