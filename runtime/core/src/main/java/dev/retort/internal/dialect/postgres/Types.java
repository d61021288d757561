package dev.retort.internal.dialect.postgres;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.dialect.Capability;
import dev.retort.internal.schema.ColumnType;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Column types as PostgreSQL spells them, and back. */
final class Types {

    private static final Map<String, ColumnType> PLAIN = Map.ofEntries(
            Map.entry("smallint", ColumnType.Simple.SMALLINT),
            Map.entry("integer", ColumnType.Simple.INTEGER),
            Map.entry("bigint", ColumnType.Simple.BIGINT),
            Map.entry("real", ColumnType.Simple.REAL),
            Map.entry("double precision", ColumnType.Simple.DOUBLE_PRECISION),
            Map.entry("text", ColumnType.Simple.TEXT),
            Map.entry("boolean", ColumnType.Simple.BOOL),
            Map.entry("date", ColumnType.Simple.DATE),
            Map.entry("uuid", ColumnType.Simple.UUID),
            Map.entry("json", ColumnType.Simple.JSON),
            Map.entry("jsonb", ColumnType.Simple.JSONB),
            Map.entry("bytea", ColumnType.Simple.BYTES),
            Map.entry("interval", ColumnType.Simple.INTERVAL),
            Map.entry("numeric", new ColumnType.Numeric(null, null)),
            Map.entry("character varying", new ColumnType.Varchar(null)));

    /** {@code name(1,2) with more words}. */
    private static final Pattern SHAPE =
            Pattern.compile("([a-z ]+?)(?:\\((\\d+)(?:,(\\d+))?\\))?((?: with| without) time zone)?");

    private static final ColumnType.Visitor<String> SQL = new Spelling();

    private Types() {}

    static String sql(ColumnType type) {
        return type.accept(SQL);
    }

    /**
     * The type that the server's {@code format_type} spells so.
     *
     * @param enumeration the enum type that it is, or that its elements are
     */
    static ColumnType parse(String formatted, ColumnType.@Nullable Enumeration enumeration) {
        if (formatted.endsWith("[]")) {
            return new ColumnType.Array(parse(formatted.substring(0, formatted.length() - 2), enumeration));
        } else if (enumeration != null) {
            return enumeration;
        }
        ColumnType plain = PLAIN.get(formatted);
        Matcher shape = SHAPE.matcher(formatted);
        if (plain != null || !shape.matches()) {
            return plain == null ? new ColumnType.Named(formatted) : plain;
        }
        Integer first = number(shape.group(2));
        boolean timezone = " with time zone".equals(shape.group(4));
        return switch (shape.group(1)) {
            case "numeric" -> new ColumnType.Numeric(first, scale(shape.group(3)));
            case "character varying" -> new ColumnType.Varchar(first);
            case "character" -> new ColumnType.Char(first == null ? 1 : first);
            case "time" -> new ColumnType.Time(timezone, first);
            case "timestamp" -> new ColumnType.Timestamp(timezone, first);
            default -> new ColumnType.Named(formatted);
        };
    }

    private static @Nullable Integer number(@Nullable String digits) {
        return digits == null ? null : Integer.valueOf(digits);
    }

    /** The server does not keep whether {@code numeric(12)} or {@code numeric(12, 0)} was written. */
    private static @Nullable Integer scale(@Nullable String digits) {
        return digits == null || digits.equals("0") ? null : number(digits);
    }

    private static final class Spelling implements ColumnType.Visitor<String> {
        @Override
        public String simple(ColumnType.Simple type) {
            return switch (type) {
                case SMALLINT -> "smallint";
                case INTEGER -> "integer";
                case BIGINT -> "bigint";
                case REAL -> "real";
                case DOUBLE_PRECISION -> "double precision";
                case TEXT -> "text";
                case BOOL -> "boolean";
                case DATE -> "date";
                case UUID -> "uuid";
                case JSON -> "json";
                case JSONB -> "jsonb";
                case BYTES -> "bytea";
                case INTERVAL -> "interval";
                case SMALLSERIAL -> "smallserial";
                case SERIAL -> "serial";
                case BIGSERIAL -> "bigserial";
            };
        }

        @Override
        public String numeric(ColumnType.Numeric type) {
            if (type.precision() == null && type.scale() != null) {
                throw new RetortException(
                        RetortException.Kind.SCRIPT,
                        Problem.of("A numeric type with the scale " + type.scale() + " needs a precision as well.")
                                .withHint("Write numeric(12, " + type.scale() + ")."));
            }
            String scale = type.scale() == null ? "" : ", " + type.scale();
            return type.precision() == null ? "numeric" : "numeric(" + type.precision() + scale + ")";
        }

        @Override
        public String varchar(ColumnType.Varchar type) {
            return "varchar" + inBrackets(type.length());
        }

        @Override
        public String character(ColumnType.Char type) {
            return "char(" + type.length() + ")";
        }

        @Override
        public String time(ColumnType.Time type) {
            return "time" + inBrackets(type.precision()) + zone(type.timezone());
        }

        @Override
        public String timestamp(ColumnType.Timestamp type) {
            return "timestamp" + inBrackets(type.precision()) + zone(type.timezone());
        }

        @Override
        public String array(ColumnType.Array type) {
            return type.element().accept(this) + "[]";
        }

        @Override
        public String enumeration(ColumnType.Enumeration type) {
            return Identifiers.quote(type.name());
        }

        @Override
        public String named(ColumnType.Named type) {
            if (type.sql().isEmpty()) {
                throw Refusal.lacks(Capability.UNTYPED_COLUMNS, "Name its type.");
            }
            return type.sql();
        }

        private static String inBrackets(@Nullable Integer number) {
            return number == null ? "" : "(" + number + ")";
        }

        private static String zone(boolean timezone) {
            return timezone ? " with time zone" : "";
        }
    }
}
