SELECT c.schema, c.relname::text AS "table", y.polname::text AS name, y.polpermissive AS permissive, y.polcmd::text AS command,
       ARRAY(SELECT CASE r WHEN 0 THEN 'public' ELSE pg_get_userbyid(r)::text END FROM unnest(y.polroles) r) AS roles,
       pg_get_expr(y.polqual, y.polrelid) AS using, pg_get_expr(y.polwithcheck, y.polrelid) AS "check"
FROM tables c
JOIN pg_policy y ON y.polrelid = c.oid
