package dev.retort.dialect.postgres;

import dev.retort.dialect.SqlStatement;
import dev.retort.operation.CreateView;
import dev.retort.operation.DropView;
import dev.retort.operation.RefreshView;
import dev.retort.operation.ReplaceView;
import dev.retort.schema.View;
import java.util.List;
import java.util.stream.Collectors;

/** Views as SQL. */
final class ViewStatements {

    private ViewStatements() {}

    static List<SqlStatement> create(CreateView operation) {
        View view = operation.view();
        boolean materialized = view.options().materialized();
        if (materialized) {
            refuseForMaterialized(view);
        }
        String sql = text(view, operation.replace() ? "CREATE OR REPLACE " : "CREATE ", operation.ifNotExists());
        if (!operation.withData()) {
            sql += "\nWITH NO DATA";
        }
        boolean knowsIfNotExists = materialized || !operation.ifNotExists();
        return List.of(AuthorsSql.whole(sql, knowsIfNotExists ? sql : Blocks.unless("duplicate_table", sql)));
    }

    private static void refuseForMaterialized(View view) {
        if (view.options().temporary()) {
            throw Statements.refused(
                    "The view \"" + view.name()
                            + "\" is both materialized and temporary, which PostgreSQL does not know.",
                    "Keep one of them; createTable has temporary: too.");
        } else if (view.options().checkOption() != null) {
            throw Statements.refused(
                    "The view \"" + view.name() + "\" is materialized, so nothing is written through it.",
                    "Leave checkOption: out.");
        }
    }

    private static String text(View view, String create, boolean ifNotExists) {
        View.Options options = view.options();
        String storage = options.storage().entrySet().stream()
                .map(option -> Identifiers.quote(option.getKey()) + " = " + Values.quoted(option.getValue()))
                .collect(Collectors.joining(", "));
        return create + (options.temporary() ? "TEMPORARY " : "") + (options.materialized() ? "MATERIALIZED " : "")
                + "VIEW "
                + (ifNotExists && options.materialized() ? "IF NOT EXISTS " : "") + Identifiers.quote(view.name())
                + (view.columns().isEmpty() ? "" : " " + Identifiers.list(view.columns()))
                + (storage.isEmpty() ? "" : " WITH (" + storage + ")")
                + " AS\n" + AuthorsSql.part("The query of the view \"" + view.name() + "\"", view.query())
                + (options.checkOption() == null ? "" : "\nWITH " + options.checkOption() + " CHECK OPTION");
    }

    /**
     * In place where the server can; it refuses that where a column would go or become another. Then the view is made
     * anew, with the triggers, the comment, the owner and the privileges that it had.
     */
    static List<SqlStatement> replace(ReplaceView operation) {
        String inPlace = text(operation.view(), "CREATE OR REPLACE ", false);
        String name = Identifiers.quote(operation.view().name());
        String block = """
                DECLARE
                  kept text[];
                  again text;
                BEGIN
                  %1$s;
                EXCEPTION WHEN invalid_table_definition THEN
                  SELECT array_agg(sql ORDER BY place) INTO kept FROM (
                    SELECT 1 AS place, format('ALTER VIEW %%s OWNER TO %%I', c.oid::regclass, pg_get_userbyid(c.relowner)) AS sql
                    FROM pg_class c WHERE c.oid = %2$s::regclass AND pg_get_userbyid(c.relowner) <> current_user
                    UNION ALL
                    SELECT 2, format('GRANT %%s ON %%s TO %%s%%s', a.privilege_type, c.oid::regclass,
                      CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END,
                      CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
                    FROM pg_class c, aclexplode(c.relacl) a
                    WHERE c.oid = %2$s::regclass AND a.grantee <> c.relowner
                    UNION ALL
                    SELECT 3, format('COMMENT ON VIEW %%s IS %%L', c.oid::regclass, obj_description(c.oid, 'pg_class'))
                    FROM pg_class c WHERE c.oid = %2$s::regclass AND obj_description(c.oid, 'pg_class') IS NOT NULL
                    UNION ALL
                    SELECT 4, pg_get_triggerdef(t.oid)
                    FROM pg_trigger t WHERE t.tgrelid = %2$s::regclass AND NOT t.tgisinternal) was;
                  DROP VIEW %3$s;
                  %4$s;
                  FOREACH again IN ARRAY coalesce(kept, '{}') LOOP
                    EXECUTE again;
                  END LOOP;
                END
                """.formatted(inPlace, Values.quoted(name), name, text(operation.view(), "CREATE ", false));
        return List.of(AuthorsSql.whole(inPlace, Blocks.of(block.strip())));
    }

    static String drop(DropView operation) {
        return "DROP " + (operation.materialized() ? "MATERIALIZED " : "") + "VIEW "
                + Statements.ifExists(operation.ifExists()) + Identifiers.quote(operation.view())
                + Statements.cascade(operation.cascade());
    }

    static String refresh(RefreshView operation) {
        if (operation.concurrently() && !operation.withData()) {
            throw Statements.refused(
                    "refreshView says both concurrently: true and withData: false.", "Keep one of them.");
        }
        return "REFRESH MATERIALIZED VIEW " + (operation.concurrently() ? "CONCURRENTLY " : "")
                + Identifiers.quote(operation.view()) + (operation.withData() ? "" : " WITH NO DATA");
    }
}
