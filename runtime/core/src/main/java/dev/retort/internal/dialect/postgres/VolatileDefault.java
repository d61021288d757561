package dev.retort.internal.dialect.postgres;

import dev.retort.internal.fold.SchemaAt;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.schema.Routine;
import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlToken;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a default has another value for each row. One that has not is kept beside the table, and the rows are left as they are;
 * {@code now()} is such a one, as it is the time of the transaction.
 */
final class VolatileDefault {

    private static final Set<String> FUNCTIONS = Set.of(
            "clock_timestamp",
            "currval",
            "gen_random_bytes",
            "gen_random_uuid",
            "lastval",
            "nextval",
            "random",
            "random_normal",
            "setval",
            "timeofday",
            "uuid_generate_v1",
            "uuid_generate_v1mc",
            "uuid_generate_v4",
            "uuidv4",
            "uuidv7");

    private VolatileDefault() {}

    static boolean is(@Nullable DefaultValue value, SchemaAt schema) {
        if (!(value instanceof DefaultValue.Expression expression)) {
            return false;
        }
        List<SqlToken> tokens = SqlLexer.tokens(expression.sql(), PostgresSyntax.SYNTAX).stream()
                .filter(token -> !token.isBlank())
                .toList();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean called = tokens.get(i + 1).isSymbol("(");
            if (called && isVolatile(tokens.get(i).identifier().toLowerCase(Locale.ROOT), schema)) {
                return true;
            }
        }
        return false;
    }

    /** A function of an author is, unless it says otherwise. */
    private static boolean isVolatile(String function, SchemaAt schema) {
        return FUNCTIONS.contains(function)
                || schema.value()
                        .all(Routine.class)
                        .filter(routine -> routine.signature().name().name().equals(function))
                        .anyMatch(routine -> isVolatile(routine.characteristics()));
    }

    private static boolean isVolatile(Routine.Characteristics characteristics) {
        String said = String.valueOf(characteristics.volatility()).toUpperCase(Locale.ROOT);
        return !said.equals("IMMUTABLE") && !said.equals("STABLE");
    }
}
