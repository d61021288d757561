package dev.retort.internal.dialect.postgres;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.CatalogQuestion;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL has, of what scripts ask for: where no schema is named, by the search path. */
final class CatalogAnswers {

    private static final String THERE = " = pg_catalog.to_regclass(CAST(? AS text))";

    private CatalogAnswers() {}

    static boolean has(CatalogQuestion question, Catalog catalog) {
        String whole = Identifiers.quote(question.object());
        String name = question.object().name();
        QualifiedName of = question.table();
        return switch (question.kind()) {
            case TABLE -> any(catalog, "pg_class WHERE relkind IN ('r', 'p', 'f') AND oid" + THERE, whole);
            case COLUMN ->
                any(
                        catalog,
                        "pg_attribute WHERE attnum > 0 AND NOT attisdropped AND attrelid" + THERE + " AND attname = ?",
                        quoted(of),
                        name);
            case INDEX ->
                of == null
                        ? any(catalog, "pg_class WHERE relkind IN ('i', 'I') AND oid" + THERE, whole)
                        : any(
                                catalog,
                                "pg_index JOIN pg_catalog.pg_class ON oid = indexrelid WHERE indrelid" + THERE
                                        + " AND relname = ?",
                                quoted(of),
                                name);
            case CONSTRAINT ->
                any(catalog, "pg_constraint WHERE conrelid" + THERE + " AND conname = ?", quoted(of), name);
        };
    }

    static List<String> enumValues(QualifiedName enumeration, Catalog catalog) {
        String query = "SELECT enumlabel AS value FROM pg_catalog.pg_enum"
                + " WHERE enumtypid = pg_catalog.to_regtype(CAST(? AS text)) ORDER BY enumsortorder";
        List<String> values = catalog.query(query, Identifiers.quote(enumeration)).stream()
                .map(row -> String.valueOf(row.string("value")))
                .toList();
        if (values.isEmpty()) {
            throw new RetortException(
                    RetortException.Kind.SCRIPT,
                    Problem.of("There is no enum \"" + enumeration + "\".").withHint("Create it with createEnum."));
        }
        return values;
    }

    private static String quoted(@Nullable QualifiedName table) {
        return Identifiers.quote(Objects.requireNonNull(table));
    }

    private static boolean any(Catalog catalog, String source, Object... parameters) {
        return !catalog.query("SELECT 1 AS found FROM pg_catalog." + source, parameters)
                .isEmpty();
    }
}
