package dev.retort.internal.dialect.postgres;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The questions of the introspection, one for all tables each, for any server from version 12 on. */
final class CatalogQueries {

    private static final Pattern CHOICE = Pattern.compile("/\\* (\\d+) \\*/ (.*?) /\\* else (.*?) \\*/");

    /** The current schema, and what belongs to extensions: that is theirs to make. */
    private static final String COMMON = """
            WITH here AS (SELECT oid FROM pg_namespace WHERE nspname = current_schema()),
                 member AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e'),
                 tables AS (
                   SELECT c.* FROM pg_class c
                   WHERE c.relnamespace IN (SELECT oid FROM here) AND c.relkind IN ('r', 'p')
                     AND ('pg_class'::regclass::oid, c.oid) NOT IN (SELECT classid, objid FROM member))
            """;

    static final String TABLES = COMMON + """
                    SELECT c.oid, c.relname::text AS name, c.relpersistence = 'u' AS unlogged,
                           obj_description(c.oid, 'pg_class') AS comment,
                           CASE c.relkind WHEN 'p' THEN pg_get_partkeydef(c.oid) END AS partition_by,
                           pg_get_expr(c.relpartbound, c.oid) AS partition_bound,
                           ARRAY(SELECT CASE WHEN pg_table_is_visible(p.oid) THEN '' ELSE n.nspname::text END
                                 FROM pg_inherits h JOIN pg_class p ON p.oid = h.inhparent
                                 JOIN pg_namespace n ON n.oid = p.relnamespace
                                 WHERE h.inhrelid = c.oid ORDER BY h.inhseqno) AS parent_schemas,
                           ARRAY(SELECT p.relname::text FROM pg_inherits h JOIN pg_class p ON p.oid = h.inhparent
                                 WHERE h.inhrelid = c.oid ORDER BY h.inhseqno) AS parents,
                           coalesce(c.reloptions, '{}') AS parameters,
                           (SELECT spcname::text FROM pg_tablespace WHERE oid = c.reltablespace) AS tablespace
                    FROM tables c ORDER BY c.relname
                    """;

    private static final String COLUMNS = COMMON + """
                    SELECT a.attrelid AS "table", a.attname::text AS name, a.attnotnull AS not_null,
                           format_type(a.atttypid, a.atttypmod) AS type,
                           pg_get_expr(d.adbin, d.adrelid) AS expression,
                           a.attidentity::text AS identity, a.attgenerated::text AS generated,
                           col_description(a.attrelid, a.attnum) AS comment,
                           CASE WHEN a.attcollation <> t.typcollation
                                THEN (SELECT collname::text FROM pg_collation WHERE oid = a.attcollation)
                           END AS collation,
                           e.typname::text AS enum_name,
                           CASE WHEN NOT pg_type_is_visible(e.oid)
                                THEN (SELECT nspname::text FROM pg_namespace WHERE oid = e.typnamespace)
                           END AS enum_schema,
                           ARRAY(SELECT enumlabel::text FROM pg_enum WHERE enumtypid = e.oid ORDER BY enumsortorder)
                             AS enum_values,
                           nullif(s.seqincrement, 1) AS increment, s.seqcycle AS cycle, nullif(s.seqcache, 1) AS cache,
                           CASE WHEN s.seqstart <> CASE WHEN s.seqincrement > 0 THEN s.seqmin ELSE s.seqmax END
                                THEN s.seqstart END AS start,
                           CASE WHEN s.seqmin <> CASE WHEN s.seqincrement > 0 THEN 1 ELSE w.lowest END
                                THEN s.seqmin END AS lowest,
                           CASE WHEN s.seqmax <> CASE WHEN s.seqincrement > 0 THEN w.highest ELSE -1 END
                                THEN s.seqmax END AS highest,
                           nullif(a.attstorage, t.typstorage)::text AS storage,
                           /* 14 */ nullif(a.attcompression, '')::text /* else NULL::text */ AS compression,
                           pg_get_expr(d.adbin, d.adrelid) = format('nextval(%L::regclass)', s.seqrelid::regclass)
                             AS own_sequence
                    FROM tables c
                    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                    JOIN pg_type t ON t.oid = a.atttypid
                    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                    LEFT JOIN pg_type e ON e.oid IN (t.oid, t.typelem) AND e.typtype = 'e'
                    LEFT JOIN LATERAL (
                      SELECT q.* FROM pg_depend p JOIN pg_sequence q ON q.seqrelid = p.objid
                      WHERE p.classid = 'pg_class'::regclass AND p.refclassid = 'pg_class'::regclass
                        AND p.refobjid = a.attrelid AND p.refobjsubid = a.attnum AND p.deptype IN ('a', 'i')
                      ORDER BY p.objid LIMIT 1) s ON true
                    LEFT JOIN (VALUES ('int2'::regtype, -32768, 32767), ('int4'::regtype, -2147483648, 2147483647),
                                      ('int8'::regtype, -9223372036854775808, 9223372036854775807))
                      w(type, lowest, highest) ON w.type = s.seqtypid
                    ORDER BY a.attrelid, a.attnum
                    """;

    private static final String CONSTRAINTS = COMMON + """
                    SELECT k.conrelid AS "table", k.conname::text AS name, k.contype::text AS kind,
                           ARRAY(SELECT a.attname::text
                                 FROM unnest(k.conkey) WITH ORDINALITY u(number, place)
                                 JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number
                                 ORDER BY u.place) AS columns,
                           f.relname::text AS other_table,
                           CASE WHEN NOT pg_table_is_visible(f.oid)
                                THEN (SELECT nspname::text FROM pg_namespace WHERE oid = f.relnamespace)
                           END AS other_schema,
                           ARRAY(SELECT a.attname::text
                                 FROM unnest(k.confkey) WITH ORDINALITY u(number, place)
                                 JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.number
                                 ORDER BY u.place) AS other_columns,
                           k.confdeltype::text AS on_delete, k.confupdtype::text AS on_update,
                           k.confmatchtype::text AS match,
                           k.condeferrable AS deferrable, k.condeferred AS deferred, k.convalidated AS validated,
                           k.connoinherit AS no_inherit, /* 18 */ k.conenforced /* else true */ AS enforced,
                           ARRAY(SELECT a.attname::text
                                 FROM unnest(i.indkey) WITH ORDINALITY u(number, place)
                                 JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.number
                                 WHERE u.place > i.indnkeyatts
                                 ORDER BY u.place) AS include,
                           coalesce(x.reloptions, '{}') AS parameters,
                           (SELECT spcname::text FROM pg_tablespace WHERE oid = x.reltablespace) AS tablespace,
                           pg_get_expr(k.conbin, k.conrelid) AS condition,
                           pg_get_constraintdef(k.oid) AS definition,
                           pg_get_expr(i.indpred, i.indrelid) AS predicate,
                           /* 15 */ i.indnullsnotdistinct /* else false */ AS nulls_not_distinct,
                           ARRAY(SELECT a.attname::text
                                 FROM unnest(/* 15 */ k.confdelsetcols /* else '{}'::int2[] */) u(number)
                                 JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number
                                 ORDER BY u.number) AS set_columns
                    FROM tables c
                    JOIN pg_constraint k ON k.conrelid = c.oid
                    LEFT JOIN pg_class f ON f.oid = k.confrelid
                    LEFT JOIN pg_index i ON i.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x')
                    LEFT JOIN pg_class x ON x.oid = i.indexrelid
                    WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND k.conparentid = 0 AND k.conislocal
                    ORDER BY k.conrelid, strpos('pufcx', k.contype::text), k.conname
                    """;

    private static final String INDEXES = COMMON + """
                    SELECT i.indrelid AS "table", x.relname::text AS name, i.indisunique AS "unique",
                           pg_get_indexdef(i.indexrelid) AS definition,
                           pg_get_expr(i.indpred, i.indrelid) AS predicate,
                           ARRAY(SELECT a.attname::text
                                 FROM unnest(i.indkey) WITH ORDINALITY u(number, place)
                                 JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.number
                                 WHERE u.place > i.indnkeyatts
                                 ORDER BY u.place) AS include,
                           /* 15 */ i.indnullsnotdistinct /* else false */ AS nulls_not_distinct,
                           coalesce(x.reloptions, '{}') AS parameters,
                           (SELECT spcname::text FROM pg_tablespace WHERE oid = x.reltablespace) AS tablespace
                    FROM tables c
                    JOIN pg_index i ON i.indrelid = c.oid
                    JOIN pg_class x ON x.oid = i.indexrelid AND NOT x.relispartition
                    WHERE NOT EXISTS (SELECT FROM pg_constraint k
                                      WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
                    ORDER BY i.indrelid, x.relname
                    """;

    private CatalogQueries() {}

    static String columns(int serverVersion) {
        return forVersion(COLUMNS, serverVersion);
    }

    static String constraints(int serverVersion) {
        return forVersion(CONSTRAINTS, serverVersion);
    }

    static String indexes(int serverVersion) {
        return forVersion(INDEXES, serverVersion);
    }

    static String objects(int serverVersion) {
        return COMMON + forVersion(ObjectQueries.ALL, serverVersion);
    }

    /** Where a text says what to ask from a version on and what else, takes the one that the server knows. */
    private static String forVersion(String sql, int serverVersion) {
        return CHOICE.matcher(sql)
                .replaceAll(choice -> Matcher.quoteReplacement(
                        serverVersion >= Integer.parseInt(choice.group(1)) ? choice.group(2) : choice.group(3)));
    }
}
