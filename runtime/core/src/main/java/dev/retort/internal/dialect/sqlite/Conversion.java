package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.schema.ColumnType;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a value becomes under another type: what PostgreSQL makes of it, or an error that names the row and the value.
 * SQLite's own {@code CAST} never fails: {@code 'abc'} is 0 to it, and {@code 'true'} as well.
 */
final class Conversion implements ColumnType.Visitor<String> {

    private static final String TRUE = "'t', 'tr', 'tru', 'true', 'y', 'ye', 'yes', 'on', '1'";
    private static final String FALSE = "'f', 'fa', 'fal', 'fals', 'false', 'n', 'no', 'of', 'off', '0'";

    /** What PostgreSQL takes for blank around a value. */
    private static final String BLANKS = "char(32, 9, 10, 11, 12, 13)";

    /** Below this, each whole number is a double of its own. */
    private static final String WHOLE_DOUBLES = "1e15";

    private static final int QUOTED_AT_MOST = 100;

    private final String value;
    private final @Nullable ColumnType from;
    private final boolean cast;

    private Conversion(String value, @Nullable ColumnType from, boolean cast) {
        this.value = value;
        this.from = from;
        this.cast = cast;
    }

    /**
     * Where values come from, for the error's sake.
     *
     * @param row SQL that names the row
     * @param column the column that is computed
     */
    record Place(String table, String row, String column) {}

    /**
     * @param from null where it is not known
     * @param cast whether the author wrote the cast, which cuts what a change of the type refuses
     * @return SQL that fails where a value cannot be converted
     */
    static String of(String expression, @Nullable ColumnType from, ColumnType to, Place place, boolean cast) {
        if (!Conversions.needed(from, to)) {
            return expression;
        }
        boolean plain = Names.tokens(expression).size() == 1;
        String value = plain ? expression : "given";
        String converted = to.accept(new Conversion(value, from, cast));
        String sql = "coalesce(" + converted + ", CASE WHEN " + value + " IS NOT NULL THEN " + failure(value, to, place)
                + " END)";
        return plain ? sql : "(SELECT " + sql + " FROM (SELECT " + expression + " AS given))";
    }

    /**
     * SQLite lets an expression raise no error of its own. A JSON path that is none is the one error of SQLite's that
     * has a value in its message, see {@link Failures}.
     */
    private static String failure(String value, ColumnType to, Place place) {
        String table = " of the table \"" + place.table() + "\" has ";
        String type = " for \"" + place.column() + "\", which is no value of the type " + Conversions.name(to);
        return "json_extract('{}', " + place.row() + " || " + Values.literal(table) + " || substr(quote(" + value
                + "), 1, " + QUOTED_AT_MOST + ") || " + Values.literal(type) + ")";
    }

    /** {@code body} speaks of {@code name}, which is computed once. */
    private static String let(String name, String expression, String body) {
        return "(SELECT " + body + " FROM (SELECT " + expression + " AS " + name + "))";
    }

    private String trimmed() {
        return "trim(" + value + ", " + BLANKS + ")";
    }

    @Override
    public String simple(ColumnType.Simple type) {
        return switch (type) {
            case SMALLINT -> integer("BETWEEN -32768 AND 32767");
            case INTEGER -> integer("BETWEEN -2147483648 AND 2147483647");
            case BIGINT -> whole();
            case REAL, DOUBLE_PRECISION -> number();
            case TEXT -> text();
            case BOOL -> bool();
            case DATE -> Moments.date(value, trimmed());
            case UUID -> uuid();
            case JSON, JSONB ->
                "CASE WHEN json_valid(CAST(" + value + " AS TEXT)) THEN CAST(" + value + " AS TEXT) END";
            case BYTES -> bytes();
            case INTERVAL, SMALLSERIAL, SERIAL, BIGSERIAL -> throw new IllegalStateException("refused before");
        };
    }

    private String bool() {
        String number = cast ? " WHEN typeof(" + value + ") = 'integer' THEN " + value + " <> 0" : "";
        return let(
                "word",
                "lower(" + trimmed() + ")",
                "CASE WHEN word IN (" + TRUE + ") THEN 1 WHEN word IN (" + FALSE + ") THEN 0" + number + " END");
    }

    private String integer(String range) {
        return let("number", whole(), "CASE WHEN number " + range + " THEN number END");
    }

    /** Of a text, digits only; a fraction is rounded, half of one as PostgreSQL does for the type it comes from. */
    private String whole() {
        String digits = "ltrim(substr(word, 1, 1), '+-') || substr(word, 2)";
        String text = let(
                "word",
                trimmed(),
                "CASE WHEN " + digits + " NOT GLOB '*[^0-9]*' AND length(" + digits
                        + ") > 0 AND typeof(CAST(word AS NUMERIC)) = 'integer' THEN CAST(word AS NUMERIC) END");
        return "CASE typeof(" + value + ") WHEN 'integer' THEN " + value + " WHEN 'real' THEN CASE WHEN abs(" + value
                + ") < 9.2e18 THEN " + rounded() + " END WHEN 'text' THEN " + text + " END";
    }

    private String rounded() {
        String up = "CAST(round(" + value + ") AS INTEGER)";
        if (from != ColumnType.Simple.REAL && from != ColumnType.Simple.DOUBLE_PRECISION) {
            return up;
        }
        return "CASE WHEN abs(" + value + " - CAST(" + value + " AS INTEGER)) = 0.5 THEN 2 * CAST(round(" + value
                + " / 2) AS INTEGER) ELSE " + up + " END";
    }

    /** A text is compared with what a cast makes of it as a number only if it is one, all of it. */
    private String number() {
        String text = let(
                "word",
                trimmed(),
                "CASE WHEN word = CAST(word AS NUMERIC) AND abs(CAST(word AS NUMERIC)) < 9e999 THEN CAST(word AS NUMERIC) END");
        return "CASE WHEN typeof(" + value + ") IN ('integer', 'real') THEN " + value + " WHEN typeof(" + value
                + ") = 'text' THEN " + text + " END";
    }

    @Override
    public String numeric(ColumnType.Numeric type) {
        Integer precision = type.precision();
        if (precision == null) {
            return number();
        }
        int scale = type.scale() == null ? 0 : type.scale();
        String round = "CASE typeof(number) WHEN 'real' THEN round(number, " + scale + ") ELSE number END";
        String limit = "1e" + (precision - scale);
        String fits = "CASE WHEN number > -" + limit + " AND number < " + limit + " THEN number END";
        return let("number", let("number", number(), round), fits);
    }

    private String text() {
        if (from == ColumnType.Simple.BOOL) {
            return "CASE " + value + " WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE CAST(" + value + " AS TEXT) END";
        }
        String bytes = " WHEN 'blob' THEN '\\x' || lower(hex(" + value + "))";
        Integer scale = from instanceof ColumnType.Numeric numeric ? numeric.scale() : null;
        String numbers = scale != null && scale > 0
                ? " WHEN 'real' THEN printf('%." + scale + "f', " + value + ") WHEN 'integer' THEN " + value + " || '."
                        + "0".repeat(scale) + "'"
                : " WHEN 'real' THEN CASE WHEN abs(" + value + ") < " + WHOLE_DOUBLES + " AND " + value + " = CAST("
                        + value + " AS INTEGER) THEN CAST(CAST(" + value + " AS INTEGER) AS TEXT) ELSE CAST(" + value
                        + " AS TEXT) END";
        return "CASE typeof(" + value + ")" + bytes + numbers + " ELSE CAST(" + value + " AS TEXT) END";
    }

    @Override
    public String varchar(ColumnType.Varchar type) {
        return type.length() == null ? text() : cut(type.length());
    }

    @Override
    public String character(ColumnType.Char type) {
        return cut(type.length());
    }

    /** Blanks beyond the length are cut off in any case. */
    private String cut(int length) {
        String cut = "substr(word, 1, " + length + ")";
        return let(
                "word",
                text(),
                cast ? cut : "CASE WHEN length(rtrim(word, ' ')) <= " + length + " THEN " + cut + " END");
    }

    @Override
    public String time(ColumnType.Time type) {
        return Moments.time(value, trimmed(), type);
    }

    @Override
    public String timestamp(ColumnType.Timestamp type) {
        return Moments.timestamp(value, trimmed(), type);
    }

    private String uuid() {
        String word = "lower(replace(trim(" + trimmed() + ", '{}'), '-', ''))";
        return let(
                "word",
                word,
                "CASE WHEN length(word) = 32 AND word NOT GLOB '*[^0-9a-f]*' THEN substr(word, 1, 8) || '-' || substr(word, 9, 4)"
                        + " || '-' || substr(word, 13, 4) || '-' || substr(word, 17, 4) || '-' || substr(word, 21) END");
    }

    /** Texts with a backslash are written in one of PostgreSQL's notations. */
    private String bytes() {
        return "CASE typeof(" + value + ") WHEN 'blob' THEN " + value + " WHEN 'text' THEN CASE WHEN instr(" + value
                + ", '\\') = 0 THEN CAST(" + value + " AS BLOB) END END";
    }

    @Override
    public String array(ColumnType.Array type) {
        throw new IllegalStateException("refused before");
    }

    @Override
    public String enumeration(ColumnType.Enumeration type) {
        String values = type.values().stream().map(Values::literal).collect(Collectors.joining(", "));
        return let("word", text(), "CASE WHEN word IN (" + values + ") THEN word END");
    }

    @Override
    public String named(ColumnType.Named type) {
        throw new IllegalStateException("no conversion to " + type.sql().toLowerCase(Locale.ROOT) + " is needed");
    }
}
