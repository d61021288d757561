    relation oid := to_regclass(wanted);
    dropped  smallint;
    lost     text;
    lines    text;
    words    text;
BEGIN
    SELECT attnum INTO dropped FROM pg_attribute
     WHERE attrelid = relation AND attname = one_column AND NOT attisdropped;
    IF relation IS NULL OR (one_column IS NOT NULL AND dropped IS NULL) THEN
        RETURN;
    END IF;
    WITH key AS (
        SELECT k.*, t.relname, p.relname AS parent, x.indkey, to_jsonb(x) ->> 'indnullsnotdistinct' AS nulls,
               (SELECT string_agg(a.attname, ',' ORDER BY u.place) FROM unnest(k.conkey) WITH ORDINALITY AS u (number, place)
                  JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number) AS columns,
               (SELECT string_agg(quote_literal(a.attname), ', ' ORDER BY u.place)
                  FROM unnest(k.conkey) WITH ORDINALITY AS u (number, place)
                  JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number) AS named,
               (SELECT string_agg(a.attname, ', ' ORDER BY u.place) FROM unnest(k.confkey) WITH ORDINALITY AS u (number, place)
                  JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.number) AS referenced,
               CASE k.confdeltype WHEN 'c' THEN ', onDelete: ''CASCADE''' WHEN 'n' THEN ', onDelete: ''SET NULL'''
                                  WHEN 'd' THEN ', onDelete: ''SET DEFAULT''' WHEN 'r' THEN ', onDelete: ''RESTRICT''' ELSE '' END
               || CASE k.confupdtype WHEN 'c' THEN ', onUpdate: ''CASCADE''' WHEN 'n' THEN ', onUpdate: ''SET NULL'''
                                     WHEN 'd' THEN ', onUpdate: ''SET DEFAULT''' WHEN 'r' THEN ', onUpdate: ''RESTRICT''' ELSE '' END
               || CASE k.confmatchtype WHEN 'f' THEN ', match: ''FULL''' ELSE '' END
               || CASE WHEN k.condeferred THEN ', initially: ''DEFERRED''' WHEN k.condeferrable THEN ', deferrable: true' ELSE '' END
               || CASE WHEN k.convalidated THEN '' ELSE ', notValid: true' END AS more
          FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
          LEFT JOIN pg_class p ON p.oid = k.confrelid LEFT JOIN pg_index x ON x.indexrelid = k.conindid
         WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND k.conparentid = 0 AND k.conislocal),
    own_key AS (
        SELECT key.*, count(*) OVER (PARTITION BY contype) AS same FROM key
         WHERE conrelid = relation
           AND (dropped IS NULL OR dropped = ANY (conkey) OR contype IN ('p', 'u', 'x') AND dropped = ANY (indkey::int2[]))),
    plain_index AS (
        SELECT i.*, c.relname, m.amname, pg_get_expr(i.indpred, i.indrelid) AS predicate,
               (SELECT string_agg(
                         CASE WHEN i.indkey[n - 1] = 0 OR i.indoption[n - 1] <> 0
                              THEN format('sql("%s%s%s")', replace(pg_get_indexdef(i.indexrelid, n, true), '"', '\"'),
                                          CASE WHEN i.indoption[n - 1] & 1 = 1 THEN ' DESC' ELSE '' END,
                                          CASE i.indoption[n - 1] WHEN 1 THEN ' NULLS LAST' WHEN 2 THEN ' NULLS FIRST' ELSE '' END)
                              ELSE quote_literal((SELECT attname FROM pg_attribute
                                                   WHERE attrelid = i.indrelid AND attnum = i.indkey[n - 1])) END,
                         ', ' ORDER BY n) FROM generate_series(1, i.indnkeyatts) AS n) AS named
          FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam
         WHERE i.indrelid = relation AND NOT c.relispartition
           AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
           AND (dropped IS NULL OR EXISTS (
                SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = i.indexrelid
                   AND d.refclassid = 'pg_class'::regclass AND d.refobjid = relation AND d.refobjsubid = dropped))),
    own_column AS (
        SELECT a.*, k.name AS known, k.type, k.nullable, k.filled, k.comment, k.sorted_by,
               col_description(a.attrelid, a.attnum) AS described,
               pg_get_expr(d.adbin, d.adrelid) AS expression, o.collname,
               EXISTS (SELECT FROM pg_constraint p WHERE p.conrelid = a.attrelid AND p.contype = 'p'
                          AND a.attnum = ANY (p.conkey)) AS in_key
          FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
          LEFT JOIN unnest(names, types, nullables, filleds, comments, collations)
                    AS k (name, type, nullable, filled, comment, sorted_by) ON k.name = a.attname
          LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
          LEFT JOIN pg_collation o ON o.oid = a.attcollation AND a.attcollation <> t.typcollation
         WHERE a.attrelid = relation AND a.attnum > 0 AND NOT a.attisdropped AND a.attislocal AND names <> '{}'
           AND (dropped IS NULL OR a.attnum = dropped)),
    loss (place, what, line, word) AS (
        SELECT 1, format('the foreign key "%s" of "%s"', conname, relname),
               format('dropConstraint ''%s'', ''%s'', type: ''foreignkey'', was: [%s], references: ''%s(%s)''%s',
                      conname, relname, named, parent, referenced, more),
               NULL::text
          FROM key WHERE cascades AND contype = 'f' AND confrelid = relation AND conrelid <> relation
                     AND (dropped IS NULL OR dropped = ANY (confkey)) AND NOT conname = ANY (declared)
        UNION ALL
        SELECT DISTINCT 2, format('the view "%s"', v.relname), NULL, NULL
          FROM pg_depend d JOIN pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
          JOIN pg_class v ON v.oid = r.ev_class
         WHERE cascades AND d.refclassid = 'pg_class'::regclass AND d.refobjid = relation AND v.oid <> relation
           AND (dropped IS NULL OR d.refobjsubid = dropped) AND NOT v.relname = ANY (declared)
        UNION ALL
        SELECT CASE contype WHEN 'f' THEN 3 WHEN 'p' THEN 5 ELSE 4 END,
               format('the %s "%s"', CASE contype WHEN 'p' THEN 'primary key' WHEN 'u' THEN 'unique constraint'
                      WHEN 'f' THEN 'foreign key' WHEN 'c' THEN 'check constraint' ELSE 'exclusion constraint' END, conname),
               CASE WHEN contype = 'x' THEN NULL ELSE
               format('dropConstraint ''%s'', %s, type: ''%s'', was: %s%s%s%s', conname, at_table,
                      CASE contype WHEN 'p' THEN 'primary' WHEN 'u' THEN 'unique' WHEN 'f' THEN 'foreignkey' ELSE 'check' END,
                      CASE contype WHEN 'c' THEN format('"%s"', replace(pg_get_expr(conbin, conrelid), '"', '\"'))
                                   ELSE format('[%s]', named) END,
                      CASE WHEN contype = 'f' THEN format(', references: ''%s(%s)''', parent, referenced) ELSE '' END,
                      more, CASE WHEN nulls = 'true' THEN ', nullsNotDistinct: true' ELSE '' END) END, NULL
          FROM own_key
         WHERE NOT conname = ANY (declared)
           AND CASE contype WHEN 'c' THEN same > checks WHEN 'x' THEN same > excludes
                            ELSE NOT contype::text || ':' || columns = ANY (declared) END
        UNION ALL
        SELECT 6, format('the index "%s"', relname),
               format('dropIndex ''%s'', %s, was: [%s]%s%s%s', relname, at_table, named,
                      CASE WHEN indisunique THEN ', unique: true' ELSE '' END,
                      CASE WHEN amname <> 'btree' THEN format(', using: ''%s''', amname) ELSE '' END,
                      CASE WHEN predicate IS NOT NULL THEN format(', where: "%s"', replace(predicate, '"', '\"')) ELSE '' END), NULL
          FROM plain_index WHERE NOT relname = ANY (declared) AND NOT 'i:' || named = ANY (declared)
        UNION ALL
        SELECT 7, format('the %s "%s"', kind, name), NULL, NULL
          FROM (SELECT 'trigger', tgname FROM pg_trigger
                 WHERE tgrelid = relation AND NOT tgisinternal AND (dropped IS NULL OR cascades AND dropped = ANY (tgattr::int2[]))
                UNION ALL SELECT 'rule', rulename FROM pg_rewrite
                 WHERE dropped IS NULL AND ev_class = relation AND rulename <> '_RETURN'
                UNION ALL SELECT 'policy', polname FROM pg_policy WHERE dropped IS NULL AND polrelid = relation) AS other (kind, name)
         WHERE NOT name = ANY (declared)
        UNION ALL
        SELECT 8, 'its comment', NULL, format('comment: ''%s''', obj_description(relation, 'pg_class'))
         WHERE dropped IS NULL AND obj_description(relation, 'pg_class') IS NOT NULL
           AND obj_description(relation, 'pg_class') IS DISTINCT FROM known_comment
        UNION ALL
        SELECT 9, format('the option %s', split_part(option, '=', 1)), NULL,
               CASE WHEN option LIKE 'check\_option=%' THEN format('checkOption: ''%s''', upper(split_part(option, '=', 2)))
                    ELSE format('with: [%s: ''%s'']', split_part(option, '=', 1), split_part(option, '=', 2)) END
          FROM pg_class c, unnest(c.reloptions) AS option
         WHERE dropped IS NULL AND c.oid = relation AND NOT 'o:' || split_part(option, '=', 1) = ANY (declared)
        UNION ALL
        SELECT 10, format('the column "%s"', attname), NULL,
               format('column ''%s'', type(''%s'')', attname, format_type(atttypid, atttypmod))
          FROM own_column WHERE known IS NULL
        UNION ALL
        SELECT 10, format('the column "%s"', a.attname), NULL, NULL
          FROM pg_attrdef f JOIN pg_attribute a ON a.attrelid = f.adrelid AND a.attnum = f.adnum AND a.attgenerated <> ''
          JOIN pg_depend d ON d.classid = 'pg_attrdef'::regclass AND d.objid = f.oid
           AND d.refclassid = 'pg_class'::regclass AND d.refobjid = relation AND d.refobjsubid = dropped
         WHERE cascades AND f.adrelid = relation AND a.attnum <> dropped
        UNION ALL
        SELECT 11, CASE WHEN dropped IS NULL THEN format('%s of "%s"', own.what, attname) ELSE own.what END, NULL,
               CASE WHEN dropped IS NULL THEN NULL ELSE own.word END
          FROM own_column, LATERAL (VALUES
            (format('the type %s', format_type(atttypid, atttypmod)),
             format('was: type(''%s'')', format_type(atttypid, atttypmod)),
             to_regtype(type) IS NOT NULL AND to_regtype(type) <> atttypid),
            ('NOT NULL', 'existingNullable: false', attnotnull AND nullable AND NOT in_key AND attidentity = ''),
            ('the default', format('existingDefault: sql("%s")', replace(expression, '"', '\"')),
             expression IS NOT NULL AND attgenerated = '' AND NOT filled),
            ('the expression that computes it', format('existingGenerated: "%s", existingStored: true', replace(expression, '"', '\"')),
             attgenerated <> '' AND NOT filled),
            ('the identity', 'existingIdentity: true', attidentity <> '' AND NOT filled),
            ('the comment', format('existingComment: ''%s''', described),
             described IS NOT NULL AND described IS DISTINCT FROM comment),
            ('the collation', format('existingCollation: ''%s''', collname),
             collname IS NOT NULL AND collname IS DISTINCT FROM sorted_by)
          ) AS own (what, word, is_lost)
         WHERE known IS NOT NULL AND own.is_lost)
    SELECT string_agg(what, ', ' ORDER BY place, what), string_agg(line, '; ' ORDER BY place, what),
           string_agg(word, ', ' ORDER BY place, what)
      INTO lost, lines, words FROM loss;
    IF lost IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'RT001',
            MESSAGE = format('The downgrade of this change would not bring back what %s has: %s.', subject, lost),
            HINT = concat_ws(' ', 'Write before it: ' || lines || '.', 'Add to it: ' || words || '.',
                             CASE WHEN coalesce(lines, words) IS NOT NULL THEN 'Or write'
                                  WHEN names <> '{}' AND one_column IS NULL THEN 'Declare it in the closure of dropTable, or write'
                                  ELSE 'Write' END
                             || ' upgrade and downgrade instead of change.');
    END IF;
END
