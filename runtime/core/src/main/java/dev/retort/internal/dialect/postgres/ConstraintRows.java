package dev.retort.internal.dialect.postgres;

import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Deferral;
import dev.retort.internal.schema.Storage;
import dev.retort.internal.schema.UnderlyingIndex;
import dev.retort.internal.script.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of the catalog's constraints, as constraints. */
final class ConstraintRows {

    private ConstraintRows() {}

    static Constraint constraint(Row row) {
        String name = Rows.text(row, "name");
        List<String> columns = Rows.texts(row, "columns");
        return switch (Rows.text(row, "kind")) {
            case "p" -> new Constraint.PrimaryKey(name, columns, deferral(row), null, index(row));
            case "u" ->
                new Constraint.Unique(
                        name, columns, deferral(row), Rows.truth(row, "nulls_not_distinct"), null, index(row));
            case "c" ->
                new Constraint.Check(
                        name,
                        Brackets.stripped(Rows.text(row, "condition")),
                        !Rows.truth(row, "validated") && enforced(row),
                        Rows.truth(row, "no_inherit"),
                        !enforced(row));
            case "f" -> foreignKey(name, columns, row);
            case "x" -> exclude(name, row);
            default -> throw new IllegalStateException("Not asked for: " + row);
        };
    }

    private static Constraint foreignKey(String name, List<String> columns, Row row) {
        return new Constraint.ForeignKey(
                name,
                columns,
                Rows.name(row, "other_schema", "other_table"),
                Rows.texts(row, "other_columns"),
                action(row, "on_delete"),
                action(row, "on_update"),
                Rows.text(row, "match").equals("f") ? "FULL" : null,
                deferral(row),
                !Rows.truth(row, "validated") && enforced(row),
                Rows.texts(row, "set_columns"),
                !enforced(row));
    }

    /** What is never enforced is never valid either, which says nothing more. */
    private static boolean enforced(Row row) {
        return Rows.truth(row, "enforced");
    }

    private static @Nullable String action(Row row, String column) {
        return switch (Rows.text(row, column)) {
            case "r" -> "RESTRICT";
            case "c" -> "CASCADE";
            case "n" -> "SET NULL";
            case "d" -> "SET DEFAULT";
            default -> null;
        };
    }

    private static Constraint exclude(String name, Row row) {
        IndexDefinition definition = IndexDefinition.parse(Rows.text(row, "definition"));
        return new Constraint.Exclude(
                name,
                definition.ofExclusion(),
                definition.method().equals("gist") ? null : definition.method(),
                Brackets.strippedOrNull(row.string("predicate")),
                deferral(row),
                index(row));
    }

    private static @Nullable UnderlyingIndex index(Row row) {
        List<String> include = Rows.texts(row, "include");
        Storage storage = TableRows.storage(row);
        return include.isEmpty() && storage == null ? null : new UnderlyingIndex(include, null, storage);
    }

    private static Deferral deferral(Row row) {
        if (!Rows.truth(row, "deferrable")) {
            return Deferral.NOT_DEFERRABLE;
        }
        return Rows.truth(row, "deferred") ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
    }
}
