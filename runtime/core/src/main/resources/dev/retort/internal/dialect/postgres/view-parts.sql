SELECT 1 AS place, NULL::text AS of_column,
       format('ALTER %s %s OWNER TO %I', CASE c.relkind WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'VIEW' END,
              c.oid::regclass, pg_get_userbyid(c.relowner)) AS command
  FROM pg_class c WHERE c.oid = the_view AND pg_get_userbyid(c.relowner) <> current_user
UNION ALL
SELECT 2, NULL, format('GRANT %s ON %s TO %s%s', a.privilege_type, c.oid::regclass,
       CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END,
       CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
  FROM pg_class c, aclexplode(c.relacl) a WHERE c.oid = the_view AND a.grantee <> c.relowner
UNION ALL
SELECT 3, t.attname::text, format('GRANT %s (%I) ON %s TO %s%s', a.privilege_type, t.attname, t.attrelid::regclass,
       CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END,
       CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
  FROM pg_attribute t, aclexplode(t.attacl) a WHERE t.attrelid = the_view AND NOT t.attisdropped
UNION ALL
SELECT 4, NULL, format('COMMENT ON %s %s IS %L', CASE c.relkind WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'VIEW' END,
       c.oid::regclass, obj_description(c.oid, 'pg_class'))
  FROM pg_class c WHERE c.oid = the_view AND obj_description(c.oid, 'pg_class') IS NOT NULL
UNION ALL
SELECT 5, t.attname::text, format('COMMENT ON COLUMN %s.%I IS %L', t.attrelid::regclass, t.attname,
       col_description(t.attrelid, t.attnum))
  FROM pg_attribute t
 WHERE t.attrelid = the_view AND NOT t.attisdropped AND col_description(t.attrelid, t.attnum) IS NOT NULL
UNION ALL
SELECT 6, t.attname::text, format('ALTER VIEW %s ALTER COLUMN %I SET DEFAULT %s', t.attrelid::regclass, t.attname,
       pg_get_expr(d.adbin, d.adrelid))
  FROM pg_attrdef d JOIN pg_attribute t ON t.attrelid = d.adrelid AND t.attnum = d.adnum WHERE d.adrelid = the_view
UNION ALL
SELECT 7, NULL, pg_get_indexdef(i.indexrelid) FROM pg_index i WHERE i.indrelid = the_view
UNION ALL
SELECT 8, NULL, format('COMMENT ON INDEX %s IS %L', i.indexrelid::regclass, obj_description(i.indexrelid, 'pg_class'))
  FROM pg_index i WHERE i.indrelid = the_view AND obj_description(i.indexrelid, 'pg_class') IS NOT NULL
UNION ALL
SELECT 9, NULL, pg_get_ruledef(r.oid) FROM pg_rewrite r WHERE r.ev_class = the_view AND r.rulename <> '_RETURN'
UNION ALL
SELECT 10, NULL, pg_get_triggerdef(t.oid) FROM pg_trigger t WHERE t.tgrelid = the_view AND NOT t.tgisinternal
