package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.sql.SqlToken;
import dev.retort.internal.sql.SqlToken.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An expression with its casts, {@code x::type} and {@code CAST(x AS type)}, put as SQLite has to be asked for them to
 * do what PostgreSQL does. Everything else stays as it is written, and is judged by SQLite.
 */
final class Casts {

    /** Words before a bracket that call nothing. */
    private static final Set<String> NO_FUNCTIONS = Set.of(
            "AND", "OR", "NOT", "IN", "IS", "WHEN", "THEN", "ELSE", "CASE", "LIKE", "GLOB", "BETWEEN", "ESCAPE", "FROM",
            "WHERE", "SELECT", "OVER", "FILTER", "EXISTS");

    private final List<SqlToken> tokens;
    private final String sql;
    private final Function<String, @Nullable ColumnType> columns;
    private final ColumnType target;
    private final Conversion.Place place;

    private final StringBuilder written = new StringBuilder();
    private int at;

    /** Where the operand of a cast that may come next begins; -1 where none may. */
    private int operand = -1;

    /** The type of the operand; null where it is not known. */
    private @Nullable ColumnType type;

    private Casts(
            String sql, Function<String, @Nullable ColumnType> columns, ColumnType target, Conversion.Place place) {
        this.sql = sql;
        this.tokens = Names.tokens(sql);
        this.columns = columns;
        this.target = target;
        this.place = place;
    }

    /**
     * @param type null where it is not known
     */
    record Typed(String sql, @Nullable ColumnType type) {}

    /**
     * @param columns the types of the columns by their names
     * @param target the type of the column that is computed, which an enumeration may be cast to by its name
     */
    static Typed translated(
            String sql, Function<String, @Nullable ColumnType> columns, ColumnType target, Conversion.Place place) {
        Casts casts = new Casts(sql, columns, target, place);
        casts.upTo(casts.tokens.size());
        return casts.result();
    }

    private Typed result() {
        return new Typed(written.toString(), operand == 0 ? type : null);
    }

    private void upTo(int end) {
        Deque<Integer> cases = new ArrayDeque<>();
        while (at < end) {
            SqlToken token = tokens.get(at);
            if (token.isSymbol("::")) {
                postfixCast();
            } else if (token.isSymbol("(")) {
                bracket(written.length(), end);
            } else if (token.isWord("CASE")) {
                write(-1, null);
                cases.push(written.length() - token.text().length());
            } else if (token.isWord("END") && !cases.isEmpty()) {
                write(cases.pop(), null);
            } else if (token.isWord("CAST")
                    && at + 1 < end
                    && tokens.get(at + 1).isSymbol("(")) {
                castCall();
            } else {
                word(token, end);
            }
        }
    }

    private void word(SqlToken token, int end) {
        boolean continues = at > 0 && tokens.get(at - 1).isSymbol(".") && operand >= 0;
        int start = continues ? operand : written.length() + gap();
        if (token.isSymbol(".") && operand >= 0) {
            write(operand, null);
        } else if (token.kind() == Kind.SYMBOL || (token.kind() == Kind.WORD && NO_FUNCTIONS.contains(token.upper()))) {
            write(-1, null);
        } else if (at + 1 < end && tokens.get(at + 1).isSymbol("(")) {
            write(start, null);
            bracket(start, end);
        } else {
            boolean name = token.kind() == Kind.WORD || token.kind() == Kind.QUOTED_IDENTIFIER;
            write(start, name ? columns.apply(token.identifier()) : ofLiteral(token));
        }
    }

    private static @Nullable ColumnType ofLiteral(SqlToken token) {
        return token.kind() == Kind.STRING ? ColumnType.Simple.TEXT : null;
    }

    /** @param start where the operand begins that the bracket is the end of */
    private void bracket(int start, int end) {
        boolean alone = start == written.length();
        int from = alone ? start + gap() : start;
        int close = Math.min(Clause.closing(tokens, at), end - 1);
        write(-1, null);
        int inside = written.length();
        upTo(close);
        ColumnType inner = alone && operand == inside ? type : null;
        write(from, inner);
    }

    /** {@code CAST(x AS type)}. */
    private void castCall() {
        int start = written.length() + gap();
        int close = Clause.closing(tokens, at + 1);
        int as = close - 1;
        while (as > at && !tokens.get(as).isWord("AS")) {
            as--;
        }
        int first = at + 2;
        String gap = sql.substring(
                at == 0 ? 0 : tokens.get(at - 1).end(), tokens.get(at).start());
        Typed inner = translated(
                sql.substring(tokens.get(first).start(), tokens.get(as - 1).end()), columns, target, place);
        String words =
                sql.substring(tokens.get(as + 1).start(), tokens.get(close - 1).end());
        written.append(gap);
        at = close + 1;
        operand = start;
        convert(inner.sql(), inner.type(), words);
    }

    private void postfixCast() {
        if (operand < 0) {
            throw Refusal.of(
                    "The cast in \"" + sql + "\" has nothing before it that could be cast.",
                    "Put brackets around what it is about: (a + b)::integer.");
        }
        int first = at + 1;
        int last = first;
        while (last + 1 < tokens.size() && continuesType(first, last + 1)) {
            last = tokens.get(last + 1).isSymbol("(") ? Clause.closing(tokens, last + 1) : last + 1;
        }
        if (first >= tokens.size()) {
            throw Refusal.of("The cast in \"" + sql + "\" names no type.");
        }
        String words = sql.substring(tokens.get(first).start(), tokens.get(last).end());
        String expression = written.substring(operand);
        written.setLength(operand);
        at = last + 1;
        convert(expression, type, words);
    }

    /** The words of types that have more than one, arguments, and what makes a type an array. */
    private boolean continuesType(int first, int next) {
        SqlToken token = tokens.get(next);
        boolean second = next == first + 1 && (token.isWord("PRECISION") || token.isWord("VARYING"));
        boolean zone = token.isWord("WITH")
                || token.isWord("WITHOUT")
                || (token.isWord("TIME") && next > first + 1)
                || token.isWord("ZONE");
        return second
                || zone
                || token.isSymbol("(")
                || token.isSymbol(".")
                || tokens.get(next - 1).isSymbol(".")
                || token.text().equals("[]");
    }

    private void convert(String expression, @Nullable ColumnType from, String words) {
        ColumnType to = ofCast(words);
        written.append(Conversion.of(expression, from, to, place, true));
        type = to;
    }

    private ColumnType ofCast(String words) {
        ColumnType to = Types.ofCast(words);
        boolean array = words.endsWith("]");
        if (!array && !(to instanceof ColumnType.Named)) {
            return to;
        }
        String name = words.replace("\"", "");
        if (!array && Names.same(name, Conversions.name(target))) {
            return target;
        }
        throw Refusal.of(
                "SQLite knows no type \"" + words + "\" to cast to, in \"" + sql + "\".",
                "Compute the value without it for that database: using: dialect == 'sqlite' ? '…' : '…'.");
    }

    /** How far the next token is from what was written last. */
    private int gap() {
        return tokens.get(at).start() - (at == 0 ? 0 : tokens.get(at - 1).end());
    }

    private void write(int start, @Nullable ColumnType of) {
        SqlToken token = tokens.get(at);
        written.append(sql, at == 0 ? 0 : tokens.get(at - 1).end(), token.end());
        operand = start;
        type = of;
        at++;
    }
}
