package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.schema.ColumnType;

/** What columns of a {@code STRICT} table are declared as: it knows six words and no others. */
final class StrictTypes extends Types {

    static final StrictTypes STRICT = new StrictTypes();

    @Override
    public String simple(ColumnType.Simple type) {
        return switch (type) {
            case SMALLINT, INTEGER, BIGINT, BOOL, SMALLSERIAL, SERIAL, BIGSERIAL -> "INTEGER";
            case REAL, DOUBLE_PRECISION -> "REAL";
            case TEXT, DATE, UUID, JSON, JSONB -> "TEXT";
            case BYTES -> "BLOB";
            case INTERVAL -> super.simple(type);
        };
    }

    @Override
    public String numeric(ColumnType.Numeric type) {
        Integer precision = type.precision();
        Integer scale = type.scale();
        if (precision != null && precision <= 18 && (scale == null || scale == 0)) {
            return "INTEGER";
        }
        throw Refusal.of(
                "A STRICT table has no exact decimals.",
                "Use real, text, bigint (in the smallest unit), or no strict.");
    }

    @Override
    public String varchar(ColumnType.Varchar type) {
        return "TEXT";
    }

    @Override
    public String character(ColumnType.Char type) {
        return "TEXT";
    }

    @Override
    public String time(ColumnType.Time type) {
        return "TEXT";
    }

    @Override
    public String timestamp(ColumnType.Timestamp type) {
        return "TEXT";
    }
}
