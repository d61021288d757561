, routines AS (
  SELECT p.*, h.schema, l.lanname, format('%s(%s)', p.proname, oidvectortypes(p.proargtypes)) AS written
  FROM pg_proc p JOIN here h ON h.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
  WHERE NOT EXISTS (SELECT FROM pg_depend d
                    WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype IN ('e', 'i'))),
met(kind, schema, name, classid, objid) AS (
  SELECT 'foreign table', c.schema, c.relname::text, 0::oid, 0::oid FROM relations c WHERE c.relkind = 'f'
  UNION ALL
  SELECT 'unlogged sequence', c.schema, c.relname::text, 0, 0
  FROM relations c
  WHERE c.relkind = 'S' AND c.relpersistence = 'u'
    AND NOT EXISTS (SELECT FROM pg_depend p WHERE p.classid = 'pg_class'::regclass AND p.objid = c.oid AND p.refobjsubid > 0
                    AND p.deptype IN ('a', 'i'))
  UNION ALL
  SELECT 'access method', c.schema, c.relname::text, 0, 0
  FROM relations c JOIN pg_am m ON m.oid = c.relam
  WHERE c.relkind IN ('r', 'm') AND m.amname <> 'heap'
  UNION ALL
  SELECT 'tablespace', c.schema, c.relname::text, 0, 0 FROM relations c WHERE c.relkind = 'm' AND c.reltablespace <> 0
  UNION ALL
  SELECT 'table of a type', c.schema, c.relname::text, 0, 0 FROM tables c WHERE c.reloftype <> 0
  UNION ALL
  SELECT 'replica identity', c.schema, c.relname::text, 0, 0 FROM tables c WHERE c.relreplident <> 'd'
  UNION ALL
  SELECT 'forced row security, not enabled', c.schema, c.relname::text, 0, 0
  FROM tables c WHERE c.relforcerowsecurity AND NOT c.relrowsecurity
  UNION ALL
  SELECT 'partition being detached', c.schema, c.relname::text, 0, 0
  FROM tables c JOIN pg_inherits h ON h.inhrelid = c.oid
  WHERE /* 14 */ h.inhdetachpending /* else false */
  UNION ALL
  SELECT 'column options', c.schema, c.relname || '.' || a.attname, 0, 0
  FROM relations c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  -- Some releases keep a number of their own among the options of every column.
  WHERE c.relkind IN ('r', 'p', 'm')
    AND (EXISTS (SELECT FROM unnest(a.attoptions) o WHERE o LIKE 'n\_distinct%') OR a.attstattarget >= 0)
  UNION ALL
  SELECT 'collation of another schema', c.schema, c.relname || '.' || a.attname, 0, 0
  FROM relations c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  JOIN pg_type t ON t.oid = a.atttypid AND t.typcollation <> a.attcollation
  JOIN pg_collation l ON l.oid = a.attcollation
  JOIN pg_namespace n ON n.oid = l.collnamespace
  WHERE c.relkind IN ('r', 'p', 'c') AND n.nspname NOT IN ('pg_catalog', {home})
  UNION ALL
  SELECT 'default of a view', c.schema, c.relname || '.' || a.attname, 0, 0
  FROM relations c
  JOIN pg_attrdef f ON f.adrelid = c.oid
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = f.adnum
  WHERE c.relkind = 'v'
  UNION ALL
  SELECT 'not null constraint', c.schema, c.relname || '.' || k.conname, 0, 0
  FROM tables c JOIN pg_constraint k ON k.conrelid = c.oid
  WHERE k.contype = 'n' AND k.conislocal
    AND (k.conname !~ '_not_null\d*$' OR k.connoinherit OR NOT k.convalidated)
  UNION ALL
  SELECT 'not null constraint', h.schema, t.typname || '.' || k.conname, 0, 0
  FROM here h JOIN pg_type t ON t.typnamespace = h.oid JOIN pg_constraint k ON k.contypid = t.oid
  WHERE k.contype = 'n' AND k.conname !~ '_not_null\d*$'
  UNION ALL
  SELECT 'constraint without overlaps', c.schema, c.relname || '.' || k.conname, 0, 0
  FROM tables c JOIN pg_constraint k ON k.conrelid = c.oid
  WHERE k.conparentid = 0 AND /* 18 */ k.conperiod /* else false */
  UNION ALL
  SELECT 'invalid index', c.schema, x.relname::text, 0, 0
  FROM relations c JOIN pg_index i ON i.indrelid = c.oid JOIN pg_class x ON x.oid = i.indexrelid
  WHERE NOT i.indisvalid AND NOT x.relispartition
  UNION ALL
  SELECT 'index to cluster by', c.schema, x.relname::text, 0, 0
  FROM relations c JOIN pg_index i ON i.indrelid = c.oid JOIN pg_class x ON x.oid = i.indexrelid
  WHERE i.indisclustered
  UNION ALL
  SELECT DISTINCT 'statistics of an index', c.schema, x.relname::text, 0::oid, 0::oid
  FROM pg_attribute a
  JOIN pg_index i ON i.indexrelid = a.attrelid
  JOIN pg_class x ON x.oid = i.indexrelid
  JOIN relations c ON c.oid = i.indrelid
  WHERE a.attstattarget >= 0 AND a.attnum > 0
  UNION ALL
  SELECT 'rule', c.schema, c.relname || '.' || r.rulename, 'pg_rewrite'::regclass, r.oid
  FROM relations c JOIN pg_rewrite r ON r.ev_class = c.oid
  WHERE r.rulename <> '_RETURN'
  UNION ALL
  SELECT 'constraint trigger of two tables', c.schema, c.relname || '.' || g.tgname, 'pg_trigger'::regclass, g.oid
  FROM relations c JOIN pg_trigger g ON g.tgrelid = c.oid
  WHERE NOT g.tgisinternal AND g.tgconstrrelid <> 0 AND c.relkind <> 'f'
  UNION ALL
  SELECT 'statistics', h.schema, s.stxname::text, 'pg_statistic_ext'::regclass, s.oid
  FROM pg_statistic_ext s JOIN here h ON h.oid = s.stxnamespace
  WHERE s.stxrelid NOT IN (SELECT oid FROM own)
  UNION ALL
  SELECT CASE p.prokind WHEN 'a' THEN 'aggregate' WHEN 'w' THEN 'window function'
           ELSE 'function of the language ' || p.lanname END, p.schema, p.written, 0, 0
  FROM routines p
  WHERE p.prokind IN ('a', 'w') OR p.lanname IN ('c', 'internal')
  UNION ALL
  SELECT 'function with planner support or transforms', p.schema, p.written, 0, 0
  FROM routines p
  WHERE p.prokind IN ('f', 'p') AND p.lanname NOT IN ('c', 'internal') AND (p.prosupport <> 0 OR p.protrftypes IS NOT NULL)
  UNION ALL
  SELECT 'fraction of a cost', p.schema, p.written, 0, 0
  FROM routines p
  WHERE p.prokind IN ('f', 'p') AND p.lanname NOT IN ('c', 'internal') AND p.procost <> trunc(p.procost)
  UNION ALL
  SELECT CASE t.typtype WHEN 'r' THEN 'range type' ELSE 'base type' END, h.schema, t.typname::text, 'pg_type'::regclass, t.oid
  FROM pg_type t JOIN here h ON h.oid = t.typnamespace
  WHERE t.typtype IN ('r', 'p') OR (t.typtype = 'b' AND t.typcategory <> 'A')
  UNION ALL
  SELECT 'operator', h.schema, format('%s(%s, %s)', o.oprname, nullif(o.oprleft, 0)::regtype, nullif(o.oprright, 0)::regtype),
         'pg_operator'::regclass, o.oid
  FROM pg_operator o JOIN here h ON h.oid = o.oprnamespace
  UNION ALL
  SELECT 'operator class', h.schema, format('%s(%s)', o.opcname, m.amname), 'pg_opclass'::regclass, o.oid
  FROM pg_opclass o JOIN here h ON h.oid = o.opcnamespace JOIN pg_am m ON m.oid = o.opcmethod
  UNION ALL
  SELECT 'operator family', h.schema, format('%s(%s)', o.opfname, m.amname), 'pg_opfamily'::regclass, o.oid
  FROM pg_opfamily o JOIN here h ON h.oid = o.opfnamespace JOIN pg_am m ON m.oid = o.opfmethod
  UNION ALL
  SELECT 'collation', h.schema, l.collname::text, 'pg_collation'::regclass, l.oid
  FROM pg_collation l JOIN here h ON h.oid = l.collnamespace
  UNION ALL
  SELECT 'conversion', h.schema, v.conname::text, 'pg_conversion'::regclass, v.oid
  FROM pg_conversion v JOIN here h ON h.oid = v.connamespace
  UNION ALL
  SELECT 'text search configuration', h.schema, s.cfgname::text, 'pg_ts_config'::regclass, s.oid
  FROM pg_ts_config s JOIN here h ON h.oid = s.cfgnamespace
  UNION ALL
  SELECT 'text search dictionary', h.schema, s.dictname::text, 'pg_ts_dict'::regclass, s.oid
  FROM pg_ts_dict s JOIN here h ON h.oid = s.dictnamespace
  UNION ALL
  SELECT 'text search parser', h.schema, s.prsname::text, 'pg_ts_parser'::regclass, s.oid
  FROM pg_ts_parser s JOIN here h ON h.oid = s.prsnamespace
  UNION ALL
  SELECT 'text search template', h.schema, s.tmplname::text, 'pg_ts_template'::regclass, s.oid
  FROM pg_ts_template s JOIN here h ON h.oid = s.tmplnamespace
  UNION ALL
  SELECT 'cast', NULL, format('%s AS %s', k.castsource::regtype, k.casttarget::regtype), 'pg_cast'::regclass, k.oid
  FROM pg_cast k
  WHERE k.oid >= 16384
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_cast'::regclass AND d.objid = k.oid AND d.deptype = 'i')
  UNION ALL
  SELECT 'transform', NULL, format('%s for %s', k.trftype::regtype, l.lanname), 'pg_transform'::regclass, k.oid
  FROM pg_transform k JOIN pg_language l ON l.oid = k.trflang
  UNION ALL
  SELECT 'language', NULL, l.lanname::text, 'pg_language'::regclass, l.oid FROM pg_language l WHERE l.oid >= 16384
  UNION ALL
  SELECT 'access method', NULL, m.amname::text, 'pg_am'::regclass, m.oid FROM pg_am m WHERE m.oid >= 16384
  UNION ALL
  SELECT 'event trigger', NULL, e.evtname::text, 'pg_event_trigger'::regclass, e.oid FROM pg_event_trigger e
  UNION ALL
  SELECT 'publication', NULL, p.pubname::text, 'pg_publication'::regclass, p.oid FROM pg_publication p
  UNION ALL
  SELECT 'subscription', NULL, s.subname::text, 'pg_subscription'::regclass, s.oid
  FROM pg_subscription s JOIN pg_database b ON b.oid = s.subdbid WHERE b.datname = current_database()
  UNION ALL
  SELECT 'foreign-data wrapper', NULL, w.fdwname::text, 'pg_foreign_data_wrapper'::regclass, w.oid FROM pg_foreign_data_wrapper w
  UNION ALL
  SELECT 'foreign server', NULL, s.srvname::text, 'pg_foreign_server'::regclass, s.oid FROM pg_foreign_server s
  UNION ALL
  SELECT DISTINCT 'security label', NULL, pg_describe_object(s.classoid, s.objoid, s.objsubid), s.classoid, s.objoid
  FROM pg_seclabel s WHERE s.objoid >= 16384)
SELECT kind, coalesce(schema || '.', '') || name AS name
FROM met
WHERE (classid, objid) NOT IN (SELECT classid, objid FROM member)
