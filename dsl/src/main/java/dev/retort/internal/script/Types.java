package dev.retort.internal.script;

import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.QualifiedName;
import groovy.transform.NamedParam;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The words for the types of columns; each is a property of every closure that describes a change. */
public abstract class Types {

    private static final int MOST_FRACTION_DIGITS = 6;

    Types() {}

    public ColumnType getSmallint() {
        return ColumnType.Simple.SMALLINT;
    }

    public ColumnType getInteger() {
        return ColumnType.Simple.INTEGER;
    }

    public ColumnType getBigint() {
        return ColumnType.Simple.BIGINT;
    }

    /** As bigserial, of two bytes. */
    public ColumnType getSmallserial() {
        return ColumnType.Simple.SMALLSERIAL;
    }

    /** An integer that the database counts up, by a sequence of its own; on SQLite the row's id. */
    public ColumnType getSerial() {
        return ColumnType.Simple.SERIAL;
    }

    public ColumnType getBigserial() {
        return ColumnType.Simple.BIGSERIAL;
    }

    public ColumnType getReal() {
        return ColumnType.Simple.REAL;
    }

    public ColumnType getDoublePrecision() {
        return ColumnType.Simple.DOUBLE_PRECISION;
    }

    public ColumnType getText() {
        return ColumnType.Simple.TEXT;
    }

    public ColumnType getBool() {
        return ColumnType.Simple.BOOL;
    }

    public ColumnType getDate() {
        return ColumnType.Simple.DATE;
    }

    public ColumnType getUuid() {
        return ColumnType.Simple.UUID;
    }

    public ColumnType getJson() {
        return ColumnType.Simple.JSON;
    }

    public ColumnType getJsonb() {
        return ColumnType.Simple.JSONB;
    }

    public ColumnType getBytes() {
        return ColumnType.Simple.BYTES;
    }

    public ColumnType getInterval() {
        return ColumnType.Simple.INTERVAL;
    }

    public ColumnType getNumeric() {
        return new ColumnType.Numeric(null, null);
    }

    public ColumnType numeric(int precision) {
        return new ColumnType.Numeric(positive("numeric", precision), null);
    }

    public ColumnType numeric(int precision, int scale) {
        if (scale < 0 || scale > precision) {
            throw new Refusal("numeric(" + precision + ", " + scale + ") has more digits after the point than in all.");
        }
        return new ColumnType.Numeric(positive("numeric", precision), scale);
    }

    public ColumnType getVarchar() {
        return new ColumnType.Varchar(null);
    }

    public ColumnType varchar(int length) {
        return new ColumnType.Varchar(positive("varchar", length));
    }

    /** {@code CHAR(2)} in SQL. A script writes {@code character(2)}: Groovy keeps the word {@code char} for itself. */
    public ColumnType character(int length) {
        return new ColumnType.Char(positive("char", length));
    }

    public ColumnType getTime() {
        return new ColumnType.Time(false, null);
    }

    public ColumnType time(int precision) {
        return new ColumnType.Time(false, fraction(precision));
    }

    public ColumnType time(
            @NamedParam(value = "timezone", type = Boolean.class) @NamedParam(value = "precision", type = Integer.class)
                    Map<String, ?> options) {
        Options read = new Options("time", options);
        return new ColumnType.Time(read.flag("timezone"), precision(read));
    }

    public ColumnType getTimestamp() {
        return new ColumnType.Timestamp(false, null);
    }

    public ColumnType timestamp(int precision) {
        return new ColumnType.Timestamp(false, fraction(precision));
    }

    public ColumnType timestamp(
            @NamedParam(value = "timezone", type = Boolean.class) @NamedParam(value = "precision", type = Integer.class)
                    Map<String, ?> options) {
        Options read = new Options("timestamp", options);
        return new ColumnType.Timestamp(read.flag("timezone"), precision(read));
    }

    public ColumnType array(ColumnType element) {
        if (ColumnType.isSerial(element)) {
            throw new Refusal("An array has no numbered elements.", "Write array(integer) or array(bigint).");
        }
        return new ColumnType.Array(element);
    }

    public ColumnType enumeration(String name, Collection<?> values) {
        return new ColumnType.Enumeration(NameReader.qualified("an enumeration", name, null), words(name, values));
    }

    public ColumnType enumeration(
            @NamedParam(value = "schema", type = String.class) @NamedParam(value = "create", type = Boolean.class)
                    Map<String, ?> options,
            String name,
            Collection<?> values) {
        Options read = new Options("enumeration", options);
        QualifiedName qualified = read.qualified("an enumeration", name);
        boolean create = read.flag("create");
        read.done();
        return new ColumnType.Enumeration(qualified, words(name, values), create);
    }

    /** A type by the database's own spelling; an empty one is that of a column without a type, which SQLite has. */
    public ColumnType type(String sql) {
        if (sql == null) {
            throw new Refusal("The name of a type is null.");
        }
        return new ColumnType.Named(sql.isBlank() ? "" : sql);
    }

    /** The words of an enumeration: at least one, none twice. */
    static List<String> words(String name, Collection<?> values) {
        List<String> words = values.stream().map(String::valueOf).toList();
        if (values.stream().anyMatch(Objects::isNull)) {
            throw new Refusal("The enumeration \"" + name + "\" has null among its values.", "Each is a text.");
        } else if (words.isEmpty()) {
            throw new Refusal("The enumeration \"" + name + "\" has no values.", "Give it at least one.");
        } else if (words.stream().distinct().count() < words.size()) {
            throw new Refusal("The enumeration \"" + name + "\" names a value twice.");
        }
        return words;
    }

    private static @Nullable Integer precision(Options options) {
        Object value = options.value("precision");
        options.done();
        if (value == null || value instanceof Integer) {
            return value == null ? null : Integer.valueOf(fraction((Integer) value));
        }
        throw new Refusal(
                "Option \"precision\" of " + options.word() + " takes a whole number, not \"" + value + "\".");
    }

    private static int fraction(int digits) {
        if (digits < 0 || digits > MOST_FRACTION_DIGITS) {
            throw new Refusal("A second's fraction has 0 to 6 digits, not " + digits + ".");
        }
        return digits;
    }

    private static int positive(String type, int length) {
        if (length < 1) {
            throw new Refusal(type + "(" + length + ") has no room for a value.", "Give it at least 1.");
        }
        return length;
    }
}
