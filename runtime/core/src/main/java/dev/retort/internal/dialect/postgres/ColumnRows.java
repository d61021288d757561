package dev.retort.internal.dialect.postgres;

import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.schema.Generated;
import dev.retort.internal.schema.Identity;
import dev.retort.internal.script.Row;
import org.jspecify.annotations.Nullable;

/** Rows of the catalog's columns, as columns. */
final class ColumnRows {

    private ColumnRows() {}

    static Column column(Row row) {
        String expression = row.string("expression");
        String generated = Rows.text(row, "generated");
        boolean serial = row.integer("serial") != null;
        boolean hasDefault = expression != null && generated.isEmpty() && !serial;
        ColumnType type = type(row);
        return new Column(
                Rows.text(row, "name"),
                serial ? serial(type) : type,
                !Rows.truth(row, "not_null"),
                hasDefault ? new DefaultValue.Expression(Rows.text(row, "expression")) : null,
                row.string("comment"),
                expression == null || generated.isEmpty()
                        ? null
                        : new Generated(Brackets.stripped(expression), generated.equals("s")),
                identity(row),
                row.string("collation"),
                false,
                null,
                mode(row.string("storage")),
                method(row.string("compression")));
    }

    /** The type that the columns {@code type}, {@code enum_name}, {@code enum_schema} and {@code enum_values} give. */
    static ColumnType type(Row row) {
        return type(Rows.text(row, "type"), row);
    }

    /** The same with another spelling of the type. */
    static ColumnType type(String formatted, Row row) {
        ColumnType.Enumeration enumeration = row.string("enum_name") == null
                ? null
                : new ColumnType.Enumeration(
                        Rows.name(row, "enum_schema", "enum_name"), Rows.texts(row, "enum_values"));
        return Types.parse(formatted, enumeration);
    }

    /** A whole number whose default is the next value of its own sequence, and a sequence with no numbers of its own. */
    private static ColumnType serial(ColumnType type) {
        if (type == ColumnType.Simple.INTEGER) {
            return ColumnType.Simple.SERIAL;
        }
        return type == ColumnType.Simple.BIGINT ? ColumnType.Simple.BIGSERIAL : ColumnType.Simple.SMALLSERIAL;
    }

    private static @Nullable Identity identity(Row row) {
        String identity = Rows.text(row, "identity");
        return identity.isEmpty()
                ? null
                : new Identity(
                        identity.equals("a"),
                        row.integer("start"),
                        row.integer("increment"),
                        row.integer("lowest"),
                        row.integer("highest"),
                        row.integer("cache"),
                        Rows.truth(row, "cycle"));
    }

    private static @Nullable String mode(@Nullable String storage) {
        return storage == null
                ? null
                : switch (storage) {
                    case "p" -> "PLAIN";
                    case "e" -> "EXTERNAL";
                    case "m" -> "MAIN";
                    default -> "EXTENDED";
                };
    }

    private static @Nullable String method(@Nullable String compression) {
        return compression == null ? null : compression.equals("l") ? "lz4" : "pglz";
    }
}
