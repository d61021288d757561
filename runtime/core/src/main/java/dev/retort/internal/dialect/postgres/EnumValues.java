package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.operation.AddEnumValue;
import dev.retort.internal.operation.CreateEnum;
import dev.retort.internal.operation.DropEnumValue;
import dev.retort.internal.operation.RenameEnumValue;
import dev.retort.internal.operation.ReorderEnumValues;
import dev.retort.internal.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Enum types and their values. The server adds and renames values; to drop one, the type is made anew, by a block that
 * looks at the catalog where it runs, so that a script of SQL does what a run does.
 */
final class EnumValues {

    /** Unsafe new enum value usage. */
    static final String NEW_VALUE = "55P04";

    /** What the block refuses it says itself, and marks it so. */
    static final String REFUSED = "RT001";

    private static final String REMAKE = ViewStatements.keeping(Blocks.resource("remake-enum.sql"));

    private EnumValues() {}

    static SqlStatement create(CreateEnum operation) {
        String values = String.join(
                ", ", operation.values().stream().map(EnumValues::label).toList());
        String sql = "CREATE TYPE " + Identifiers.quote(operation.name()) + " AS ENUM (" + values + ")";
        if (!operation.ifNotExists()) {
            return SqlStatement.of(sql);
        }
        // CREATE TYPE has no IF NOT EXISTS.
        return SqlStatement.of(Blocks.unless("duplicate_object", sql));
    }

    static SqlStatement add(AddEnumValue operation) {
        String place = operation.before() != null
                ? " BEFORE " + label(operation.before())
                : operation.after() != null ? " AFTER " + label(operation.after()) : "";
        return SqlStatement.of("ALTER TYPE " + Identifiers.quote(operation.name()) + " ADD VALUE "
                + (operation.ifNotExists() ? "IF NOT EXISTS " : "") + label(operation.value()) + place);
    }

    static SqlStatement rename(RenameEnumValue operation) {
        return SqlStatement.of("ALTER TYPE " + Identifiers.quote(operation.name()) + " RENAME VALUE "
                + label(operation.value()) + " TO " + label(operation.newValue()));
    }

    static SqlStatement drop(DropEnumValue operation) {
        return remade(operation.name(), operation.value(), operation.replaceWith(), "NULL");
    }

    static SqlStatement reorder(ReorderEnumValues operation) {
        String ordered = String.join(
                ", ", operation.values().stream().map(EnumValues::label).toList());
        return remade(operation.name(), null, null, "ARRAY[" + ordered + "]");
    }

    private static SqlStatement remade(
            QualifiedName name, @Nullable String dropped, @Nullable String instead, String ordered) {
        String block = "DECLARE\n    wanted  constant text := " + literal(Identifiers.quote(name))
                + ";\n    shown   constant text := " + literal(name.toString())
                + ";\n    dropped constant text := " + literal(dropped)
                + ";\n    instead constant text := " + literal(instead)
                + ";\n    ordered constant text[] := " + ordered
                + ";\n" + REMAKE;
        return SqlStatement.of(Blocks.of("\n" + block));
    }

    private static String literal(@Nullable String value) {
        return value == null ? "NULL" : Values.quoted(value);
    }

    /** An enum's values are names to the server, of the same length at most; unlike names they may be empty. */
    private static String label(String value) {
        if (!value.isEmpty()) {
            Identifiers.check(value);
        }
        return Values.quoted(value);
    }
}
