package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.script.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a connection has of its own at one moment: pragmas that the file does not keep, and temporary objects.
 *
 * @param pragmas with their values
 * @param temporary for each temporary object the statement that removes it, the last one first
 */
record SessionState(Map<String, String> pragmas, Set<String> temporary) {

    /** Without those that {@link Confinement} keeps shut. */
    private static final List<String> PRAGMAS = List.of(
            "analysis_limit",
            "automatic_index",
            "cache_size",
            "cache_spill",
            "cell_size_check",
            "checkpoint_fullfsync",
            "count_changes",
            "defer_foreign_keys",
            "empty_result_callbacks",
            "full_column_names",
            "foreign_keys",
            "fullfsync",
            "ignore_check_constraints",
            "journal_size_limit",
            "legacy_alter_table",
            "locking_mode",
            "max_page_count",
            "mmap_size",
            "query_only",
            "read_uncommitted",
            "recursive_triggers",
            "reverse_unordered_selects",
            "secure_delete",
            "short_column_names",
            "synchronous",
            "temp_store",
            "threads",
            "trusted_schema",
            "wal_autocheckpoint");

    /** It cannot be asked for, only seen. */
    private static final String CASE_SENSITIVE_LIKE = "case_sensitive_like";

    private static final String JOURNAL_MODE = "journal_mode";

    private static final String QUERY_ONLY = "query_only";
    private static final String QUERY_ONLY_OFF = "0";

    private static final String FAST = "2";

    static SessionState of(Connection connection) throws SQLException {
        Map<String, String> pragmas = new LinkedHashMap<>();
        for (String pragma : PRAGMAS) {
            read(connection, pragma, pragmas);
        }
        read(connection, JOURNAL_MODE, pragmas);
        pragmas.put(CASE_SENSITIVE_LIKE, String.valueOf(Queries.number(connection, "SELECT 'a' NOT LIKE 'A'")));
        return new SessionState(pragmas, temporary(connection));
    }

    /** To look into a database of temporary objects that is not there would make one. */
    private static Set<String> temporary(Connection connection) throws SQLException {
        Set<String> temporary = new LinkedHashSet<>();
        if (Queries.number(connection, "SELECT count(*) FROM pragma_database_list WHERE name = 'temp'") == 0) {
            return temporary;
        }
        for (Row row : Queries.rows(connection, """
                SELECT type, name FROM sqlite_temp_schema
                WHERE type IN ('table', 'view', 'trigger') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
                ORDER BY rowid DESC""")) {
            temporary.add("DROP " + SchemaRow.text(row, "type").toUpperCase(Locale.ROOT) + " IF EXISTS temp."
                    + Names.quote(SchemaRow.text(row, "name")));
        }
        return temporary;
    }

    private static void read(Connection connection, String pragma, Map<String, String> pragmas) throws SQLException {
        for (Row row : Queries.rows(connection, "PRAGMA " + pragma)) {
            row.values().forEach(value -> pragmas.put(pragma, String.valueOf(value)));
        }
    }

    /** The same with a pragma. */
    SessionState with(String pragma, String value) {
        Map<String, String> more = new LinkedHashMap<>(pragmas);
        more.put(pragma, value);
        return new SessionState(more, temporary);
    }

    /** The statements that lead back to this state, outside of any transaction; none where it is the same. */
    List<String> statementsFrom(SessionState now) {
        List<String> statements = new ArrayList<>(pragmasFrom(now));
        statements.addAll(removalsFrom(now));
        return statements;
    }

    /** Those of them that remove temporary objects, and let rows be written. */
    List<String> removalsFrom(SessionState now) {
        List<String> statements = new ArrayList<>();
        if (!QUERY_ONLY_OFF.equals(now.pragmas.get(QUERY_ONLY))) {
            statements.add("PRAGMA " + QUERY_ONLY + " = " + QUERY_ONLY_OFF);
        }
        now.temporary.stream()
                .filter(statement -> !temporary.contains(statement))
                .forEach(statements::add);
        return statements;
    }

    /** Those of them that set pragmas. */
    List<String> pragmasFrom(SessionState now) {
        List<String> statements = new ArrayList<>();
        now.pragmas.forEach((pragma, value) -> {
            String before = pragmas.getOrDefault(pragma, value);
            boolean ofFile = pragma.equals(JOURNAL_MODE) && (isWal(before) || isWal(value));
            if (!before.equals(value) && !ofFile) {
                boolean fast = pragma.equals("secure_delete") && before.equals(FAST);
                statements.add("PRAGMA " + pragma + " = " + (fast ? "FAST" : before));
            }
        });
        return statements;
    }

    /** The one mode that the file keeps. */
    private static boolean isWal(String mode) {
        return mode.equalsIgnoreCase("wal");
    }
}
