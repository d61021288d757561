    command  text;
BEGIN
    FOR command IN
        SELECT format('SELECT setval(%L, v::bigint) FROM (SELECT %s(%I)::numeric AS v FROM %s) AS given'
                      ' WHERE v BETWEEN %s AND %s AND %s',
                      s.seqrelid::regclass, CASE WHEN s.seqincrement > 0 THEN 'max' ELSE 'min' END, a.attname,
                      numbered::regclass, s.seqmin, s.seqmax,
                      CASE WHEN s.seqincrement > 0
                           THEN format('v > %s', coalesce(pg_sequence_last_value(s.seqrelid), s.seqstart::numeric - 1))
                           ELSE format('v < %s', coalesce(pg_sequence_last_value(s.seqrelid), s.seqstart::numeric + 1)) END)
          FROM pg_attribute a JOIN pg_sequence s ON EXISTS (
                   SELECT FROM pg_depend d
                    WHERE d.classid = 'pg_class'::regclass AND d.objid = s.seqrelid AND d.deptype = 'i'
                      AND d.refclassid = 'pg_class'::regclass AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum)
               OR EXISTS (
                   SELECT FROM pg_attrdef f JOIN pg_depend d ON d.classid = 'pg_attrdef'::regclass AND d.objid = f.oid
                    WHERE f.adrelid = a.attrelid AND f.adnum = a.attnum
                      AND d.refclassid = 'pg_class'::regclass AND d.refobjid = s.seqrelid)
         WHERE a.attrelid = numbered AND a.attname = ANY (columns) AND a.attgenerated = ''
           AND a.atttypid IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype, 'numeric'::regtype)
           AND has_sequence_privilege(s.seqrelid, 'UPDATE') AND has_sequence_privilege(s.seqrelid, 'USAGE, SELECT')
    LOOP
        EXECUTE command;
    END LOOP;
END
