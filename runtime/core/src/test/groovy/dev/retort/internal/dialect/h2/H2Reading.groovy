package dev.retort.internal.dialect.h2

import dev.retort.internal.dialect.Catalog
import dev.retort.internal.dialect.ReadScope
import dev.retort.internal.dialect.Reading
import dev.retort.internal.dialect.TablePlace
import dev.retort.internal.schema.QualifiedName
import dev.retort.internal.schema.Schema
import dev.retort.internal.script.CatalogQuestion
import groovy.transform.CompileStatic
import java.sql.Connection
import java.sql.PreparedStatement
import java.sql.ResultSet
import java.sql.SQLException

/** Only tables are looked for. */
@CompileStatic
final class H2Reading implements Reading {

    private static final String SCHEMA = "public"

    @Override
    boolean has(CatalogQuestion question, Catalog catalog) {
        throw Unspelled.refusal("questions about the schema")
    }

    @Override
    List<String> enumValues(QualifiedName enumeration, Catalog catalog) {
        return List.of()
    }

    @Override
    Schema read(Connection connection, ReadScope scope) {
        throw Unspelled.refusal("introspection")
    }

    @Override
    TablePlace place(Connection connection, List<QualifiedName> tables) throws SQLException {
        Set<QualifiedName> existing = new HashSet<>()
        try (PreparedStatement look = connection.prepareStatement(
                "SELECT 1 FROM information_schema.tables WHERE table_schema = 'public' AND table_name = ?")) {
            for (QualifiedName table : tables) {
                look.setString(1, table.name())
                try (ResultSet found = look.executeQuery()) {
                    if (found.next()) {
                        existing.add(table)
                    }
                }
            }
        }
        return new TablePlace(SCHEMA, existing)
    }
}
