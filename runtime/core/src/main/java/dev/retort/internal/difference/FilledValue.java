package dev.retort.internal.difference;

import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.DefaultValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** What somebody typed as the value of a column: a literal of its type, or SQL where it is none. */
final class FilledValue implements ColumnType.Visitor<DefaultValue> {

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,30}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,100}(\\.\\d{1,100})?");

    /** A call, or one of the words that SQL has for the time. */
    private static final Pattern COMPUTED = Pattern.compile("(?is)[a-z_][\\w.]*\\s*\\(.*\\)|current_\\w+");

    private final String text;
    private final DifferenceRules rules;

    FilledValue(String text, DifferenceRules rules) {
        this.text = text;
        this.rules = rules;
    }

    @Override
    public DefaultValue simple(ColumnType.Simple type) {
        return switch (type) {
            case SMALLINT, INTEGER, BIGINT, SMALLSERIAL, SERIAL, BIGSERIAL, REAL, DOUBLE_PRECISION -> number();
            case TEXT -> literal(text);
            case BOOL ->
                text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")
                        ? literal(Boolean.valueOf(text))
                        : sql();
            case DATE, UUID, JSON, JSONB, BYTES, INTERVAL -> quoted();
        };
    }

    @Override
    public DefaultValue numeric(ColumnType.Numeric type) {
        return number();
    }

    @Override
    public DefaultValue varchar(ColumnType.Varchar type) {
        return literal(text);
    }

    @Override
    public DefaultValue character(ColumnType.Char type) {
        return literal(text);
    }

    @Override
    public DefaultValue time(ColumnType.Time type) {
        return quoted();
    }

    @Override
    public DefaultValue timestamp(ColumnType.Timestamp type) {
        return quoted();
    }

    @Override
    public DefaultValue array(ColumnType.Array type) {
        return quoted();
    }

    @Override
    public DefaultValue enumeration(ColumnType.Enumeration type) {
        return quoted();
    }

    @Override
    public DefaultValue named(ColumnType.Named type) {
        return quoted();
    }

    private DefaultValue number() {
        if (WHOLE.matcher(text).matches()) {
            BigInteger whole = new BigInteger(text);
            if (whole.bitLength() < Integer.SIZE) {
                return literal(whole.intValue());
            }
            return whole.bitLength() < Long.SIZE ? literal(whole.longValue()) : literal(new BigDecimal(whole));
        }
        return DECIMAL.matcher(text).matches() ? literal(new BigDecimal(text)) : sql();
    }

    /** Text that the database takes for a value of the type. */
    private DefaultValue quoted() {
        return COMPUTED.matcher(text).matches() ? sql() : new DefaultValue.Expression(rules.literal(text));
    }

    private DefaultValue sql() {
        return new DefaultValue.Expression(text);
    }

    private static DefaultValue literal(Object value) {
        return new DefaultValue.Literal(value);
    }
}
