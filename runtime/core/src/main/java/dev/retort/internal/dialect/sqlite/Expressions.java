package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.sql.SqlToken;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * SQL expressions, passed through as they are but for one: {@code now()}, all of it, is {@code CURRENT_TIMESTAMP}, as
 * every portable script says it and SQLite has no such function. {@code gen_random_uuid()}, all of it, is refused with
 * a sentence. Anything else SQLite judges itself.
 */
final class Expressions {

    private static final Set<String> CURRENT = Set.of("CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME");
    private static final Pattern NOW = Pattern.compile("(?i)\\s*now\\s*\\(\\s*\\)\\s*");
    private static final Pattern RANDOM_UUID = Pattern.compile("(?i)\\s*gen_random_uuid\\s*\\(\\s*\\)\\s*");

    private Expressions() {}

    static String portable(String sql) {
        if (RANDOM_UUID.matcher(sql).matches()) {
            throw Refusal.of(
                    "SQLite has no function gen_random_uuid().",
                    "Leave the default out and let the application name the id, or use sql('lower(hex(randomblob(16)))').");
        }
        return NOW.matcher(sql).matches() ? "CURRENT_TIMESTAMP" : sql;
    }

    /** Whether it is the time at which it is looked at, which SQLite takes without brackets. */
    static boolean isMoment(String sql) {
        return CURRENT.contains(sql.toUpperCase(Locale.ROOT));
    }

    /** What stands after {@code DEFAULT}. */
    static String defaultClause(DefaultValue value) {
        if (value instanceof DefaultValue.Expression expression) {
            String sql = portable(expression.sql().strip());
            return isMoment(sql) || isBracketed(sql) ? sql : "(" + sql + ")";
        }
        String literal = Values.literal(((DefaultValue.Literal) value).value());
        return literal.startsWith("CAST(") ? "(" + literal + ")" : literal;
    }

    /** Whether an added column may have it: SQLite wants a constant there, as the rows are not written again. */
    static boolean isConstant(DefaultValue value) {
        return value instanceof DefaultValue.Literal && !defaultClause(value).startsWith("(");
    }

    /** The expression after a column was renamed: words that are its name, unless a function is called by them. */
    static String renamed(String sql, String from, String to) {
        List<SqlToken> tokens = Names.tokens(sql);
        StringBuilder renamed = new StringBuilder();
        int end = 0;
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            boolean name = token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER;
            boolean called = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol("(");
            renamed.append(sql.substring(end, token.start()));
            renamed.append(name && !called && Names.same(token.identifier(), from) ? Names.quote(to) : token.text());
            end = token.end();
        }
        return renamed.append(sql.substring(end)).toString();
    }

    private static boolean isBracketed(String sql) {
        List<SqlToken> tokens = Names.tokens(sql);
        return !tokens.isEmpty()
                && tokens.get(0).isSymbol("(")
                && tokens.get(tokens.size() - 1).isSymbol(")")
                && Clause.closing(tokens, 0) == tokens.size() - 1;
    }
}
