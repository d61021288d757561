SELECT k.conrelid AS "table", k.conname::text AS name, k.contype::text AS kind,
       ARRAY(SELECT a.attname::text
             FROM unnest(k.conkey) WITH ORDINALITY u(number, place)
             JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number
             ORDER BY u.place) AS columns,
       f.relname::text AS other_table, nullif(n.nspname::text, {home}) AS other_schema,
       CASE WHEN k.contype = 'f' THEN
         ARRAY(SELECT a.attname::text
               FROM unnest(k.confkey) WITH ORDINALITY u(number, place)
               JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.number
               ORDER BY u.place) END AS other_columns,
       k.confdeltype::text AS on_delete, k.confupdtype::text AS on_update, k.confmatchtype::text AS match,
       k.condeferrable AS deferrable, k.condeferred AS deferred, k.convalidated AS validated,
       k.connoinherit AS no_inherit, /* 18 */ k.conenforced /* else true */ AS enforced,
       CASE WHEN i.indnatts > i.indnkeyatts THEN
         ARRAY(SELECT a.attname::text
               FROM unnest(i.indkey) WITH ORDINALITY u(number, place)
               JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.number
               WHERE u.place > i.indnkeyatts
               ORDER BY u.place) END AS include,
       coalesce(x.reloptions, '{}') AS parameters, s.spcname::text AS tablespace,
       pg_get_expr(k.conbin, k.conrelid) AS condition,
       CASE k.contype WHEN 'x' THEN pg_get_constraintdef(k.oid) END AS definition,
       pg_get_expr(i.indpred, i.indrelid) AS predicate,
       /* 15 */ i.indnullsnotdistinct /* else false */ AS nulls_not_distinct,
       CASE WHEN k.contype = 'f' THEN
         ARRAY(SELECT a.attname::text
               FROM unnest(/* 15 */ k.confdelsetcols /* else '{}'::int2[] */) u(number)
               JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number
               ORDER BY u.number) END AS set_columns
FROM tables c
JOIN pg_constraint k ON k.conrelid = c.oid
LEFT JOIN pg_class f ON f.oid = k.confrelid
LEFT JOIN pg_namespace n ON n.oid = f.relnamespace
LEFT JOIN pg_index i ON i.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x')
LEFT JOIN pg_class x ON x.oid = i.indexrelid
LEFT JOIN pg_tablespace s ON s.oid = x.reltablespace
WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND k.conparentid = 0 AND k.conislocal
  AND /* 18 */ NOT k.conperiod /* else true */
