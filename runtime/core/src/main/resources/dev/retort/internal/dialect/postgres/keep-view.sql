        drops := format('DROP %s %s', CASE WHEN item.kept THEN 'MATERIALIZED VIEW' ELSE 'VIEW' END, item.name) || drops;
        again := again || format('CREATE %s %s%s AS %s%s', CASE WHEN item.kept THEN 'MATERIALIZED VIEW' ELSE 'VIEW' END, item.name,
            coalesce(' WITH (' || array_to_string(item.reloptions, ', ') || ')', ''), rtrim(item.query, '; '),
            CASE WHEN item.kept AND NOT item.filled THEN ' WITH NO DATA' ELSE '' END);
        FOR part IN SELECT * FROM (/* views */) AS parts ORDER BY place LOOP
            again := again || part.command;
        END LOOP;
