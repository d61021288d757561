package dev.retort.internal.dialect.postgres;

/**
 * What a schema holds besides tables, and what tables have beyond the vocabulary, each with its kind, its name, its
 * definition and the table it belongs to. Not told: owners and privileges.
 */
final class ObjectQueries {

    private static final String RELATIONS = """
            SELECT CASE c.relkind WHEN 'v' THEN 'view' ELSE 'materialized view' END AS kind, c.relname::text AS name,
                   pg_get_viewdef(c.oid) || coalesce(' WITH (' || array_to_string(c.reloptions, ', ') || ')', '')
                     AS definition, NULL::text AS "table"
            FROM pg_class c
            WHERE c.relkind IN ('v', 'm') AND c.relnamespace IN (SELECT oid FROM here)
              AND ('pg_class'::regclass::oid, c.oid) NOT IN (SELECT classid, objid FROM member)
            UNION ALL
            SELECT 'index', x.relname, pg_get_indexdef(x.oid), NULL
            FROM pg_class c JOIN pg_index i ON i.indrelid = c.oid JOIN pg_class x ON x.oid = i.indexrelid
            WHERE c.relkind = 'm' AND c.relnamespace IN (SELECT oid FROM here)
            UNION ALL
            SELECT 'sequence', x.relname,
                   concat_ws(' ', 'AS', format_type(s.seqtypid, NULL), 'START', s.seqstart, 'INCREMENT', s.seqincrement,
                     'MINVALUE', s.seqmin, 'MAXVALUE', s.seqmax, 'CACHE', s.seqcache,
                     CASE WHEN s.seqcycle THEN 'CYCLE' END, 'OWNED BY ' || o.relname || '.' || a.attname),
                   o.relname
            FROM pg_class x
            JOIN pg_sequence s ON s.seqrelid = x.oid
            LEFT JOIN pg_depend p ON p.classid = 'pg_class'::regclass AND p.objid = x.oid
              AND p.refclassid = 'pg_class'::regclass AND p.deptype IN ('a', 'i')
            LEFT JOIN pg_class o ON o.oid = p.refobjid
            LEFT JOIN pg_attribute a ON a.attrelid = o.oid AND a.attnum = p.refobjsubid
            WHERE x.relnamespace IN (SELECT oid FROM here)
              AND ('pg_class'::regclass::oid, x.oid) NOT IN (SELECT classid, objid FROM member)
              AND (p.objid IS NULL
                   OR p.deptype = 'a' AND (s.seqcycle OR s.seqcache <> 1 OR s.seqmin <> 1 OR s.seqstart <> 1
                     OR s.seqincrement <> 1 OR s.seqmax <> CASE s.seqtypid WHEN 'int2'::regtype THEN 32767
                       WHEN 'int4'::regtype THEN 2147483647 ELSE 9223372036854775807 END))
            """;

    /** A constraint with a clause that the vocabulary lacks, or an index that is not whole, is told a second time, in full. */
    private static final String OF_TABLES = """
            SELECT 'trigger', c.relname || '.' || g.tgname,
                   pg_get_triggerdef(g.oid) || CASE g.tgenabled WHEN 'O' THEN '' ELSE ' ENABLED ' || g.tgenabled::text END,
                   c.relname
            FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
            WHERE NOT g.tgisinternal AND c.relnamespace IN (SELECT oid FROM here)
              AND /* 13 */ g.tgparentid = 0 /* else true */
            UNION ALL
            SELECT 'rule', c.relname || '.' || r.rulename, pg_get_ruledef(r.oid), c.relname
            FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
            WHERE r.rulename <> '_RETURN' AND c.relnamespace IN (SELECT oid FROM here)
            UNION ALL
            SELECT 'policy', c.relname || '.' || y.polname,
                   concat_ws(' ', CASE WHEN y.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END, 'FOR', y.polcmd::text,
                     'TO', (SELECT string_agg(CASE r WHEN 0 THEN 'public' ELSE pg_get_userbyid(r) END, ', ' ORDER BY r)
                            FROM unnest(y.polroles) r),
                     'USING (' || pg_get_expr(y.polqual, y.polrelid) || ')',
                     'WITH CHECK (' || pg_get_expr(y.polwithcheck, y.polrelid) || ')'), c.relname
            FROM pg_policy y JOIN tables c ON c.oid = y.polrelid
            UNION ALL
            SELECT 'row security', c.relname, CASE WHEN c.relforcerowsecurity THEN 'FORCE' ELSE 'ENABLE' END, c.relname
            FROM tables c WHERE c.relrowsecurity OR c.relforcerowsecurity
            UNION ALL
            SELECT 'constraint', c.relname || '.' || k.conname, pg_get_constraintdef(k.oid), c.relname
            FROM pg_constraint k JOIN tables c ON c.oid = k.conrelid
            WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND k.conparentid = 0
              AND pg_get_constraintdef(k.oid) ~ ' (WITHOUT OVERLAPS|PERIOD )'
            UNION ALL
            SELECT 'index', x.relname,
                   pg_get_indexdef(x.oid) || ' INVALID', c.relname
            FROM tables c JOIN pg_index i ON i.indrelid = c.oid JOIN pg_class x ON x.oid = i.indexrelid
            WHERE NOT i.indisvalid
            UNION ALL
            SELECT 'statistics', s.stxname, pg_get_statisticsobjdef(s.oid), c.relname
            FROM pg_statistic_ext s JOIN tables c ON c.oid = s.stxrelid
            """;

    /** Without those that a range type makes for itself. */
    private static final String ROUTINES = """
            SELECT CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END,
                   format('%I(%s)', p.proname, pg_get_function_identity_arguments(p.oid)),
                   CASE p.prokind
                     WHEN 'a' THEN concat_ws(' ', 'SFUNC', g.aggtransfn::regproc, 'STYPE',
                       format_type(g.aggtranstype, NULL), 'FINALFUNC ' || nullif(g.aggfinalfn::oid, 0)::regproc,
                       'INITCOND ' || g.agginitval)
                     ELSE pg_get_functiondef(p.oid) END,
                   NULL
            FROM pg_proc p LEFT JOIN pg_aggregate g ON g.aggfnoid = p.oid
            WHERE p.pronamespace IN (SELECT oid FROM here)
              AND NOT EXISTS (SELECT FROM pg_depend d
                              WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype IN ('e', 'i'))
            """;

    private static final String TYPES = """
            SELECT CASE t.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range' ELSE 'type' END,
                   t.typname,
                   CASE t.typtype
                     WHEN 'e' THEN (SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder)
                                    FROM pg_enum WHERE enumtypid = t.oid)
                     WHEN 'd' THEN concat_ws(' ', format_type(t.typbasetype, t.typtypmod),
                       'COLLATE ' || (SELECT quote_ident(n.collname) FROM pg_collation n, pg_type b
                                      WHERE b.oid = t.typbasetype AND n.oid = t.typcollation
                                        AND t.typcollation <> b.typcollation),
                       'DEFAULT ' || t.typdefault, CASE WHEN t.typnotnull THEN 'NOT NULL' END,
                       (SELECT string_agg(quote_ident(conname) || ' ' || pg_get_constraintdef(oid), ' ' ORDER BY conname)
                        FROM pg_constraint WHERE contypid = t.oid AND contype = 'c'))
                     WHEN 'r' THEN (SELECT format_type(rngsubtype, NULL) FROM pg_range WHERE rngtypid = t.oid)
                     ELSE (SELECT string_agg(quote_ident(attname) || ' ' || format_type(atttypid, atttypmod), ', '
                                             ORDER BY attnum)
                           FROM pg_attribute WHERE attrelid = t.typrelid AND attnum > 0 AND NOT attisdropped) END,
                   NULL
            FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid
            WHERE t.typnamespace IN (SELECT oid FROM here)
              AND (t.typtype IN ('e', 'd', 'r') OR (t.typtype = 'c' AND c.relkind = 'c'))
              AND ('pg_type'::regclass::oid, t.oid) NOT IN (SELECT classid, objid FROM member)
            UNION ALL
            SELECT 'extension', x.extname, x.extversion, NULL FROM pg_extension x WHERE x.extname <> 'plpgsql'
            """;

    /** Other schemas by name alone: what they hold is not looked into. */
    private static final String SCHEMAS = """
            SELECT 'schema', n.nspname, '', NULL FROM pg_namespace n
            WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'public', current_schema())
              AND ('pg_namespace'::regclass::oid, n.oid) NOT IN (SELECT classid, objid FROM member)
            """;

    /** Those of tables and columns stand in the tables; 16384 is where objects begin that are not the server's own. */
    private static final String COMMENTS = """
            SELECT 'comment', i.type || ' ' || i.identity, d.description, c.relname
            FROM pg_description d
            CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, 0) i
            LEFT JOIN tables c ON d.classoid = 'pg_class'::regclass AND c.oid = d.objoid
            WHERE d.objoid >= 16384 AND i.schema = current_schema() AND c.oid IS NULL
              AND (d.classoid, d.objoid) NOT IN (SELECT classid, objid FROM member)
            """;

    static final String ALL = String.join("UNION ALL\n", RELATIONS, OF_TABLES, ROUTINES, TYPES, SCHEMAS, COMMENTS);

    private ObjectQueries() {}
}
