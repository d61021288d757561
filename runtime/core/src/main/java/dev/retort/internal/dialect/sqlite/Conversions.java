package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.ColumnType.Simple;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which changes of a type touch values at all. */
final class Conversions {

    private static final List<ColumnType> INTEGERS = List.of(Simple.SMALLINT, Simple.INTEGER, Simple.BIGINT);

    private Conversions() {}

    /** @param from null where it is not known */
    static boolean needed(@Nullable ColumnType from, ColumnType to) {
        if (to instanceof ColumnType.Named || to.equals(from)) {
            return false;
        } else if (to instanceof ColumnType.Enumeration enumeration) {
            // The check of its column looks at what is computed, and at the values of the same enumeration.
            return from != null
                    && !(from instanceof ColumnType.Enumeration other
                            && other.name().equals(enumeration.name()));
        } else if (from == null || from instanceof ColumnType.Named) {
            return true;
        } else if (INTEGERS.contains(to)) {
            return !INTEGERS.contains(from) || INTEGERS.indexOf(from) > INTEGERS.indexOf(to);
        } else if (to == Simple.REAL || to == Simple.DOUBLE_PRECISION) {
            return !Types.holdsNumbers(from);
        } else if (to == Simple.JSON || to == Simple.JSONB) {
            return from != Simple.JSON && from != Simple.JSONB;
        } else if (to instanceof ColumnType.Numeric numeric) {
            return !holds(numeric, from);
        } else if (to instanceof ColumnType.Timestamp timestamp) {
            return !(from instanceof ColumnType.Timestamp other) || !holds(timestamp.precision(), other.precision());
        }
        return !isText(to) || needed(from, length(to));
    }

    private static boolean holds(ColumnType.Numeric to, ColumnType from) {
        if (to.precision() == null) {
            return Types.holdsNumbers(from);
        }
        int whole = to.precision() - scale(to);
        return from instanceof ColumnType.Numeric numeric
                && numeric.precision() != null
                && numeric.precision() - scale(numeric) <= whole
                && scale(numeric) <= scale(to);
    }

    private static int scale(ColumnType.Numeric type) {
        return type.scale() == null ? 0 : type.scale();
    }

    /** @param limit null means none */
    private static boolean holds(@Nullable Integer limit, @Nullable Integer other) {
        return limit == null || (other != null && other <= limit);
    }

    private static boolean isText(ColumnType type) {
        return type == Simple.TEXT || type instanceof ColumnType.Varchar || type instanceof ColumnType.Char;
    }

    /** How many characters a text may have; null means that there is no limit. */
    private static @Nullable Integer length(ColumnType type) {
        return type instanceof ColumnType.Varchar varchar
                ? varchar.length()
                : type instanceof ColumnType.Char character ? Integer.valueOf(character.length()) : null;
    }

    /** What SQLite writes for a whole number is what PostgreSQL writes, and moments are texts already. */
    private static boolean needed(ColumnType from, @Nullable Integer length) {
        boolean written = from == Simple.BOOL
                || from == Simple.BYTES
                || from == Simple.REAL
                || from == Simple.DOUBLE_PRECISION
                || from instanceof ColumnType.Numeric;
        return written || (length != null && !(isText(from) && holds(length, length(from))));
    }

    /** As an author writes it. */
    static String name(ColumnType type) {
        if (type instanceof ColumnType.Enumeration enumeration) {
            return enumeration.name().toString();
        }
        String sql = type.accept(Types.ORDINARY).toLowerCase(Locale.ROOT);
        return type == Simple.BYTES ? "bytes" : type == Simple.TEXT ? sql : sql.replace(" text", "");
    }
}
