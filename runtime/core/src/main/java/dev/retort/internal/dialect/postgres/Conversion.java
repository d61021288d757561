package dev.retort.internal.dialect.postgres;

import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.ColumnType.Simple;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a value becomes one of another type: PostgreSQL does by itself only what its assignment casts do. */
final class Conversion {

    private static final Set<Simple> INTEGERS =
            Set.of(Simple.SMALLINT, Simple.INTEGER, Simple.BIGINT, Simple.SMALLSERIAL, Simple.SERIAL, Simple.BIGSERIAL);

    private enum Family {
        NUMBER,
        TEXT,
        MOMENT,
        JSON,
        OTHER
    }

    private Conversion() {}

    /** Null where the server converts it by itself. */
    static @Nullable String using(String column, ColumnType from, ColumnType to) {
        Family target = family(to);
        boolean same = target != Family.OTHER && family(from) == target;
        if (same || target == Family.TEXT || Types.sql(from).equals(Types.sql(to))) {
            return null;
        }
        return Identifiers.quote(column) + between(from, to) + "::" + Types.sql(to);
    }

    /** Two that only a third one lies between. */
    private static String between(ColumnType from, ColumnType to) {
        boolean viaText = from instanceof ColumnType.Enumeration
                || to instanceof ColumnType.Enumeration
                || from instanceof ColumnType.Time
                || from == Simple.BYTES;
        boolean viaInteger = from == Simple.BOOL && family(to) == Family.NUMBER && to != Simple.INTEGER
                || to == Simple.BOOL && family(from) == Family.NUMBER && from != Simple.INTEGER;
        return viaInteger ? "::integer" : viaText && family(from) != Family.TEXT ? "::text" : "";
    }

    private static Family family(ColumnType type) {
        if (type instanceof ColumnType.Numeric
                || type == Simple.REAL
                || type == Simple.DOUBLE_PRECISION
                || type instanceof Simple simple && INTEGERS.contains(simple)) {
            return Family.NUMBER;
        } else if (type == Simple.TEXT || type instanceof ColumnType.Varchar || type instanceof ColumnType.Char) {
            return Family.TEXT;
        } else if (type == Simple.DATE || type instanceof ColumnType.Timestamp) {
            return Family.MOMENT;
        }
        return type == Simple.JSON || type == Simple.JSONB ? Family.JSON : Family.OTHER;
    }
}
