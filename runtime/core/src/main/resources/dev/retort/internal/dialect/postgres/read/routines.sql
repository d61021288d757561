SELECT h.schema, p.proname::text AS name, p.prokind = 'p' AS procedure, pg_get_function_arguments(p.oid) AS arguments,
       CASE WHEN p.prokind = 'f' AND (p.proretset OR NOT coalesce(p.proargmodes, '{}') && '{o,b}'::"char"[])
            THEN pg_get_function_result(p.oid) END AS returns,
       CASE WHEN NOT p.proretset THEN e.schema END AS enum_schema, CASE WHEN NOT p.proretset THEN e.name END AS enum_name,
       CASE WHEN NOT p.proretset THEN e.labels END AS enum_values,
       l.lanname::text AS language, coalesce(/* 14 */ pg_get_function_sqlbody(p.oid) /* else NULL::text */, p.prosrc) AS body,
       p.provolatile::text AS volatility, p.proisstrict AS strict, p.prosecdef AS security_definer,
       p.proleakproof AS leakproof, p.proparallel::text AS parallel, p.procost::numeric AS cost, p.prorows::numeric AS rows,
       coalesce(p.proconfig, '{}') AS settings, p.proretset AS many
FROM pg_proc p
JOIN here h ON h.oid = p.pronamespace
JOIN pg_language l ON l.oid = p.prolang
LEFT JOIN pg_type t ON t.oid = p.prorettype
LEFT JOIN enums e ON e.oid = coalesce(nullif(t.typelem, 0), t.oid)
WHERE p.prokind IN ('f', 'p') AND l.lanname NOT IN ('c', 'internal') AND p.prosupport = 0 AND p.protrftypes IS NULL
  AND NOT EXISTS (SELECT FROM pg_depend d
                  WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype IN ('e', 'i'))
