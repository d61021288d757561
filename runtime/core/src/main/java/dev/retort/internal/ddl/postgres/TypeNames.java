package dev.retort.internal.ddl.postgres;

import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.PostgresTypes;
import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlSyntax;
import dev.retort.internal.sql.SqlToken;
import dev.retort.internal.sql.SqlToken.Kind;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a type as authors write it into the words by which the server itself spells it. */
final class TypeNames {

    private static final Map<String, ColumnType> SERIAL = Map.of(
            "smallserial", ColumnType.Simple.SMALLSERIAL,
            "serial2", ColumnType.Simple.SMALLSERIAL,
            "serial", ColumnType.Simple.SERIAL,
            "serial4", ColumnType.Simple.SERIAL,
            "bigserial", ColumnType.Simple.BIGSERIAL,
            "serial8", ColumnType.Simple.BIGSERIAL);

    /** {@code name(1,2) with more words}. */
    private static final Pattern SHAPE =
            Pattern.compile("([a-z0-9_ ]+?)(\\([^()]*\\))?((?: with| without) time zone)?");

    private static final Pattern ARRAY = Pattern.compile("( array)?((\\[\\d*\\])*)$");

    private static final Pattern PLAIN = Pattern.compile("\"[a-z_][a-z0-9_]*\"");

    private static final int DIGITS_OF_REAL = 24;

    private final SqlSyntax syntax;
    private final Function<String, ColumnType> types;

    TypeNames(SqlSyntax syntax, Function<String, ColumnType> types) {
        this.syntax = syntax;
        this.types = types;
    }

    ColumnType type(String written) {
        String words = words(written);
        Matcher array = ARRAY.matcher(words);
        // The server keeps no number of dimensions and no bounds.
        boolean isArray = array.find() && !array.group().isEmpty();
        String element = isArray ? words.substring(0, array.start()) : words;
        ColumnType serial = isArray ? null : SERIAL.get(element);
        return serial == null ? types.apply(spelled(element) + (isArray ? "[]" : "")) : serial;
    }

    private static String spelled(String words) {
        Matcher shape = SHAPE.matcher(words);
        if (!shape.matches()) {
            return words;
        }
        String name = shape.group(1);
        String arguments = shape.group(2) == null ? "" : shape.group(2);
        String zone = shape.group(3) == null ? "" : shape.group(3);
        return switch (name) {
            case "timestamptz" -> "timestamp" + arguments + " with time zone";
            case "timetz" -> "time" + arguments + " with time zone";
            case "float" -> arguments.isEmpty() ? "double precision" : floating(arguments);
            default -> PostgresTypes.printed(name) + arguments + zone;
        };
    }

    private static String floating(String arguments) {
        String digits = arguments.substring(1, arguments.length() - 1);
        boolean real = digits.matches("\\d{1,2}") && Integer.parseInt(digits) <= DIGITS_OF_REAL;
        return real ? "real" : "double precision";
    }

    /**
     * In lower case, with one space between words and none elsewhere, without the schema of the server's own types. What is
     * between brackets is the type's own business: {@code geometry(Point,4326)}.
     */
    private String words(String written) {
        StringBuilder words = new StringBuilder();
        List<SqlToken> tokens = SqlLexer.tokens(written, syntax).stream()
                .filter(token -> !token.isBlank())
                .toList();
        boolean own = tokens.size() > 2
                && tokens.get(0).isWord("pg_catalog")
                && tokens.get(1).isSymbol(".");
        boolean inBrackets = false;
        for (SqlToken token : tokens.subList(own ? 2 : 0, tokens.size())) {
            boolean word = token.kind() != Kind.SYMBOL && !words.isEmpty();
            char before = words.isEmpty() ? ' ' : words.charAt(words.length() - 1);
            boolean apart = word && before != '(' && before != ',' && before != '[' && before != '.' && before != '%';
            words.append(apart ? " " : "").append(inBrackets ? token.text() : token(token));
            inBrackets = (inBrackets || token.isSymbol("(")) && !token.isSymbol(")");
        }
        return words.toString();
    }

    private static String token(SqlToken token) {
        if (token.kind() == Kind.WORD) {
            return lower(token.text());
        }
        boolean plain = PLAIN.matcher(token.text()).matches() && !isReserved(token.identifier());
        return plain ? token.identifier() : token.text();
    }

    /** Whether it is another type without its quotes, as {@code "char"} is. */
    private static boolean isReserved(String name) {
        return PostgresTypes.isKnown(name) || SERIAL.containsKey(name);
    }

    /** The server leaves letters beyond ASCII as they are. */
    static String lower(String text) {
        StringBuilder lower = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            lower.setCharAt(i, c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c);
        }
        return lower.toString();
    }
}
