SELECT c.oid, c.schema, c.relname::text AS name, c.relpersistence = 'u' AS unlogged, d.description AS comment,
       CASE c.relkind WHEN 'p' THEN pg_get_partkeydef(c.oid) END AS partition_by,
       pg_get_expr(c.relpartbound, c.oid) AS partition_bound,
       coalesce(p.schemas, '{}') AS parent_schemas, coalesce(p.names, '{}') AS parents,
       coalesce(c.reloptions, '{}') AS parameters,
       coalesce(t.reloptions, '{}') AS toast_parameters,
       s.spcname::text AS tablespace,
       c.relrowsecurity AS row_security, c.relforcerowsecurity AS forced
FROM tables c
LEFT JOIN pg_class t ON t.oid = c.reltoastrelid
LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
LEFT JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
LEFT JOIN (
  SELECT h.inhrelid, array_agg(p.relname::text ORDER BY h.inhseqno) AS names,
         array_agg(coalesce(nullif(n.nspname::text, {home}), '') ORDER BY h.inhseqno) AS schemas
  FROM pg_inherits h JOIN pg_class p ON p.oid = h.inhparent JOIN pg_namespace n ON n.oid = p.relnamespace
  WHERE p.relkind IN ('r', 'p', 'f')
  GROUP BY h.inhrelid) p ON p.inhrelid = c.oid
