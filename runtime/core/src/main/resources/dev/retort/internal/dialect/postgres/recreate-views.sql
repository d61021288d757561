    item   record;
    part   record;
    drops  text[] := '{}';
    again  text[] := '{}';
    command text;
BEGIN
    FOR item IN
        WITH RECURSIVE needs (id, level) AS (
            SELECT r.ev_class, 1 FROM pg_depend d JOIN pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
              JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
             WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = changed AND a.attname = one_column AND r.ev_class <> changed
            UNION
            SELECT r.ev_class, n.level + 1 FROM needs n
              JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = n.id
              JOIN pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
             WHERE r.ev_class <> n.id)
        SELECT c.oid AS id, c.oid::regclass::text AS name, c.relkind = 'm' AS kept, c.relispopulated AS filled, c.reloptions,
               pg_get_viewdef(c.oid) AS query, max(n.level) AS level,
               EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e') AS foreign_one
          FROM needs n JOIN pg_class c ON c.oid = n.id WHERE c.relkind IN ('v', 'm')
         GROUP BY c.oid ORDER BY max(n.level), c.oid
    LOOP
        IF item.foreign_one THEN
            RAISE EXCEPTION USING ERRCODE = 'RT001',
                MESSAGE = format('The view "%s" needs the column "%s", and belongs to an extension.', item.name, one_column),
                HINT = 'Drop the extension first, and create it again afterwards.';
        END IF;
/* keep view */    END LOOP;
    FOREACH command IN ARRAY drops LOOP
        EXECUTE command;
    END LOOP;
    /* change */
    FOREACH command IN ARRAY again LOOP
        EXECUTE command;
    END LOOP;
END
