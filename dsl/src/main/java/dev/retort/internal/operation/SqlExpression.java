package dev.retort.internal.operation;

/** SQL in the place of a value, passed through as it is: what {@code sql('now()')} means in a script. */
public record SqlExpression(String sql) {
    @Override
    public String toString() {
        return sql;
    }
}
