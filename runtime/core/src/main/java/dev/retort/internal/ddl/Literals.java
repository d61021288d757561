package dev.retort.internal.ddl;

import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.sql.SqlToken;
import dev.retort.internal.sql.SqlToken.Kind;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values that are written out. */
final class Literals {

    private Literals() {}

    /** The text that a string means. */
    static String string(SqlToken token) {
        String text = token.text();
        Cursor.check(token.kind() == Kind.STRING);
        return switch (text.charAt(0)) {
            case '\'' -> text.substring(1, text.length() - 1).replace("''", "'");
            case '$' -> text.substring(text.indexOf('$', 1) + 1, text.lastIndexOf('$', text.length() - 2));
            default -> escaped(text.substring(2, text.length() - 1));
        };
    }

    /** {@code E'…'}, with the escapes that say one character by one. */
    private static String escaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = c == '\\' || c == '\'';
            Cursor.check(!pair || i + 1 < text.length());
            // A quote that is not doubled ends a piece of a string of several lines.
            Cursor.check(c != '\'' || text.charAt(i + 1) == '\'');
            plain.append(c == '\\' ? meant(text.charAt(i + 1)) : c);
            i += pair ? 1 : 0;
        }
        return plain.toString();
    }

    private static char meant(char escape) {
        return switch (escape) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u', 'U', 'x', '0', '1', '2', '3', '4', '5', '6', '7' -> throw new NotUnderstood();
            default -> escape;
        };
    }

    /** What a DEFAULT is: a value or an expression, which NULL is as well. */
    static DefaultValue defaultValue(Cursor value) {
        SqlToken first = value.peek(0);
        boolean alone = value.left() == 1;
        boolean signed = value.left() == 2 && (first.isSymbol("-") || first.isSymbol("+"));
        SqlToken last = value.peek(signed ? 1 : 0);
        if (alone && (first.isWord("TRUE") || first.isWord("FALSE"))) {
            value.skipRest();
            return new DefaultValue.Literal(first.isWord("TRUE"));
        } else if (alone && first.kind() == Kind.STRING) {
            return new DefaultValue.Literal(value.string());
        } else if ((alone || signed) && isDecimal(last)) {
            value.skipRest();
            return new DefaultValue.Literal(number((first.isSymbol("-") ? "-" : "") + last.text()));
        }
        return new DefaultValue.Expression(value.rest());
    }

    /** The same, and none where it is NULL; only for a column of a domain is that something else. */
    static @Nullable DefaultValue defaultOrNone(Cursor value) {
        boolean none = value.left() == 1 && value.skip("NULL");
        return none ? null : defaultValue(value);
    }

    /** The same without brackets around all of it. */
    static Cursor unbracketed(Cursor value) {
        Cursor copy = value.withoutLast(0);
        Cursor inner = copy.isSymbol("(") ? copy.brackets() : copy;
        Cursor plain = copy.done() && !inner.done() ? inner : value.withoutLast(0);
        value.skipRest();
        return plain;
    }

    static boolean isDecimal(SqlToken token) {
        return token.kind() == Kind.NUMBER
                && token.text()
                        .toLowerCase(Locale.ROOT)
                        .matches("(\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)(e[+-]?\\d{1,4})?");
    }

    static Object number(String text) {
        BigDecimal number = new BigDecimal(text.replace("_", ""));
        if (number.scale() > 0 || number.toBigInteger().bitLength() >= Long.SIZE) {
            return number;
        }
        long whole = number.longValue();
        return whole == (int) whole ? (Object) (int) whole : (Object) whole;
    }
}
