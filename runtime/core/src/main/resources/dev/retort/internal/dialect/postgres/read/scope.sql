WITH here AS MATERIALIZED (
       SELECT oid, nullif(nspname::text, {home}) AS schema FROM pg_namespace WHERE nspname = ANY ({schemas})),
     member AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e'),
     own AS (
       SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE (n.nspname::text, c.relname::text) IN ({own})),
     relations AS (
       SELECT c.*, h.schema FROM pg_class c JOIN here h ON h.oid = c.relnamespace
       WHERE c.oid NOT IN (SELECT oid FROM own)
         AND ('pg_class'::regclass::oid, c.oid) NOT IN (SELECT classid, objid FROM member)),
     tables AS (SELECT * FROM relations WHERE relkind IN ('r', 'p')),
     enums AS (
       SELECT t.oid, nullif(n.nspname::text, {home}) AS schema, t.typname::text AS name, v.labels
       FROM (SELECT enumtypid, array_agg(enumlabel::text ORDER BY enumsortorder) AS labels FROM pg_enum GROUP BY enumtypid) v
       JOIN pg_type t ON t.oid = v.enumtypid
       JOIN pg_namespace n ON n.oid = t.typnamespace)
