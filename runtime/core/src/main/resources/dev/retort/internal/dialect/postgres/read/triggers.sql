SELECT c.schema, c.relname::text AS "table", g.tgname::text AS name, g.tgtype::int4 AS type, g.tgenabled::text AS enabled,
       ARRAY(SELECT a.attname::text
             FROM unnest(g.tgattr) WITH ORDINALITY u(number, place)
             JOIN pg_attribute a ON a.attrelid = g.tgrelid AND a.attnum = u.number
             ORDER BY u.place) AS columns,
       nullif(n.nspname::text, {home}) AS function_schema, p.proname::text AS function,
       g.tgconstraint <> 0 AS of_constraint, g.tgdeferrable AS deferrable, g.tginitdeferred AS deferred,
       g.tgoldtable::text AS old_table, g.tgnewtable::text AS new_table, pg_get_triggerdef(g.oid) AS definition
FROM relations c
JOIN pg_trigger g ON g.tgrelid = c.oid
JOIN pg_proc p ON p.oid = g.tgfoid
JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE c.relkind IN ('r', 'p', 'v') AND NOT g.tgisinternal AND g.tgparentid = 0 AND g.tgconstrrelid = 0
  AND ('pg_trigger'::regclass::oid, g.oid) NOT IN (SELECT classid, objid FROM member)
