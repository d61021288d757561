package dev.retort.dialect.postgres;

import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import org.jspecify.annotations.Nullable;

/** Columns as SQL, as they stand in {@code CREATE TABLE} and behind {@code ADD COLUMN}. */
final class Columns {

    private Columns() {}

    static String definition(Column column) {
        if (column.autoincrement()) {
            throw new RetortException(
                    RetortException.Kind.SCRIPT,
                    Problem.of("Column \"" + column.name() + "\" is autoincrement, which only SQLite knows.")
                            .withHint("PostgreSQL has identity columns: identity: true."));
        }
        StringBuilder sql =
                new StringBuilder(Identifiers.quote(column.name())).append(' ').append(Types.sql(column.type()));
        String collation = column.collation();
        if (collation != null) {
            sql.append(" COLLATE ").append(Identifiers.quote(collation));
        }
        DefaultValue defaultValue = column.defaultValue();
        if (defaultValue != null) {
            sql.append(" DEFAULT ").append(sql(defaultValue));
        }
        return sql.append(generated(column.generated()))
                .append(identity(column.identity()))
                .append(column.nullable() ? "" : " NOT NULL")
                .toString();
    }

    static String sql(DefaultValue value) {
        if (value instanceof DefaultValue.Expression expression) {
            return expression.sql();
        }
        return Values.literal(((DefaultValue.Literal) value).value());
    }

    private static String generated(@Nullable Generated generated) {
        if (generated == null) {
            return "";
        }
        // Older servers than 18 know STORED only, and say so at the word.
        return " GENERATED ALWAYS AS (" + generated.expression() + ") " + (generated.stored() ? "STORED" : "VIRTUAL");
    }

    private static String identity(@Nullable Identity identity) {
        if (identity == null) {
            return "";
        }
        String start = identity.start() == null ? "" : "START WITH " + identity.start();
        String increment = identity.increment() == null ? "" : "INCREMENT BY " + identity.increment();
        String options = (start + " " + increment).strip();
        return " GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY"
                + (options.isEmpty() ? "" : " (" + options + ")");
    }
}
