package dev.retort.internal.testing

import groovy.transform.CompileStatic
import java.time.LocalDate
import java.time.ZoneOffset

/** All that a database holds, as text, to be compared with another one: catalog, rows, version and history. */
@CompileStatic
final class DatabaseImage {

    /** What only a run can write into the history: its times, and what the database said. */
    private static final String OF_A_RUN = "started_at|duration_ms|statements|notices"

    private static final List<String> POSTGRESQL_CATALOG = [
            '''SELECT c.relkind, c.oid::regclass, c.reloptions, c.relpersistence, obj_description(c.oid, 'pg_class') FROM pg_class c
               WHERE c.relnamespace = 'public'::regnamespace AND c.relkind <> 'i' ''',
            '''SELECT a.attrelid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated, a.attcollation::regcollation,
                      pg_get_expr(d.adbin, d.adrelid), col_description(a.attrelid, a.attnum), rank() OVER (PARTITION BY a.attrelid ORDER BY a.attnum)
               FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
               WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped''',
            "SELECT conrelid::regclass, conname, pg_get_constraintdef(oid), convalidated FROM pg_constraint WHERE connamespace = 'public'::regnamespace",
            "SELECT indexrelid::regclass, pg_get_indexdef(indexrelid), indisvalid FROM pg_index JOIN pg_class c ON c.oid = indexrelid WHERE c.relnamespace = 'public'::regnamespace",
            "SELECT oid::regclass, pg_get_viewdef(oid) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')",
            "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
            "SELECT pg_get_functiondef(p.oid) FROM pg_proc p WHERE pronamespace = 'public'::regnamespace AND prokind IN ('f', 'p')",
            'SELECT enumtypid::regtype, enumlabel, enumsortorder FROM pg_enum',
            "SELECT sequencename, start_value, increment_by, min_value, max_value, cycle, cache_size, last_value FROM pg_sequences WHERE sequencename NOT LIKE 'retort_%'",
            "SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg%'", 'SELECT extname, extversion, extnamespace::regnamespace FROM pg_extension']

    /** Notes that a run keeps for the case that it is interrupted; a script cannot go on where it stopped. */
    private static final String NOTES = 'retort_progress'

    private DatabaseImage() { }

    static List<String> of(TestDatabase database) {
        List<String> image = database.onOneConnection { database.dialect == 'sqlite' ? sqlite(database) : postgresql(database) }
        String today = LocalDate.now(ZoneOffset.UTC).toString()
        // What the clock has written is of today, and the scripts have nothing to do with today.
        image.findAll { !it.contains(NOTES) }.collect { it.replaceAll(/$today[ T]\d\d:\d\d:\d\d(\.\d+)?(\+\d\d(:?\d\d)?|Z)?/, 'now') }
    }

    private static List<String> sqlite(TestDatabase database) {
        // sqlite3 takes a line end of Windows for its own, and the text of a table is kept as it was written.
        List<String> image = database.rows('SELECT type, name, tbl_name, replace(sql, char(13) || char(10), char(10)) FROM sqlite_schema ORDER BY type, name')*.toString()
        List<String> tables = database.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").collect { it[0] as String }
        tables.each { table ->
            List<String> columns = database.rows("SELECT name FROM pragma_table_xinfo('${table.replace("'", "''")}')").collect { it[0] as String }
            String all = columns.findAll { !(table == 'retort_history' && it.matches(OF_A_RUN)) }
                    .collect { String name -> "typeof(\"$name\") || ' ' || quote(\"$name\")".toString() }.join(", ")
            image.addAll(database.rows("SELECT $all FROM \"$table\" ORDER BY ${table == 'retort_history' ? 'id' : all}".toString()).collect { "$table: $it".toString() })
        }
        image
    }

    private static List<String> postgresql(TestDatabase database) {
        List<String> image = []
        POSTGRESQL_CATALOG.each { String query ->
            image.addAll(database.rows("SELECT q::text FROM ($query) q ORDER BY 1".toString())*.toString())
        }
        List<String> tables = database.rows("SELECT oid::regclass::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'm') ORDER BY 1")
                .collect { it[0] as String }
        tables.each { table ->
            String row = table == 'retort_history' ? "(to_jsonb(t) - '{${OF_A_RUN.replace('|', ',')}}'::text[])::text" : 't::text'
            image.addAll(database.rows("SELECT $row FROM $table t ORDER BY 1".toString()).collect { "$table: $it".toString() })
        }
        image
    }
}
