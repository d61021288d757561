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

    /** The functions of the server that have one value a statement; all others are of an author or of an extension. */
    private static final Set<String> NOT_VOLATILE =
            Set.of(Blocks.resource("not-volatile.txt").split("\\s+"));

    private VolatileDefault() {}

    static boolean is(@Nullable DefaultValue value, SchemaAt schema) {
        if (!(value instanceof DefaultValue.Expression expression)) {
            return false;
        }
        List<SqlToken> tokens = SqlLexer.tokens(expression.sql(), PostgresSyntax.SYNTAX).stream()
                .filter(token -> !token.isBlank())
                .toList();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean named = tokens.get(i).kind() == SqlToken.Kind.WORD
                    || tokens.get(i).kind() == SqlToken.Kind.QUOTED_IDENTIFIER;
            boolean type = i > 0 && tokens.get(i - 1).isSymbol("::");
            boolean called = named && !type && tokens.get(i + 1).isSymbol("(");
            if (called && isVolatile(tokens.get(i).identifier().toLowerCase(Locale.ROOT), schema)) {
                return true;
            }
        }
        return false;
    }

    /** A function that nobody declares is, as the server takes it to be; what extensions have as a default mostly is a new key. */
    private static boolean isVolatile(String function, SchemaAt schema) {
        List<Routine> own = schema.value()
                .all(Routine.class)
                .filter(routine -> routine.signature().name().name().equals(function))
                .toList();
        return own.isEmpty()
                ? !NOT_VOLATILE.contains(function)
                : own.stream().anyMatch(routine -> isVolatile(routine.characteristics()));
    }

    private static boolean isVolatile(Routine.Characteristics characteristics) {
        String said = String.valueOf(characteristics.volatility()).toUpperCase(Locale.ROOT);
        return !said.equals("IMMUTABLE") && !said.equals("STABLE");
    }
}
