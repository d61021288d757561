SELECT t.typtype::text AS kind, h.schema, t.typname::text AS name, t.typrelid AS "table",
       coalesce(v.labels, '{}') AS labels,
       format_type(t.typbasetype, t.typtypmod) AS type,
       e.schema AS enum_schema, e.name AS enum_name, e.labels AS enum_values,
       t.typnotnull AS not_null, pg_get_expr(t.typdefaultbin, 0) AS expression,
       CASE WHEN t.typcollation <> b.typcollation THEN l.collname::text END AS collation,
       ARRAY(SELECT k.conname::text FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c' ORDER BY k.oid) AS checks,
       ARRAY(SELECT pg_get_expr(k.conbin, 0) FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c' ORDER BY k.oid)
         AS conditions,
       ARRAY(SELECT k.convalidated FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c' ORDER BY k.oid) AS validated
FROM pg_type t
JOIN here h ON h.oid = t.typnamespace
LEFT JOIN pg_class c ON c.oid = t.typrelid
LEFT JOIN enums v ON v.oid = t.oid
LEFT JOIN pg_type b ON b.oid = t.typbasetype
LEFT JOIN enums e ON e.oid = coalesce(nullif(b.typelem, 0), b.oid)
LEFT JOIN pg_collation l ON l.oid = t.typcollation
WHERE (t.typtype IN ('e', 'd') OR (t.typtype = 'c' AND c.relkind = 'c'))
  AND ('pg_type'::regclass::oid, t.oid) NOT IN (SELECT classid, objid FROM member)
