package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.operation.CreateView;
import dev.retort.internal.operation.DropView;
import dev.retort.internal.operation.RefreshView;
import dev.retort.internal.operation.ReplaceView;
import dev.retort.internal.schema.View;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Views as SQL. */
final class ViewStatements {

    /** What makes a view what it is, besides its text; {@code the_view} stands for its oid. */
    private static final String PARTS = Blocks.resource("view-parts.sql");

    /** Notes in a block how the view of {@code item} is dropped, and how it is created again with all that it had. */
    private static final String KEEP =
            Blocks.resource("keep-view.sql").replace("/* views */", PARTS.replace("the_view", "item.id"));

    private ViewStatements() {}

    /** A block, with what keeps a view in the place where it says so. */
    static String keeping(String block) {
        return block.replace("/* keep view */", KEEP);
    }

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
        if (operation.replace()) {
            return List.of(AuthorsSql.whole(sql, keepingOptions(view, Set.of(), "", sql + ";")));
        }
        boolean knowsIfNotExists = materialized || !operation.ifNotExists();
        return List.of(AuthorsSql.whole(sql, knowsIfNotExists ? sql : Blocks.unless("duplicate_table", sql)));
    }

    private static void refuseForMaterialized(View view) {
        if (view.options().temporary()) {
            throw Refusal.of(
                    "The view \"" + view.name()
                            + "\" is both materialized and temporary, which PostgreSQL does not know.",
                    "Keep one of them; createTable has temporary: too.");
        } else if (view.options().checkOption() != null) {
            throw Refusal.of(
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
        View view = operation.view();
        String inPlace = text(view, "CREATE OR REPLACE ", false);
        String name = Identifiers.quote(view.name());
        String body = """
                BEGIN
                %1$s;
                EXCEPTION WHEN invalid_table_definition THEN
                SELECT array_agg(command ORDER BY place), array_agg(of_column ORDER BY place) INTO kept, columns
                FROM (%2$s) AS part;
                DROP VIEW %3$s;
                %4$s;
                FOR i IN 1 .. coalesce(array_length(kept, 1), 0) LOOP
                  IF columns[i] IS NULL OR EXISTS (
                      SELECT FROM pg_attribute WHERE attrelid = %5$s::regclass AND attname = columns[i]) THEN
                    EXECUTE kept[i];
                  END IF;
                END LOOP;
                END;""".formatted(
                        inPlace,
                        PARTS.replace("the_view", Values.quoted(name) + "::regclass"),
                        name,
                        text(view, "CREATE ", false),
                        Values.quoted(name));
        return List.of(AuthorsSql.whole(
                inPlace, keepingOptions(view, operation.reset(), "  kept text[];\n  columns text[];\n", body)));
    }

    /** OR REPLACE takes the options that are not named from the view. */
    private static String keepingOptions(View view, Set<String> reset, String variables, String body) {
        Set<String> named = new TreeSet<>(view.options().names());
        named.addAll(reset);
        String name = Identifiers.quote(view.name());
        String others = named.stream().map(Values::quoted).collect(Collectors.joining(", "));
        String block = """
                DECLARE
                %s  options text;
                BEGIN
                SELECT string_agg(option, ', ') INTO options FROM pg_class c, unnest(c.reloptions) AS option
                WHERE c.oid = to_regclass(%s) AND split_part(option, '=', 1) <> ALL (ARRAY[%s]::text[]);
                %s
                IF options IS NOT NULL THEN
                  EXECUTE %s || options || ')';
                END IF;
                END
                """.formatted(
                        variables, Values.quoted(name), others, body, Values.quoted("ALTER VIEW " + name + " SET ("));
        return Blocks.of("\n" + block);
    }

    static String drop(DropView operation) {
        return "DROP " + (operation.materialized() ? "MATERIALIZED " : "") + "VIEW "
                + Clauses.ifExists(operation.ifExists()) + Identifiers.quote(operation.view())
                + Clauses.cascade(operation.cascade());
    }

    static String refresh(RefreshView operation) {
        if (operation.concurrently() && !operation.withData()) {
            throw Refusal.of("refreshView says both concurrently: true and withData: false.", "Keep one of them.");
        }
        return "REFRESH MATERIALIZED VIEW " + (operation.concurrently() ? "CONCURRENTLY " : "")
                + Identifiers.quote(operation.view()) + (operation.withData() ? "" : " WITH NO DATA");
    }
}
