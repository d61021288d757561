SELECT c.oid, c.schema, c.relname::text AS name, c.relkind = 'm' AS materialized,
       pg_get_viewdef(c.oid, true) AS query, coalesce(c.reloptions, '{}') AS parameters
FROM relations c
WHERE c.relkind IN ('v', 'm')
