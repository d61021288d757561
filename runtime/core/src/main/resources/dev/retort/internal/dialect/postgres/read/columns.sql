, sequences AS (
    SELECT DISTINCT ON (p.refobjid, p.refobjsubid) p.refobjid, p.refobjsubid, q.*, w.lowest, w.highest,
           q.seqstart = 1 AND q.seqincrement = 1 AND q.seqmin = 1 AND q.seqmax = w.highest AND q.seqcache = 1
             AND NOT q.seqcycle AS is_plain
    FROM pg_depend p
    JOIN pg_sequence q ON q.seqrelid = p.objid
    JOIN (VALUES ('int2'::regtype, -32768, 32767), ('int4'::regtype, -2147483648, 2147483647),
                 ('int8'::regtype, -9223372036854775808, 9223372036854775807))
      w(type, lowest, highest) ON w.type = q.seqtypid
    WHERE p.classid = 'pg_class'::regclass AND p.refclassid = 'pg_class'::regclass AND p.deptype IN ('a', 'i')
    ORDER BY p.refobjid, p.refobjsubid, p.objid)
SELECT a.attrelid AS "table", a.attname::text AS name, a.attnotnull AS not_null,
       format_type(a.atttypid, a.atttypmod) AS type,
       pg_get_expr(f.adbin, f.adrelid) AS expression,
       a.attidentity::text AS identity, a.attgenerated::text AS generated,
       d.description AS comment,
       CASE WHEN a.attcollation <> t.typcollation THEN l.collname::text END AS collation,
       e.schema AS enum_schema, e.name AS enum_name, e.labels AS enum_values,
       nullif(s.seqincrement, 1) AS increment, s.seqcycle AS cycle, nullif(s.seqcache, 1) AS cache,
       CASE WHEN s.seqstart <> CASE WHEN s.seqincrement > 0 THEN s.seqmin ELSE s.seqmax END
            THEN s.seqstart END AS start,
       CASE WHEN s.seqmin <> CASE WHEN s.seqincrement > 0 THEN 1 ELSE s.lowest END THEN s.seqmin END AS lowest,
       CASE WHEN s.seqmax <> CASE WHEN s.seqincrement > 0 THEN s.highest ELSE -1 END THEN s.seqmax END AS highest,
       nullif(a.attstorage, t.typstorage)::text AS storage,
       /* 14 */ nullif(a.attcompression, '')::text /* else NULL::text */ AS compression,
       CASE WHEN s.is_plain AND a.attnotnull AND s.seqtypid = a.atttypid AND a.attidentity = ''
                 AND pg_get_expr(f.adbin, f.adrelid) = format('nextval(%L::regclass)', s.seqrelid::regclass)
            THEN s.seqrelid END AS serial
FROM relations c
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum
LEFT JOIN pg_collation l ON l.oid = a.attcollation
LEFT JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = a.attrelid AND d.objsubid = a.attnum
LEFT JOIN enums e ON e.oid = coalesce(nullif(t.typelem, 0), t.oid)
LEFT JOIN sequences s ON s.refobjid = a.attrelid AND s.refobjsubid = a.attnum
WHERE c.relkind IN ('r', 'p', 'c')
ORDER BY a.attrelid, a.attnum
