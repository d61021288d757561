package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.CatalogQuestion;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What SQLite has, of what scripts ask for: by names that do not count the case of their letters. */
final class CatalogAnswers {

    private static final String OBJECTS =
            "(SELECT type, name, tbl_name FROM sqlite_schema UNION ALL SELECT type, name, tbl_name FROM sqlite_temp_schema)";

    private CatalogAnswers() {}

    static boolean has(CatalogQuestion question, Catalog catalog) {
        String name = Names.unqualified(question.object());
        QualifiedName of = question.table();
        return switch (question.kind()) {
            case TABLE -> any(catalog, OBJECTS + " WHERE type = 'table' AND name = ? COLLATE NOCASE", name);
            case COLUMN ->
                any(catalog, "pragma_table_xinfo(?) WHERE name = ? COLLATE NOCASE", Names.unqualified(table(of)), name);
            case INDEX ->
                of == null
                        ? any(catalog, OBJECTS + " WHERE type = 'index' AND name = ? COLLATE NOCASE", name)
                        : any(
                                catalog,
                                OBJECTS + " WHERE type = 'index' AND name = ? COLLATE NOCASE"
                                        + " AND tbl_name = ? COLLATE NOCASE",
                                name,
                                Names.unqualified(of));
            case CONSTRAINT -> hasConstraint(Names.unqualified(table(of)), name, catalog);
        };
    }

    private static boolean hasConstraint(String table, String name, Catalog catalog) {
        return SchemaRow.all(catalog).stream()
                .filter(object -> object.isTable(table) && !object.isVirtual())
                .anyMatch(object -> new ConstraintNames(object.name(), TableText.parse(object.sql())).has(name));
    }

    private static QualifiedName table(@Nullable QualifiedName of) {
        return Objects.requireNonNull(of);
    }

    private static boolean any(Catalog catalog, String source, Object... parameters) {
        return !catalog.query("SELECT 1 AS found FROM " + source, parameters).isEmpty();
    }
}
