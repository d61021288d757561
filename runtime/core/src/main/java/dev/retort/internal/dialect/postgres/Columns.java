package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.Capability;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.schema.Generated;
import org.jspecify.annotations.Nullable;

/** Columns as SQL, as they stand in {@code CREATE TABLE} and behind {@code ADD COLUMN}. */
final class Columns {

    private Columns() {}

    static String definition(Column column) {
        if (column.autoincrement()) {
            throw Refusal.lacks(Capability.AUTOINCREMENT, "It has identity columns: identity: true.");
        }
        refuseOnConflict("Column \"" + column.name() + "\"", column.onConflict());
        StringBuilder sql =
                new StringBuilder(Identifiers.quote(column.name())).append(' ').append(Types.sql(column.type()));
        sql.append(column.storage() == null ? "" : " STORAGE " + column.storage());
        sql.append(column.compression() == null ? "" : " COMPRESSION " + Identifiers.quote(column.compression()));
        sql.append(collation(column.collation()));
        DefaultValue defaultValue = column.defaultValue();
        if (defaultValue != null) {
            sql.append(" DEFAULT ").append(sql(defaultValue));
        }
        return sql.append(generated(column.generated()))
                .append(column.identity() == null ? "" : " " + Identities.definition(column.identity()))
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
        // Older servers than 18 know STORED only, see NewerSyntax.
        return " GENERATED ALWAYS AS (" + generated.expression() + ") " + (generated.stored() ? "STORED" : "VIRTUAL");
    }

    static String collation(@Nullable String collation) {
        return collation == null ? "" : " COLLATE " + Identifiers.quote(collation);
    }

    static void refuseOnConflict(String what, @Nullable String onConflict) {
        if (onConflict != null) {
            throw Refusal.lacks(
                    Capability.CONFLICT_CLAUSES, "Leave onConflict out, and say it where rows are inserted.");
        }
    }
}
