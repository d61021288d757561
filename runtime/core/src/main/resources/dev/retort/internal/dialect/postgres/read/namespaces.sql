SELECT 'schema' AS kind, n.nspname::text AS name, NULL::text AS schema, NULL::text AS version
FROM pg_namespace n
WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'public', {home})
  AND ('pg_namespace'::regclass::oid, n.oid) NOT IN (SELECT classid, objid FROM member)
UNION ALL
SELECT 'extension', x.extname::text, nullif(n.nspname::text, {home}), x.extversion
FROM pg_extension x JOIN pg_namespace n ON n.oid = x.extnamespace
WHERE x.extname <> 'plpgsql'
