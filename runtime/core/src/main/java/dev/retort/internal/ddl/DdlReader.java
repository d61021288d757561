package dev.retort.internal.ddl;

import dev.retort.internal.sql.SqlFault;
import dev.retort.internal.sql.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what SQL does to a schema: for each statement the effects in their order, none for what no schema holds (rows, privileges,
 * settings). What is not understood is an effect of its own, never an error.
 */
public final class DdlReader {

    private static final StatementReader NOTHING = statement -> List.of();

    private static final StatementReader ANYTHING = statement -> List.of(new SqlEffect.Unknown());

    private static final Map<String, StatementReader> READERS = Map.ofEntries(
            Map.entry("CREATE", CreateReader::read),
            Map.entry("ALTER", AlterReader::read),
            Map.entry("DROP", DropReader::read),
            Map.entry("COMMENT", CommentReader::read),
            Map.entry("SET", SettingReader::set),
            Map.entry("RESET", SettingReader::reset),
            Map.entry("DISCARD", SettingReader::reset),
            Map.entry("SELECT", QueryReader::read),
            Map.entry("WITH", QueryReader::read),
            Map.entry("INSERT", QueryReader::read),
            Map.entry("UPDATE", QueryReader::read),
            Map.entry("DELETE", QueryReader::read),
            Map.entry("MERGE", QueryReader::read),
            Map.entry("REPLACE", QueryReader::read),
            Map.entry("VALUES", QueryReader::read),
            Map.entry("(", QueryReader::read),
            Map.entry("PRAGMA", DdlReader::pragma),
            Map.entry("DO", ANYTHING),
            Map.entry("CALL", ANYTHING),
            Map.entry("ROLLBACK", ANYTHING),
            Map.entry("IMPORT", ANYTHING));

    /** What changes no schema, by its first word. */
    private static final Set<String> OTHERS = Set.of(
            "ABORT",
            "ANALYZE",
            "ANALYSE",
            "ATTACH",
            "BEGIN",
            "CHECKPOINT",
            "CLOSE",
            "CLUSTER",
            "COMMIT",
            "COPY",
            "DEALLOCATE",
            "DECLARE",
            "DETACH",
            "END",
            "EXECUTE",
            "EXPLAIN",
            "FETCH",
            "GRANT",
            "LISTEN",
            "LOAD",
            "LOCK",
            "MOVE",
            "NOTIFY",
            "PREPARE",
            "REASSIGN",
            "REFRESH",
            "REINDEX",
            "RELEASE",
            "REVOKE",
            "SAVEPOINT",
            "SECURITY",
            "SHOW",
            "START",
            "TABLE",
            "TRUNCATE",
            "UNLISTEN",
            "VACUUM");

    private final Grammar grammar;

    public DdlReader(Grammar grammar) {
        this.grammar = grammar;
    }

    /** What the statements of a text do, one after the other. */
    public List<SqlEffect> read(String sql) {
        List<SqlScript.Part> statements;
        try {
            // A dump is cut as any other text is, and may copy rows.
            statements = SqlScript.splitDump(sql, grammar.syntax());
        } catch (SqlFault e) {
            // No database runs it; whoever runs it reports why.
            return List.of(new SqlEffect.Unknown());
        }
        SearchPath path = new SearchPath();
        List<SqlEffect> effects = new ArrayList<>();
        for (SqlScript.Part part : statements) {
            effects.addAll(read(new DdlStatement(part.sql(), grammar, path)));
        }
        return List.copyOf(effects);
    }

    private static List<SqlEffect> read(DdlStatement statement) {
        try {
            Cursor cursor = statement.cursor();
            String first = cursor.next().upper();
            return READERS.getOrDefault(first, OTHERS.contains(first) ? NOTHING : ANYTHING)
                    .read(cursor);
        } catch (NotUnderstood e) {
            return statement.uncertain();
        }
    }

    /** SQLite's own definitions can be written to after one of them. */
    private static List<SqlEffect> pragma(Cursor cursor) {
        return cursor.is("writable_schema") ? List.of(new SqlEffect.Unknown()) : List.of();
    }
}
