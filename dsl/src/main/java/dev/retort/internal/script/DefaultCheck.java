package dev.retort.internal.script;

import dev.retort.Problem;
import dev.retort.internal.error.Suggestion;
import dev.retort.internal.json.JsonReader;
import dev.retort.internal.json.Limits;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.DefaultValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a default is a value of its column's type. PostgreSQL computes {@code 'now()'} once and keeps the time of the
 * migration, and SQLite keeps whatever it is given, so that neither says what is wrong.
 */
public final class DefaultCheck implements ColumnType.Visitor<String> {

    private static final Pattern CALL = Pattern.compile(
            "(?is)\\s*(?:[a-z_][\\w.]*\\s*\\(.*\\)|current_(?:timestamp|date|time|user|role|schema)|localtime(?:stamp)?|session_user"
                    + "|user|.*::\\s*[a-z_].*)\\s*");

    /** What nobody means as a text. */
    private static final Pattern KNOWN_CALL = Pattern.compile(
            "(?is)\\s*(?:(?:now|gen_random_uuid|uuid_generate_v[1-7]\\w*|uuidv[47]|clock_timestamp|statement_timestamp"
                    + "|transaction_timestamp)\\s*\\(\\s*\\)|nextval\\s*\\(\\s*'.*'\\s*(?:::\\s*regclass\\s*)?\\)"
                    + "|current_(?:timestamp|date|time))\\s*");

    private static final Pattern MOMENT =
            Pattern.compile("(\\d{4,}-\\d\\d-\\d\\d)(?:[ T](\\S+?)\\s*(?:Z|z|[+-]\\d\\d(?::?\\d\\d)?)?)?");
    private static final Pattern TIME = Pattern.compile("(\\d\\d:\\d\\d\\S*?)\\s*(?:Z|z|[+-]\\d\\d(?::?\\d\\d)?)?");
    private static final Pattern UUID_TEXT =
            Pattern.compile("(?i)\\{?[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}\\}?");

    /** Instead of what to write, where the value is one of the type's. */
    private static final String FITS = "";

    private final Object value;

    private DefaultCheck(Object value) {
        this.value = value;
    }

    /**
     * What is wrong with the default of a column.
     *
     * @param type null where it is not known
     */
    public static Optional<Problem> problem(String column, @Nullable ColumnType type, @Nullable DefaultValue value) {
        if (!(value instanceof DefaultValue.Literal literal)) {
            return Optional.empty();
        }
        Object given = literal.value();
        String hint = type == null ? FITS : type.accept(new DefaultCheck(given));
        boolean call = given instanceof String text
                && (hint.isEmpty() ? KNOWN_CALL : CALL).matcher(text).matches();
        if (hint.isEmpty() && !call) {
            return Optional.empty();
        }
        String written = given instanceof String text ? "'" + text + "'" : String.valueOf(given);
        String sentence = "The default " + written + " of the column \"" + column + "\" is "
                + (call ? "a text, not the expression." : "not a value of its type.");
        return Optional.of(Problem.of(sentence).withHint(call ? "Write default: " + sql((String) given) + "." : hint));
    }

    static void refuse(String column, @Nullable ColumnType type, @Nullable DefaultValue value) {
        Optional<Problem> problem = problem(column, type, value);
        if (problem.isPresent()) {
            throw new Refusal(
                    problem.get().sentence(), String.valueOf(problem.get().hint()));
        }
    }

    private static String sql(String text) {
        return text.contains("'") ? "sql(\"" + text.strip() + "\")" : "sql('" + text.strip() + "')";
    }

    // Each of these gives what to write instead.

    @Override
    public String simple(ColumnType.Simple type) {
        return switch (type) {
            case SMALLINT -> whole(BigInteger.valueOf(Short.MIN_VALUE), BigInteger.valueOf(Short.MAX_VALUE));
            case INTEGER -> whole(BigInteger.valueOf(Integer.MIN_VALUE), BigInteger.valueOf(Integer.MAX_VALUE));
            case BIGINT -> whole(BigInteger.valueOf(Long.MIN_VALUE), BigInteger.valueOf(Long.MAX_VALUE));
            case REAL, DOUBLE_PRECISION -> number() == null && !isText("NaN|[+-]?Infinity") ? "Write a number." : FITS;
            case TEXT -> text(null);
            case BOOL -> bool();
            case DATE -> date();
            case UUID ->
                value instanceof UUID
                                || (value instanceof String text
                                        && UUID_TEXT.matcher(text.strip()).matches())
                        ? FITS
                        : "Write a UUID, or the SQL that makes one: sql('gen_random_uuid()').";
            case JSON, JSONB -> json();
            case BYTES -> value instanceof Number || value instanceof Boolean ? "Write bytes." : FITS;
            case INTERVAL -> value instanceof String ? FITS : "Write a text: '1 day'.";
            case SMALLSERIAL, SERIAL, BIGSERIAL -> "Leave it out: the database numbers the rows.";
        };
    }

    private String bool() {
        if (value instanceof Boolean) {
            return FITS;
        }
        String word = String.valueOf(value).strip().toLowerCase(Locale.ROOT);
        boolean yes = Pattern.matches("1|t|true|y|yes|on", word);
        boolean no = Pattern.matches("0|f|false|n|no|off", word);
        return yes ? "Write default: true." : no ? "Write default: false." : "Write true or false.";
    }

    private String whole(BigInteger least, BigInteger most) {
        BigDecimal number = number();
        if (number == null || number.stripTrailingZeros().scale() > 0) {
            return "Write a whole number.";
        }
        BigInteger whole = number.toBigInteger();
        return whole.compareTo(least) < 0 || whole.compareTo(most) > 0
                ? "Write a whole number from " + least + " to " + most + "."
                : FITS;
    }

    /** Numbers may be written as texts, to both databases. */
    private @Nullable BigDecimal number() {
        try {
            boolean given = value instanceof String || value instanceof Number;
            return given ? new BigDecimal(String.valueOf(value).strip()) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    @Override
    public String numeric(ColumnType.Numeric type) {
        BigDecimal number = number();
        if (number == null) {
            return isText("NaN") ? FITS : "Write a number.";
        }
        Integer precision = type.precision();
        if (precision == null) {
            return FITS;
        }
        int before = precision - (type.scale() == null ? 0 : type.scale());
        return number.abs().compareTo(BigDecimal.ONE.scaleByPowerOfTen(before)) < 0
                ? FITS
                : "Write a number with at most " + before + " digits before the point.";
    }

    /** Both databases keep a whole number as its digits; a boolean is 1 to SQLite. */
    private String text(@Nullable Integer length) {
        boolean decimal = value instanceof BigDecimal || value instanceof Double || value instanceof Float;
        if (value instanceof Boolean || decimal) {
            return "Write a text: '" + value + "'.";
        }
        String text = value instanceof byte[] ? "" : String.valueOf(value);
        return length != null
                        && text.stripTrailing()
                                        .codePointCount(0, text.stripTrailing().length())
                                > length
                ? "Write at most " + length + " characters, or give the column a longer type."
                : FITS;
    }

    @Override
    public String varchar(ColumnType.Varchar type) {
        return text(type.length());
    }

    @Override
    public String character(ColumnType.Char type) {
        return text(type.length());
    }

    private String date() {
        boolean fits =
                value instanceof LocalDate || isText("-?infinity") || (value instanceof String text && isDay(text));
        return fits ? FITS : "Write a date: '2026-01-31', or sql('CURRENT_DATE').";
    }

    @Override
    public String time(ColumnType.Time type) {
        boolean fits = value instanceof LocalTime
                || value instanceof OffsetTime
                || (value instanceof String text && matches(TIME, text, matcher -> isTime(matcher.group(1))));
        return fits ? FITS : "Write a time: '10:15:00', or sql('CURRENT_TIME').";
    }

    @Override
    public String timestamp(ColumnType.Timestamp type) {
        boolean moment = value instanceof Temporal && !(value instanceof LocalTime) && !(value instanceof OffsetTime);
        boolean fits = moment
                || isText("-?infinity")
                || (value instanceof String text
                        && matches(
                                MOMENT,
                                text,
                                matcher -> isDay(matcher.group(1))
                                        && (matcher.group(2) == null || isTime(matcher.group(2)))));
        return fits ? FITS : "Write a time: '2026-01-31 10:15:00', or sql('now()').";
    }

    private static boolean matches(Pattern pattern, String text, Predicate<Matcher> more) {
        Matcher matcher = pattern.matcher(text.strip());
        return matcher.matches() && more.test(matcher);
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text.strip());
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isTime(String text) {
        try {
            LocalTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private boolean isText(String pattern) {
        return value instanceof String text
                && Pattern.compile(pattern, Pattern.CASE_INSENSITIVE)
                        .matcher(text.strip())
                        .matches();
    }

    private String json() {
        if (!(value instanceof String text)) {
            return value instanceof Number || value instanceof Boolean
                    ? "Write JSON as a text: '" + value + "'."
                    : "Write JSON as a text: '{}'.";
        }
        try {
            new JsonReader(Limits.NONE).read(text);
            return FITS;
        } catch (IllegalArgumentException e) {
            return "Write JSON: '{}', '[]', '\"text\"'.";
        }
    }

    @Override
    public String array(ColumnType.Array type) {
        return isText("\\{.*\\}|(?:\\[\\d+:\\d+\\])+=\\{.*\\}") ? FITS : "Write an array as a text: '{}'.";
    }

    /** Whose values are declared elsewhere, takes any here. */
    @Override
    public String enumeration(ColumnType.Enumeration type) {
        return type.values().isEmpty() || type.values().contains(String.valueOf(value)) && !(value instanceof Boolean)
                ? FITS
                : Suggestion.didYouMean(String.valueOf(value), type.values())
                        .orElse("The values of \"" + type.name() + "\" are " + String.join(", ", type.values()) + ".");
    }

    /** What a type of the database's own takes is not known. */
    @Override
    public String named(ColumnType.Named type) {
        return FITS;
    }
}
