, described AS (
    -- Objects with smaller numbers come with the server and have thousands of comments; 2200 is its schema "public".
    SELECT d.* FROM pg_description d
    WHERE (d.objoid >= 16384 OR d.objoid = 2200)
      AND (d.classoid, d.objoid) NOT IN (SELECT classid, objid FROM member))
SELECT CASE WHEN d.objsubid > 0 THEN 'COLUMN' WHEN c.relkind = 'S' THEN 'SEQUENCE' ELSE 'VIEW' END AS kind,
       c.schema, c.relname::text AS name, a.attname::text AS part, d.description
FROM relations c
JOIN described d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid
LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid AND d.objsubid > 0
WHERE c.relkind IN ('v', 'm', 'S') OR (c.relkind = 'c' AND d.objsubid > 0)
UNION ALL
SELECT 'INDEX', c.schema, x.relname::text, NULL, d.description
FROM relations c
JOIN pg_index i ON i.indrelid = c.oid
JOIN pg_class x ON x.oid = i.indexrelid
JOIN described d ON d.classoid = 'pg_class'::regclass AND d.objoid = x.oid
UNION ALL
SELECT 'CONSTRAINT', c.schema, c.relname::text, k.conname::text, d.description
FROM tables c
JOIN pg_constraint k ON k.conrelid = c.oid
JOIN described d ON d.classoid = 'pg_constraint'::regclass AND d.objoid = k.oid
UNION ALL
SELECT 'CONSTRAINT', h.schema, t.typname::text, k.conname::text, d.description
FROM here h
JOIN pg_type t ON t.typnamespace = h.oid
JOIN pg_constraint k ON k.contypid = t.oid
JOIN described d ON d.classoid = 'pg_constraint'::regclass AND d.objoid = k.oid
UNION ALL
SELECT CASE t.typtype WHEN 'e' THEN 'ENUM_TYPE' WHEN 'd' THEN 'DOMAIN' ELSE 'COMPOSITE_TYPE' END,
       h.schema, t.typname::text, NULL, d.description
FROM here h
JOIN pg_type t ON t.typnamespace = h.oid
LEFT JOIN pg_class c ON c.oid = t.typrelid
JOIN described d ON d.classoid = 'pg_type'::regclass AND d.objoid = t.oid
WHERE t.typtype IN ('e', 'd') OR c.relkind = 'c'
UNION ALL
SELECT 'ROUTINE', h.schema, p.proname::text, oidvectortypes(p.proargtypes), d.description
FROM here h
JOIN pg_proc p ON p.pronamespace = h.oid AND p.prokind IN ('f', 'p')
JOIN described d ON d.classoid = 'pg_proc'::regclass AND d.objoid = p.oid
UNION ALL
SELECT 'TRIGGER', c.schema, c.relname::text, g.tgname::text, d.description
FROM relations c
JOIN pg_trigger g ON g.tgrelid = c.oid
JOIN described d ON d.classoid = 'pg_trigger'::regclass AND d.objoid = g.oid
UNION ALL
SELECT 'POLICY', c.schema, c.relname::text, y.polname::text, d.description
FROM tables c
JOIN pg_policy y ON y.polrelid = c.oid
JOIN described d ON d.classoid = 'pg_policy'::regclass AND d.objoid = y.oid
UNION ALL
SELECT 'SCHEMA', NULL, n.nspname::text, NULL, d.description
FROM pg_namespace n
JOIN described d ON d.classoid = 'pg_namespace'::regclass AND d.objoid = n.oid
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND d.description <> 'standard public schema'
UNION ALL
SELECT 'EXTENSION', NULL, x.extname::text, NULL, d.description
FROM pg_extension x
JOIN pg_description d ON d.classoid = 'pg_extension'::regclass AND d.objoid = x.oid
WHERE x.extname <> 'plpgsql'
  AND d.description IS DISTINCT FROM (SELECT comment FROM pg_available_extensions v WHERE v.name = x.extname)
