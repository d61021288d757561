    enum_oid   oid := to_regtype(wanted);
    array_oid  oid;
    new_type   text;
    old_type   text;
    labels     text[];
    problems   text[] := '{}';
    before     text[] := '{}';
    alters     text[] := '{}';
    after      text[] := '{}';
    views      oid[] := '{}';
    drops      text[] := '{}';
    again      text[] := '{}';
    part       record;
    item       record;
    row_count  bigint;
    command    text;
BEGIN
    SELECT t.typarray, format('%I.%I', n.nspname, t.typname),
           format('%I.%I', n.nspname, '_retort_old_' || left(t.typname, 40))
      INTO array_oid, new_type, old_type
      FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
     WHERE t.oid = enum_oid AND t.typtype = 'e';
    IF new_type IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'RT001', MESSAGE = format('There is no enum "%s".', shown);
    END IF;
    SELECT array_agg(enumlabel ORDER BY enumsortorder) INTO labels FROM pg_enum WHERE enumtypid = enum_oid;
    IF ordered IS NOT NULL THEN
        IF NOT (labels @> ordered AND ordered @> labels) THEN
            RAISE EXCEPTION USING ERRCODE = 'RT001',
                MESSAGE = format('The enum "%s" has other values than those that are put in order.', shown),
                HINT = format('It has %s.', array_to_string(labels, ', '));
        END IF;
        labels := ordered;
    ELSIF array_position(labels, dropped) IS NULL OR array_position(labels, coalesce(instead, labels[1])) IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'RT001',
            MESSAGE = format('The enum "%s" has no value "%s".', shown,
                CASE WHEN array_position(labels, dropped) IS NULL THEN dropped ELSE instead END),
            HINT = format('It has %s.', array_to_string(labels, ', '));
    ELSIF array_length(labels, 1) = 1 THEN
        RAISE EXCEPTION USING ERRCODE = 'RT001',
            MESSAGE = format('"%s" is the only value of the enum "%s".', dropped, shown),
            HINT = 'Drop the enum with dropEnum.';
    END IF;

    -- Views that need the type, each after those that it reads.
    FOR item IN
        WITH RECURSIVE rules (view, classid, objid, objsubid) AS (
            SELECT r.ev_class, d.refclassid, d.refobjid, d.refobjsubid
              FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid JOIN pg_class c ON c.oid = r.ev_class
             WHERE d.classid = 'pg_rewrite'::regclass AND c.relkind IN ('v', 'm') AND r.ev_class <> d.refobjid),
        needs (id, level) AS (
            SELECT r.view, 1 FROM rules r
             WHERE r.classid = 'pg_type'::regclass AND r.objid IN (enum_oid, array_oid)
                OR r.classid = 'pg_class'::regclass AND (r.objid, r.objsubid) IN (
                    SELECT attrelid, attnum FROM pg_attribute
                     WHERE atttypid IN (enum_oid, array_oid) AND NOT attisdropped)
            UNION
            SELECT r.view, n.level + 1 FROM needs n JOIN rules r ON r.classid = 'pg_class'::regclass AND r.objid = n.id)
        SELECT c.oid AS id, c.oid::regclass::text AS name, c.relkind = 'm' AS kept, c.relispopulated AS filled, c.reloptions,
               pg_get_viewdef(c.oid) AS query,
               EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e') AS foreign_one
          FROM needs n JOIN pg_class c ON c.oid = n.id
         GROUP BY c.oid ORDER BY max(n.level), c.oid
    LOOP
        CONTINUE WHEN item.foreign_one;
        views := views || item.id;
/* keep view */    END LOOP;

    -- Triggers and policies of tables that look at values of the type.
    FOR item IN
        SELECT t.tgname, t.tgrelid::regclass AS tab, t.tgenabled, pg_get_triggerdef(t.oid) AS sql,
               obj_description(t.oid, 'pg_trigger') AS comment
          FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
         WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND c.relkind IN ('r', 'p')
           AND EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_trigger'::regclass AND d.objid = t.oid
                          AND (d.refclassid = 'pg_type'::regclass AND d.refobjid IN (enum_oid, array_oid)
                               OR d.refclassid = 'pg_class'::regclass AND (d.refobjid, d.refobjsubid) IN (
                                   SELECT attrelid, attnum FROM pg_attribute
                                    WHERE atttypid IN (enum_oid, array_oid) AND NOT attisdropped)))
         ORDER BY t.tgrelid, t.tgname
    LOOP
        drops := drops || format('DROP TRIGGER %I ON %s', item.tgname, item.tab);
        again := again || item.sql;
        IF item.tgenabled <> 'O' THEN
            again := again || format('ALTER TABLE %s %s TRIGGER %I', item.tab, CASE item.tgenabled
                WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END, item.tgname);
        END IF;
        IF item.comment IS NOT NULL THEN
            again := again || format('COMMENT ON TRIGGER %I ON %s IS %L', item.tgname, item.tab, item.comment);
        END IF;
    END LOOP;
    FOR item IN
        SELECT p.polname, p.polrelid::regclass AS tab, p.polpermissive, p.polcmd, obj_description(p.oid, 'pg_policy') AS comment,
               (SELECT string_agg(CASE r WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(r)) END, ', ')
                  FROM unnest(p.polroles) AS r) AS roles,
               pg_get_expr(p.polqual, p.polrelid) AS using_sql, pg_get_expr(p.polwithcheck, p.polrelid) AS check_sql
          FROM pg_policy p
         WHERE EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_policy'::regclass AND d.objid = p.oid
                          AND (d.refclassid = 'pg_type'::regclass AND d.refobjid IN (enum_oid, array_oid)
                               OR d.refclassid = 'pg_class'::regclass AND (d.refobjid, d.refobjsubid) IN (
                                   SELECT attrelid, attnum FROM pg_attribute
                                    WHERE atttypid IN (enum_oid, array_oid) AND NOT attisdropped)))
         ORDER BY p.polrelid, p.polname
    LOOP
        drops := format('DROP POLICY %I ON %s', item.polname, item.tab) || drops;
        again := again || format('CREATE POLICY %I ON %s AS %s FOR %s TO %s%s%s', item.polname, item.tab,
            CASE WHEN item.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
            CASE item.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
            item.roles, coalesce(' USING (' || item.using_sql || ')', ''), coalesce(' WITH CHECK (' || item.check_sql || ')', ''));
        IF item.comment IS NOT NULL THEN
            again := again || format('COMMENT ON POLICY %I ON %s IS %L', item.polname, item.tab, item.comment);
        END IF;
    END LOOP;

    -- What the server would not let be changed.
    FOR item IN
        SELECT DISTINCT CASE WHEN w.oid IS NOT NULL THEN pg_describe_object('pg_class'::regclass, w.ev_class, 0)
                 WHEN d.classid = 'pg_attrdef'::regclass
                 THEN (SELECT pg_describe_object('pg_class'::regclass, adrelid, adnum) FROM pg_attrdef WHERE oid = d.objid)
                 ELSE pg_describe_object(d.classid, d.objid, d.objsubid) END AS name
          FROM pg_depend d LEFT JOIN pg_rewrite w ON d.classid = 'pg_rewrite'::regclass AND w.oid = d.objid
         WHERE (w.oid IS NULL OR w.ev_class <> ALL (views)) AND ((d.refclassid = 'pg_type'::regclass AND d.refobjid IN (enum_oid, array_oid) AND d.deptype <> 'i'
                AND (d.classid IN ('pg_proc'::regclass, 'pg_type'::regclass, 'pg_rewrite'::regclass, 'pg_cast'::regclass,
                                   'pg_operator'::regclass)
                     OR d.classid = 'pg_class'::regclass AND EXISTS (
                         SELECT FROM pg_class c WHERE c.oid = d.objid AND c.relkind IN ('c', 'f'))))
            OR (d.refclassid = 'pg_class'::regclass
                AND (d.refobjid, d.refobjsubid) IN (
                    SELECT attrelid, attnum FROM pg_attribute
                     WHERE atttypid IN (enum_oid, array_oid) AND NOT attisdropped)
                AND (d.classid = 'pg_rewrite'::regclass OR d.classid = 'pg_attrdef'::regclass AND EXISTS (
                         SELECT FROM pg_attrdef f JOIN pg_attribute g ON g.attrelid = f.adrelid AND g.attnum = f.adnum
                          WHERE f.oid = d.objid AND g.attgenerated <> '' AND d.refobjsubid <> f.adnum)
                     OR d.classid = 'pg_class'::regclass AND d.objsubid <> 0)))
         ORDER BY 1
    LOOP
        problems := problems || item.name::text;
    END LOOP;
    IF problems <> '{}' THEN
        RAISE EXCEPTION USING ERRCODE = 'RT001',
            MESSAGE = CASE WHEN dropped IS NULL
                THEN format('The values of the enum "%s" cannot be put into another order: what needs the enum is %s.',
                    shown, array_to_string(problems, ', '))
                ELSE format('The value "%s" of the enum "%s" cannot be dropped: what needs the enum stands in the way (%s).',
                    dropped, shown, array_to_string(problems, ', ')) END,
            HINT = 'Drop that first, and create it again afterwards.';
    END IF;

    -- The columns, and the rows that have the value.
    FOR item IN
        SELECT a.attrelid::regclass AS tab, c.relname, string_agg(format('ALTER COLUMN %I TYPE %s USING %s', a.attname,
                   new_type || CASE WHEN a.atttypid = array_oid THEN '[]' ELSE '' END,
                   CASE WHEN a.atttypid = array_oid AND instead IS NULL THEN format('%I::text[]::%s[]', a.attname, new_type)
                        WHEN a.atttypid = array_oid
                        THEN format('array_replace(%I::text[], %L, %L)::%s[]', a.attname, dropped, instead, new_type)
                        WHEN instead IS NULL THEN format('%I::text::%s', a.attname, new_type)
                        ELSE format('(CASE %I::text WHEN %L THEN %L ELSE %1$I::text END)::%4$s',
                                    a.attname, dropped, instead, new_type) END), ', ' ORDER BY a.attnum) AS alters,
               array_agg(a.attname::text ORDER BY a.attnum) AS names,
               array_agg(CASE WHEN a.atttypid = array_oid THEN format('%L::%s = ANY (%I)', dropped, new_type, a.attname)
                              ELSE format('%I = %L::%s', a.attname, dropped, new_type) END ORDER BY a.attnum) AS conditions
          FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
         WHERE a.atttypid IN (enum_oid, array_oid) AND NOT a.attisdropped AND a.attnum > 0 AND a.attinhcount = 0
           AND c.relkind IN ('r', 'p')
         GROUP BY a.attrelid, c.relname ORDER BY c.relname
    LOOP
        alters := alters || format('ALTER TABLE %s %s', item.tab, item.alters);
        IF dropped IS NOT NULL AND instead IS NULL THEN
            FOR i IN 1 .. array_length(item.names, 1) LOOP
                EXECUTE format('SELECT count(*) FROM %s WHERE %s', item.tab, item.conditions[i]) INTO row_count;
                IF row_count > 0 THEN
                    problems := problems || format('%s of "%s" in "%s"',
                        CASE row_count WHEN 1 THEN '1 row' ELSE row_count || ' rows' END, item.relname, item.names[i]);
                END IF;
            END LOOP;
        END IF;
    END LOOP;

    -- Defaults: those of the columns, and those of others that speak of the type.
    FOR item IN
        SELECT d.adrelid::regclass AS tab, c.relname, a.attname, pg_get_expr(d.adbin, d.adrelid) AS sql
          FROM pg_attrdef d JOIN pg_class c ON c.oid = d.adrelid
          JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
         WHERE a.attgenerated = ''
           AND (a.atttypid IN (enum_oid, array_oid)
                OR EXISTS (SELECT FROM pg_depend p WHERE p.classid = 'pg_attrdef'::regclass AND p.objid = d.oid
                              AND p.refclassid = 'pg_type'::regclass AND p.refobjid IN (enum_oid, array_oid)))
         ORDER BY c.relname, a.attnum
    LOOP
        IF item.sql = format('%L::%s', dropped, enum_oid::regtype) THEN
            IF instead IS NULL THEN
                problems := problems || format('the default of "%s" in "%s"', item.attname, item.relname);
            END IF;
            item.sql := format('%L::%s', instead, new_type);
        END IF;
        before := before || format('ALTER TABLE ONLY %s ALTER COLUMN %I DROP DEFAULT', item.tab, item.attname);
        after := after || format('ALTER TABLE ONLY %s ALTER COLUMN %I SET DEFAULT %s', item.tab, item.attname, item.sql);
    END LOOP;
    IF problems <> '{}' THEN
        RAISE EXCEPTION USING ERRCODE = 'RT001',
            MESSAGE = format('The value "%s" of the enum "%s" is in use: %s.',
                dropped, shown, array_to_string(problems, ', ')),
            HINT = 'Give them another value first, or say which with replaceWith:.';
    END IF;

    -- What compares with values of the type is made again from its own text, which then means the new type.
    FOR item IN
        SELECT i.indexrelid::regclass AS name, pg_get_indexdef(i.indexrelid) AS sql,
               obj_description(i.indexrelid, 'pg_class') AS comment
          FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
         WHERE (i.indpred IS NOT NULL OR i.indexprs IS NOT NULL) AND NOT c.relispartition
           AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype = 'x')
           AND EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = i.indexrelid
                          AND (d.refclassid = 'pg_type'::regclass AND d.refobjid IN (enum_oid, array_oid)
                               OR d.refclassid = 'pg_class'::regclass AND (d.refobjid, d.refobjsubid) IN (
                                   SELECT attrelid, attnum FROM pg_attribute
                                    WHERE atttypid IN (enum_oid, array_oid) AND NOT attisdropped)))
    LOOP
        before := before || format('DROP INDEX %s', item.name);
        after := after || item.sql;
        IF item.comment IS NOT NULL THEN
            after := after || format('COMMENT ON INDEX %s IS %L', item.name, item.comment);
        END IF;
    END LOOP;
    FOR item IN
        SELECT k.conrelid::regclass AS tab, k.conname, pg_get_constraintdef(k.oid) AS sql,
               obj_description(k.oid, 'pg_constraint') AS comment
          FROM pg_constraint k
         WHERE k.contype IN ('c', 'f', 'x') AND k.conrelid <> 0 AND k.conparentid = 0 AND k.coninhcount = 0
           AND EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_constraint'::regclass AND d.objid = k.oid
                          AND (d.refclassid = 'pg_type'::regclass AND d.refobjid IN (enum_oid, array_oid)
                               OR d.refclassid = 'pg_class'::regclass AND (d.refobjid, d.refobjsubid) IN (
                                   SELECT attrelid, attnum FROM pg_attribute
                                    WHERE atttypid IN (enum_oid, array_oid) AND NOT attisdropped)))
         ORDER BY k.contype = 'f', k.conname
    LOOP
        before := before || format('ALTER TABLE %s DROP CONSTRAINT %I', item.tab, item.conname);
        after := after || format('ALTER TABLE %s ADD CONSTRAINT %I %s', item.tab, item.conname, item.sql);
        IF item.comment IS NOT NULL THEN
            after := after || format('COMMENT ON CONSTRAINT %I ON %s IS %L', item.conname, item.tab, item.comment);
        END IF;
    END LOOP;

    FOREACH command IN ARRAY drops || before LOOP
        EXECUTE command;
    END LOOP;
    EXECUTE format('ALTER TYPE %s RENAME TO %I', new_type, (parse_ident(old_type))[2]);
    EXECUTE format('CREATE TYPE %s AS ENUM (%s)', new_type, (
        SELECT string_agg(quote_literal(label), ', ' ORDER BY place)
          FROM unnest(labels) WITH ORDINALITY AS l (label, place) WHERE label IS DISTINCT FROM dropped));
    FOR item IN SELECT pg_get_userbyid(typowner) AS owner, typacl, obj_description(oid, 'pg_type') AS comment
                  FROM pg_type WHERE oid = enum_oid
    LOOP
        IF item.owner <> current_user THEN
            EXECUTE format('ALTER TYPE %s OWNER TO %I', new_type, item.owner);
        END IF;
        IF item.comment IS NOT NULL THEN
            EXECUTE format('COMMENT ON TYPE %s IS %L', new_type, item.comment);
        END IF;
    END LOOP;
    IF (SELECT typacl IS NOT NULL FROM pg_type WHERE oid = enum_oid) THEN
        EXECUTE format('REVOKE ALL ON TYPE %s FROM PUBLIC', new_type);
        FOR item IN SELECT x.grantee, x.is_grantable FROM pg_type t, aclexplode(t.typacl) x WHERE t.oid = enum_oid LOOP
            EXECUTE format('GRANT USAGE ON TYPE %s TO %s%s', new_type,
                CASE item.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(item.grantee)) END,
                CASE WHEN item.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END);
        END LOOP;
    END IF;
    FOREACH command IN ARRAY alters LOOP
        EXECUTE command;
    END LOOP;
    EXECUTE format('DROP TYPE %s', old_type);
    FOREACH command IN ARRAY after || again LOOP
        EXECUTE command;
    END LOOP;
END
