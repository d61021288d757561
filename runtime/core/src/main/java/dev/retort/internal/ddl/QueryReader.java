package dev.retort.internal.ddl;

import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.sql.SqlToken;
import dev.retort.internal.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads queries and changes of rows. A function may do anything; those that are known to change a schema are looked for, the others
 * are taken to leave it.
 */
final class QueryReader {

    /** Of PostGIS, TimescaleDB, pg_partman and SpatiaLite: they change the table that their first string names. */
    private static final Set<String> CHANGES_TABLE = Set.of(
            "addgeometrycolumn",
            "dropgeometrycolumn",
            "recovergeometrycolumn",
            "create_hypertable",
            "create_parent",
            "create_distributed_table",
            "create_reference_table",
            "dropgeometrytable");

    /** They create or drop other objects. */
    private static final Set<String> CHANGES_ANYTHING = Set.of(
            "create_hypertable",
            "create_parent",
            "run_maintenance",
            "add_continuous_aggregate_policy",
            "initspatialmetadata",
            "dropgeometrytable",
            "dblink_exec",
            "query_to_xml",
            "load_extension");

    /** INTO is not that of a query after these. */
    private static final Set<String> BEFORE_TARGET =
            Set.of("INSERT", "MERGE", "REPLACE", "IGNORE", "ABORT", "FAIL", "ROLLBACK");

    private final Cursor cursor;
    private final boolean query;
    private final List<SqlEffect> effects = new ArrayList<>();

    private QueryReader(Cursor cursor) {
        this.cursor = cursor;
        SqlToken first = cursor.before();
        this.query = first.isWord("SELECT") || first.isWord("WITH");
    }

    static List<SqlEffect> read(Cursor cursor) {
        QueryReader reader = new QueryReader(cursor);
        cursor.restart();
        int depth = 0;
        while (!cursor.done()) {
            SqlToken token = cursor.peek(0);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            reader.look(token, depth == 0);
            cursor.next();
        }
        return reader.effects.stream().distinct().toList();
    }

    private void look(SqlToken token, boolean outside) {
        boolean into = token.isWord("INTO");
        if (into && query && outside && !BEFORE_TARGET.contains(cursor.before().upper())) {
            effects.add(new SqlEffect.Uncertain(ObjectName.of(ObjectKind.TABLE, created())));
        } else if (into
                || token.isWord("UPDATE")
                || (token.isWord("FROM") && cursor.before().isWord("DELETE"))) {
            if (isCatalog(cursor.peek(1)) || (cursor.peek(2).isSymbol(".") && isCatalog(cursor.peek(3)))) {
                effects.add(new SqlEffect.Unknown());
            }
        } else if (cursor.peek(1).isSymbol("(") && token.kind() != Kind.STRING) {
            call(token.identifier().toLowerCase(Locale.ROOT));
        }
    }

    private QualifiedName created() {
        Cursor rest = cursor.withoutLast(0);
        rest.expect("INTO");
        while (rest.skip("TEMP") || rest.skip("TEMPORARY") || rest.skip("UNLOGGED") || rest.skip("TABLE")) {
            // the name follows
        }
        return rest.qualified();
    }

    /** Where databases keep their own definitions. */
    private static boolean isCatalog(SqlToken token) {
        String name = token.identifier().toLowerCase(Locale.ROOT);
        return name.equals("sqlite_master") || name.equals("sqlite_schema") || name.startsWith("pg_");
    }

    private void call(String function) {
        List<String> strings = strings();
        if (CHANGES_ANYTHING.contains(function)) {
            effects.add(new SqlEffect.Unknown());
        }
        if (CHANGES_TABLE.contains(function) && !strings.isEmpty()) {
            effects.add(new SqlEffect.Uncertain(ObjectName.of(ObjectKind.TABLE, changed(function, strings))));
        } else if (function.equals("set_config")
                && strings.size() > 1
                && strings.get(0).equals("search_path")) {
            effects.addAll(SettingReader.path(cursor, SettingReader.names(cursor.of(strings.get(1)))));
        }
    }

    /** PostGIS takes the schema as an argument of its own, in front of the others. */
    private QualifiedName changed(String function, List<String> strings) {
        int usual =
                function.equals("addgeometrycolumn") ? 3 : function.equals("dropgeometrycolumn") ? 2 : strings.size();
        int table = Math.max(0, strings.size() - usual);
        return table == 0
                ? cursor.of(strings.get(0)).qualified()
                : new QualifiedName(strings.get(table - 1), strings.get(table));
    }

    /** The arguments that are strings. */
    private List<String> strings() {
        Cursor rest = cursor.withoutLast(0);
        rest.next();
        Cursor arguments = rest.brackets();
        List<String> strings = new ArrayList<>();
        while (!arguments.done()) {
            SqlToken token = arguments.next();
            if (token.kind() == Kind.STRING) {
                strings.add(Literals.string(token));
            }
        }
        return strings;
    }
}
