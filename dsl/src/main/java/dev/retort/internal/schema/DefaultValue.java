package dev.retort.internal.schema;

/** What a column gets when an insert names no value for it. */
public sealed interface DefaultValue {

    /** A value; the dialect quotes it. Strings, numbers, booleans, dates and times, UUIDs. */
    record Literal(Object value) implements DefaultValue {}

    /** An SQL expression, passed through as it is: {@code now()}. */
    record Expression(String sql) implements DefaultValue {}
}
