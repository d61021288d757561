package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.Capability;
import dev.retort.internal.schema.ColumnType;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What columns are declared as. SQLite derives a column's affinity from words within its type, so {@code UUID TEXT} is
 * a text to it and still tells us what was meant; a bare {@code JSON} would turn the document {@code 1.0} into a
 * number, and {@code INTERVAL} is an integer to it because it holds {@code INT}.
 */
class Types implements ColumnType.Visitor<String> {

    static final Types ORDINARY = new Types();

    private static final Pattern DECLARED = Pattern.compile(
            "([A-Z_][A-Z0-9_ ]*?)(\\s+WITH(?:OUT)? TIME ZONE)?\\s*(?:\\(\\s*(\\d{1,9})\\s*(?:,\\s*(\\d{1,9})\\s*)?\\))?");

    private static final int MOST_FRACTION_DIGITS = 6;

    private static final Pattern CAST_TYPE =
            Pattern.compile("([A-Z_][A-Z0-9_ ]*?)\\s*(\\([\\d\\s,]+\\))?(\\s+WITH(?:OUT)? TIME ZONE)?");

    private static final Map<String, ColumnType> SIMPLE = Map.ofEntries(
            Map.entry("SMALLINT", ColumnType.Simple.SMALLINT),
            Map.entry("INT2", ColumnType.Simple.SMALLINT),
            Map.entry("INT", ColumnType.Simple.INTEGER),
            Map.entry("INT4", ColumnType.Simple.INTEGER),
            Map.entry("INTEGER", ColumnType.Simple.INTEGER),
            Map.entry("BIGINT", ColumnType.Simple.BIGINT),
            Map.entry("INT8", ColumnType.Simple.BIGINT),
            Map.entry("REAL", ColumnType.Simple.REAL),
            Map.entry("DOUBLE", ColumnType.Simple.DOUBLE_PRECISION),
            Map.entry("DOUBLE PRECISION", ColumnType.Simple.DOUBLE_PRECISION),
            Map.entry("TEXT", ColumnType.Simple.TEXT),
            Map.entry("CLOB", ColumnType.Simple.TEXT),
            Map.entry("BOOL", ColumnType.Simple.BOOL),
            Map.entry("BOOLEAN", ColumnType.Simple.BOOL),
            Map.entry("DATE", ColumnType.Simple.DATE),
            Map.entry("UUID", ColumnType.Simple.UUID),
            Map.entry("UUID TEXT", ColumnType.Simple.UUID),
            Map.entry("JSON", ColumnType.Simple.JSON),
            Map.entry("JSON TEXT", ColumnType.Simple.JSON),
            Map.entry("JSONB", ColumnType.Simple.JSONB),
            Map.entry("JSONB TEXT", ColumnType.Simple.JSONB),
            Map.entry("BLOB", ColumnType.Simple.BYTES));

    @Override
    public String simple(ColumnType.Simple type) {
        return switch (type) {
            case SMALLINT -> "SMALLINT";
            case INTEGER -> "INTEGER";
            case BIGINT -> "BIGINT";
            case REAL -> "REAL";
            case DOUBLE_PRECISION -> "DOUBLE PRECISION";
            case TEXT -> "TEXT";
            case BOOL -> "BOOLEAN";
            case DATE -> "DATE";
            case UUID -> "UUID TEXT";
            case JSON -> "JSON TEXT";
            case JSONB -> "JSONB TEXT";
            case BYTES -> "BLOB";
            case SMALLSERIAL, SERIAL, BIGSERIAL -> "INTEGER";
            case INTERVAL -> throw Refusal.lacks(Capability.INTERVALS, "Keep a number of seconds (bigint), or text.");
        };
    }

    @Override
    public String numeric(ColumnType.Numeric type) {
        return "NUMERIC" + arguments(type.precision(), type.scale());
    }

    @Override
    public String varchar(ColumnType.Varchar type) {
        return "VARCHAR" + arguments(type.length(), null);
    }

    @Override
    public String character(ColumnType.Char type) {
        return "CHAR(" + type.length() + ")";
    }

    @Override
    public String time(ColumnType.Time type) {
        return "TIME" + zone(type.timezone()) + arguments(type.precision(), null);
    }

    @Override
    public String timestamp(ColumnType.Timestamp type) {
        return "TIMESTAMP" + zone(type.timezone()) + arguments(type.precision(), null);
    }

    /** Before the precision, not behind it as in SQL: SQLite takes numbers only at the end of a type. */
    private static String zone(boolean timezone) {
        return timezone ? " WITH TIME ZONE" : "";
    }

    @Override
    public String array(ColumnType.Array type) {
        throw Refusal.lacks(Capability.ARRAYS, "Use json, or a table of its own.");
    }

    @Override
    public String enumeration(ColumnType.Enumeration type) {
        return "TEXT";
    }

    @Override
    public String named(ColumnType.Named type) {
        return type.sql();
    }

    private static String arguments(@Nullable Integer first, @Nullable Integer second) {
        return first == null ? "" : second == null ? "(" + first + ")" : "(" + first + ", " + second + ")";
    }

    /** What a declared type means; by its own name where it is none of SQL's. */
    static ColumnType parse(String declared) {
        Matcher matcher = DECLARED.matcher(declared.toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return new ColumnType.Named(declared);
        }
        String name = matcher.group(1).replaceAll("\\s+", " ");
        Integer first = matcher.group(3) == null ? null : Integer.valueOf(matcher.group(3));
        Integer second = matcher.group(4) == null ? null : Integer.valueOf(matcher.group(4));
        String zone = matcher.group(2);
        boolean timezone = zone != null && !zone.contains("WITHOUT");
        if (zone != null && !name.equals("TIME") && !name.equals("TIMESTAMP")) {
            return new ColumnType.Named(declared);
        }
        ColumnType simple = first == null ? SIMPLE.get(name) : null;
        if (simple != null) {
            return simple;
        }
        ColumnType withArguments = second == null ? parse(name, first, timezone) : null;
        if (withArguments != null) {
            return withArguments;
        }
        boolean isNumeric = (name.equals("NUMERIC") || name.equals("DECIMAL"))
                && (first == null || (first > 0 && (second == null || second <= first)));
        return isNumeric ? new ColumnType.Numeric(first, second) : new ColumnType.Named(declared);
    }

    /** SQLite takes any number there; what SQL has no such type for stays a name. */
    private static @Nullable ColumnType parse(String name, @Nullable Integer argument, boolean timezone) {
        boolean length = argument == null || argument > 0;
        boolean fraction = argument == null || argument <= MOST_FRACTION_DIGITS;
        return switch (name) {
            case "VARCHAR", "CHARACTER VARYING" -> length ? new ColumnType.Varchar(argument) : null;
            case "CHAR", "CHARACTER" -> length ? new ColumnType.Char(argument == null ? 1 : argument) : null;
            case "TIME" -> fraction ? new ColumnType.Time(timezone, argument) : null;
            case "TIMESTAMP", "DATETIME" -> fraction ? new ColumnType.Timestamp(timezone, argument) : null;
            default -> null;
        };
    }

    /** The types that a cast may name beyond those that columns are declared as. */
    private static final Map<String, String> ALIASES = Map.of(
            "BYTEA", "BLOB",
            "FLOAT4", "REAL",
            "FLOAT8", "DOUBLE PRECISION",
            "FLOAT", "DOUBLE PRECISION",
            "DEC", "DECIMAL",
            "BPCHAR", "CHAR",
            "TIMESTAMPTZ", "TIMESTAMP WITH TIME ZONE",
            "TIMETZ", "TIME WITH TIME ZONE");

    /** What PostgreSQL means by a type in a cast; the zone may follow the precision there. */
    static ColumnType ofCast(String words) {
        Matcher matcher = CAST_TYPE.matcher(words.toUpperCase(Locale.ROOT).strip());
        if (!matcher.matches()) {
            return new ColumnType.Named(words);
        }
        String name = ALIASES.getOrDefault(matcher.group(1), matcher.group(1));
        String arguments = matcher.group(2) == null ? "" : matcher.group(2);
        String zone = matcher.group(3) == null ? "" : matcher.group(3);
        ColumnType type = parse(name + zone + arguments);
        return type instanceof ColumnType.Named ? new ColumnType.Named(words) : type;
    }

    /** How SQLite treats the values of a column, see https://sqlite.org/datatype3.html#determination_of_column_affinity. */
    enum Affinity {
        INTEGER,
        TEXT,
        BLOB,
        REAL,
        NUMERIC;

        static Affinity of(String declared) {
            String type = declared.toUpperCase(Locale.ROOT);
            if (type.contains("INT")) {
                return INTEGER;
            } else if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
                return TEXT;
            } else if (type.contains("BLOB") || type.isEmpty()) {
                return BLOB;
            }
            return type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB") ? REAL : NUMERIC;
        }
    }

    /** Whether values of the type are numbers, so that a text has no place among them. */
    static boolean holdsNumbers(ColumnType type) {
        return type instanceof ColumnType.Numeric
                || type == ColumnType.Simple.SMALLINT
                || type == ColumnType.Simple.INTEGER
                || type == ColumnType.Simple.BIGINT
                || type == ColumnType.Simple.REAL
                || type == ColumnType.Simple.DOUBLE_PRECISION;
    }

    static boolean holdsIntegers(ColumnType type) {
        return type == ColumnType.Simple.SMALLINT
                || type == ColumnType.Simple.INTEGER
                || type == ColumnType.Simple.BIGINT
                || ColumnType.isSerial(type);
    }
}
