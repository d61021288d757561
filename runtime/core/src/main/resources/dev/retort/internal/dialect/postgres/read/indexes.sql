SELECT i.indrelid AS "table", x.relname::text AS name, i.indisunique AS "unique", m.amname::text AS method,
       k.names, k.directions, k.include,
       CASE WHEN NOT k.plain THEN pg_get_indexdef(i.indexrelid) END AS definition,
       pg_get_expr(i.indpred, i.indrelid) AS predicate,
       /* 15 */ i.indnullsnotdistinct /* else false */ AS nulls_not_distinct,
       coalesce(x.reloptions, '{}') AS parameters, s.spcname::text AS tablespace
FROM relations c
JOIN pg_index i ON i.indrelid = c.oid
JOIN pg_class x ON x.oid = i.indexrelid AND NOT x.relispartition
JOIN pg_am m ON m.oid = x.relam
CROSS JOIN LATERAL (
    SELECT array_agg(a.attname::text ORDER BY u.place) FILTER (WHERE u.place <= i.indnkeyatts) AS names,
           array_agg(u.direction::int4 ORDER BY u.place) FILTER (WHERE u.place <= i.indnkeyatts) AS directions,
           array_agg(a.attname::text ORDER BY u.place) FILTER (WHERE u.place > i.indnkeyatts) AS include,
           i.indexprs IS NULL AND coalesce(bool_and(u.locale = a.attcollation AND o.opcdefault
             AND o.opcintype = CASE a.atttypid WHEN 'varchar'::regtype THEN 'text'::regtype::oid ELSE a.atttypid END)
             FILTER (WHERE u.place <= i.indnkeyatts), true) AS plain
    FROM unnest(i.indkey, i.indclass, i.indcollation, i.indoption) WITH ORDINALITY
      u(number, class, locale, direction, place)
    LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.number AND u.number <> 0
    LEFT JOIN pg_opclass o ON o.oid = u.class) k
LEFT JOIN pg_tablespace s ON s.oid = x.reltablespace
LEFT JOIN pg_constraint n ON n.conindid = i.indexrelid AND n.contype IN ('p', 'u', 'x')
WHERE c.relkind IN ('r', 'p', 'm') AND n.oid IS NULL AND i.indisvalid
