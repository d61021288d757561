package dev.retort.internal.dialect.postgres;

import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.Row;
import dev.retort.internal.sql.SqlFault;
import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlToken;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** How many statements name a table in an hour, where {@code pg_stat_statements} counts them. */
final class StatementCounts {

    private static final String EXTENSION = """
            SELECT n.nspname AS schema, pg_catalog.current_schema() AS here FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
            WHERE e.extname = 'pg_stat_statements'""";

    /** The counts are of all the time since somebody has reset them, so that they tell of an hour what is usual. */
    private static final String STATEMENTS = """
            SELECT s.query, (sum(s.calls) / greatest(extract(epoch FROM now() - min(i.stats_reset)) / 3600, 1))::bigint AS calls
            FROM %1$s.pg_stat_statements s CROSS JOIN %1$s.pg_stat_statements_info i
            WHERE s.dbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
              AND s.query IS NOT NULL
            GROUP BY s.query ORDER BY sum(s.calls) DESC LIMIT 5000""";

    /** The library is not loaded, the role may not look, or the extension is older than its view. */
    private static final Set<String> NOT_TO_BE_HAD = Set.of("55000", "42501", "42P01");

    /** A table comes after one of these. */
    private static final Set<String> BEFORE = Set.of("FROM", "JOIN", "UPDATE", "INTO", "ONLY", "USING", "COPY", ",");

    private StatementCounts() {}

    static Map<QualifiedName, Long> of(Connection connection, Collection<QualifiedName> tables) throws SQLException {
        List<Row> extension = Rows.of(connection, EXTENSION);
        if (extension.isEmpty()) {
            return Map.of();
        }
        String schema =
                Identifiers.quote(Objects.requireNonNull(extension.get(0).string("schema")));
        try {
            String here = String.valueOf(extension.get(0).string("here"));
            return counted(Rows.of(connection, String.format(STATEMENTS, schema)), tables, here);
        } catch (SQLException e) {
            if (NOT_TO_BE_HAD.contains(String.valueOf(e.getSQLState()))) {
                return Map.of();
            }
            throw e;
        }
    }

    /** @param here the schema of tables whose names have none, which a statement may have written */
    private static Map<QualifiedName, Long> counted(
            List<Row> statements, Collection<QualifiedName> tables, String here) {
        Map<QualifiedName, Long> counts = new HashMap<>();
        for (Row row : statements) {
            Set<String> named = named(Objects.requireNonNull(row.string("query")));
            long calls = Objects.requireNonNull(row.integer("calls"));
            tables.stream()
                    .filter(table -> named.contains(table.name())
                            || named.contains((table.schema() == null ? here : table.schema()) + "." + table.name()))
                    .forEach(table -> counts.merge(table, calls, Long::sum));
        }
        counts.values().removeIf(calls -> calls == 0);
        return counts;
    }

    /** With their schemas, where the statement has them. */
    private static Set<String> named(String query) {
        Set<String> named = new HashSet<>();
        try {
            List<SqlToken> tokens = SqlLexer.tokens(query, PostgresSyntax.SYNTAX).stream()
                    .filter(token -> !token.isBlank())
                    .toList();
            for (int i = 1; i < tokens.size(); i++) {
                if (BEFORE.contains(tokens.get(i - 1).upper())) {
                    boolean qualified =
                            i + 2 < tokens.size() && tokens.get(i + 1).isSymbol(".");
                    named.add(
                            qualified
                                    ? PostgresFolding.RULES.unquoted(
                                                    tokens.get(i).text()) + "." + name(tokens.get(i + 2))
                                    : name(tokens.get(i)));
                }
            }
        } catch (SqlFault e) {
            // A text that was cut off names what it names until there.
        }
        return named;
    }

    private static String name(SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD ? PostgresFolding.RULES.unquoted(token.text()) : token.identifier();
    }
}
