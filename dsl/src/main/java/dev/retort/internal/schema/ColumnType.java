package dev.retort.internal.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The type of a column, under SQL's names. What a database calls it is its dialect's business. */
public sealed interface ColumnType {

    <R> R accept(Visitor<R> visitor);

    /** Whether the type is one of those by which PostgreSQL numbers rows; it is a column's, and no value's. */
    static boolean isSerial(@Nullable ColumnType type) {
        return type instanceof Simple simple && simple.isSerial();
    }

    /** The types that take no arguments. */
    enum Simple implements ColumnType {
        SMALLINT,
        INTEGER,
        BIGINT,
        REAL,
        DOUBLE_PRECISION,
        TEXT,
        BOOL,
        DATE,
        UUID,
        JSON,
        JSONB,
        BYTES,
        INTERVAL,
        SMALLSERIAL,
        SERIAL,
        BIGSERIAL;

        /** Whether the database numbers the rows in a column of this type. */
        public boolean isSerial() {
            return this == SMALLSERIAL || this == SERIAL || this == BIGSERIAL;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.simple(this);
        }
    }

    /**
     * @param precision digits in all; null leaves it to the database
     * @param scale digits after the point; null means none were given
     */
    record Numeric(@Nullable Integer precision, @Nullable Integer scale) implements ColumnType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.numeric(this);
        }
    }

    /** @param length in characters; null means unlimited */
    record Varchar(@Nullable Integer length) implements ColumnType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.varchar(this);
        }
    }

    /** @param length in characters, blank-padded */
    record Char(int length) implements ColumnType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.character(this);
        }
    }

    /** @param precision digits of the second's fraction; null leaves it to the database */
    record Time(boolean timezone, @Nullable Integer precision) implements ColumnType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.time(this);
        }
    }

    /** @param precision digits of the second's fraction; null leaves it to the database */
    record Timestamp(boolean timezone, @Nullable Integer precision) implements ColumnType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.timestamp(this);
        }
    }

    record Array(ColumnType element) implements ColumnType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.array(this);
        }
    }

    /**
     * One of a fixed list of words: an enum type where the database has them, a checked text elsewhere.
     *
     * @param create the type comes and goes with what is of it; a script may ask for that, no introspection finds that
     */
    record Enumeration(QualifiedName name, List<String> values, boolean create) implements ColumnType {
        public Enumeration {
            values = List.copyOf(values);
        }

        public Enumeration(QualifiedName name, List<String> values) {
            this(name, values, false);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.enumeration(this);
        }
    }

    /**
     * A type by the database's own spelling, passed through as it is: {@code citext}, {@code geometry(Point, 4326)}.
     *
     * @param sql empty where a column has no type at all
     */
    record Named(String sql) implements ColumnType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.named(this);
        }
    }

    /** One method a type; the compiler finds the forgotten one. */
    interface Visitor<R> {
        R simple(Simple type);

        R numeric(Numeric type);

        R varchar(Varchar type);

        R character(Char type);

        R time(Time type);

        R timestamp(Timestamp type);

        R array(Array type);

        R enumeration(Enumeration type);

        R named(Named type);
    }
}
