package dev.retort.internal.dialect.postgres;

import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Routine;
import dev.retort.internal.script.Row;
import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlToken;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows of the catalog's functions and procedures, as routines. What a server takes by default is left out. */
final class RoutineRows {

    /** The parameters whose values are lists of names, each quoted by itself. */
    private static final Set<String> LISTS = Set.of(
            "search_path",
            "temp_tablespaces",
            "local_preload_libraries",
            "session_preload_libraries",
            "shared_preload_libraries");

    private static final int USUAL_COST = 100;
    private static final int USUAL_ROWS = 1000;

    private RoutineRows() {}

    static Routine routine(Row row) {
        return new Routine(
                new Routine.Signature(
                        Rows.name(row, "schema", "name"), Rows.text(row, "arguments"), Rows.truth(row, "procedure")),
                returns(row),
                Rows.text(row, "language"),
                Rows.text(row, "body"),
                characteristics(row));
    }

    private static @Nullable ColumnType returns(Row row) {
        String returns = row.string("returns");
        if (returns == null) {
            return null;
        }
        return Rows.truth(row, "many") ? new ColumnType.Named(returns) : ColumnRows.type(returns, row);
    }

    private static Routine.Characteristics characteristics(Row row) {
        return new Routine.Characteristics(
                switch (Rows.text(row, "volatility")) {
                    case "i" -> "IMMUTABLE";
                    case "s" -> "STABLE";
                    default -> null;
                },
                Rows.truth(row, "strict"),
                Rows.truth(row, "security_definer"),
                Rows.truth(row, "leakproof"),
                switch (Rows.text(row, "parallel")) {
                    case "s" -> "SAFE";
                    case "r" -> "RESTRICTED";
                    default -> null;
                },
                estimate(row, "cost", USUAL_COST),
                Rows.truth(row, "many") ? estimate(row, "rows", USUAL_ROWS) : null,
                settings(Rows.texts(row, "settings")));
    }

    private static @Nullable Long estimate(Row row, String column, int usual) {
        long number = new BigDecimal(Rows.text(row, column)).longValue();
        return number == usual ? null : number;
    }

    private static SortedMap<String, List<String>> settings(List<String> texts) {
        SortedMap<String, List<String>> settings = new TreeMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            String name = text.substring(0, equals);
            String value = text.substring(equals + 1);
            settings.put(name, LISTS.contains(name) ? names(value) : List.of(value));
        }
        return settings;
    }

    private static List<String> names(String list) {
        return SqlLexer.tokens(list, PostgresSyntax.SYNTAX).stream()
                .filter(token -> !token.isBlank() && !token.isSymbol(","))
                .map(SqlToken::identifier)
                .toList();
    }
}
