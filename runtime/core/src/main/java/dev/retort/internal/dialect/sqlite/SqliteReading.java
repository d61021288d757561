package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.DatabaseState;
import dev.retort.internal.dialect.ReadScope;
import dev.retort.internal.dialect.Reading;
import dev.retort.internal.dialect.TablePlace;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.script.CatalogQuestion;
import dev.retort.internal.script.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is in a database of SQLite. */
final class SqliteReading implements Reading {

    private static final List<String> HEADER = List.of("user_version", "application_id", "journal_mode", "auto_vacuum");

    @Override
    public boolean has(CatalogQuestion question, Catalog catalog) {
        return CatalogAnswers.has(question, catalog);
    }

    @Override
    public List<String> enumValues(QualifiedName enumeration, Catalog catalog) {
        return new EnumColumns(catalog, enumeration).values();
    }

    @Override
    public Schema read(Connection connection, ReadScope scope) throws SQLException {
        List<String> schemas = new ArrayList<>(scope.schemas());
        schemas.addAll(scope.others());
        if (!List.of(Names.MAIN).containsAll(schemas)) {
            throw Refusal.of(
                    "SQLite has no schemas, so " + String.join(", ", schemas) + " cannot be read.",
                    "Leave the schemas out.");
        }
        try {
            return Introspection.of(SchemaRow.all(Queries.catalog(connection)), scope.leftOut());
        } catch (Queries.Failed e) {
            throw e.failure();
        }
    }

    /** SQLite keeps views and foreign keys whose tables are gone, and creates them without a look. */
    @Override
    public List<String> notRecreated(Connection connection, ReadScope scope) throws SQLException {
        List<String> sentences = new ArrayList<>(new ForeignKeys(connection).unusable());
        new Views(connection)
                .broken()
                .forEach(
                        (view, message) -> sentences.add("The view \"" + view + "\" cannot be read: " + message + "."));
        return sentences.stream()
                .map(sentence -> sentence + " Correct it in the script, which fails in another database as it is.")
                .toList();
    }

    /** What programs keep in the header of the file. */
    @Override
    public DatabaseState state(Connection connection) throws SQLException {
        SortedMap<String, String> settings = new TreeMap<>();
        for (String pragma : HEADER) {
            for (Row row : Queries.rows(connection, "PRAGMA main." + pragma)) {
                settings.put("pragma " + pragma, String.valueOf(row.get(pragma)));
            }
        }
        return new DatabaseState(settings, new TreeSet<>());
    }

    @Override
    public TablePlace place(Connection connection, List<QualifiedName> tables) throws SQLException {
        String asked = tables.stream().map(table -> "lower(?)").collect(Collectors.joining(", "));
        Object[] names = tables.stream().map(QualifiedName::name).toArray();
        Set<String> found = Queries.rows(connection, """
                        SELECT name FROM main.sqlite_schema
                        WHERE type IN ('table', 'view') AND lower(name) IN (""" + asked + ")", names).stream()
                .map(row -> Names.key(String.valueOf(row.get("name"))))
                .collect(Collectors.toSet());
        String schema = tables.get(0).schema();
        return new TablePlace(
                schema == null ? Names.MAIN : schema,
                tables.stream()
                        .filter(table -> found.contains(Names.key(table.name())))
                        .collect(Collectors.toSet()));
    }
}
