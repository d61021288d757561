SELECT c.oid, c.schema, c.relname::text AS name, format_type(s.seqtypid, NULL) AS type,
       s.seqstart AS start, s.seqincrement AS increment, s.seqmin AS lowest, s.seqmax AS highest, s.seqcache AS cache,
       s.seqcycle AS cycle, nullif(n.nspname::text, {home}) AS owner_schema, o.relname::text AS owner,
       a.attname::text AS owner_column
FROM relations c
JOIN pg_sequence s ON s.seqrelid = c.oid
LEFT JOIN pg_depend p ON p.classid = 'pg_class'::regclass AND p.objid = c.oid AND p.objsubid = 0
  AND p.refclassid = 'pg_class'::regclass AND p.refobjsubid > 0 AND p.deptype IN ('a', 'i')
LEFT JOIN pg_class o ON o.oid = p.refobjid
LEFT JOIN pg_namespace n ON n.oid = o.relnamespace
LEFT JOIN pg_attribute a ON a.attrelid = o.oid AND a.attnum = p.refobjsubid
WHERE p.deptype IS DISTINCT FROM 'i' AND (o.oid IS NULL OR o.oid NOT IN (SELECT oid FROM own))
