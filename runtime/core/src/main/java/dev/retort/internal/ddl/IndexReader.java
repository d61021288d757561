package dev.retort.internal.ddl;

import dev.retort.internal.operation.CreateIndex;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code CREATE INDEX}. */
final class IndexReader {

    private IndexReader() {}

    /** After CREATE INDEX. */
    static List<SqlEffect> create(Cursor cursor, boolean unique) {
        boolean concurrently = cursor.skip("CONCURRENTLY");
        boolean ifNotExists = cursor.skip("IF", "NOT", "EXISTS");
        // A name with a schema is SQLite's; elsewhere an index is where its table is.
        QualifiedName named = cursor.is("ON") ? null : cursor.unresolved();
        if (named != null) {
            cursor.about(ObjectName.of(ObjectKind.INDEX, named));
        }
        cursor.expect("ON");
        boolean only = cursor.skip("ONLY");
        QualifiedName table = cursor.qualified();
        if (named == null) {
            cursor.about(ObjectName.of(ObjectKind.TABLE, table));
        } else if (table.schema() != null) {
            cursor.about(ObjectName.of(ObjectKind.INDEX, new QualifiedName(table.schema(), named.name())));
            table = named.schema() == null ? table : new QualifiedName(named.schema(), table.name());
        } else if (named.schema() != null) {
            table = new QualifiedName(named.schema(), table.name());
        }
        return effects(cursor, named, table, new Said(unique, concurrently, ifNotExists, only));
    }

    /** What is said besides names. */
    private record Said(boolean unique, boolean concurrently, boolean ifNotExists, boolean only) {}

    private static List<SqlEffect> effects(
            Cursor cursor, @Nullable QualifiedName named, QualifiedName table, Said said) {
        String method = cursor.skip("USING") ? cursor.name() : null;
        List<Index.Element> elements =
                cursor.brackets().parts().stream().map(IndexReader::element).toList();
        Cursor.check(!elements.isEmpty());
        List<String> include = cursor.skip("INCLUDE") ? cursor.names() : List.of();
        boolean notDistinct = ConstraintDefinition.nullsNotDistinct(cursor);
        Storage storage = StorageReader.read(cursor);
        String where = cursor.skip("WHERE") ? ofWhere(cursor) : null;
        cursor.end();
        Optional<String> given = Optional.ofNullable(named).map(QualifiedName::name);
        String name = given.or(() -> cursor.grammar().indexName(table.name(), elements))
                .orElseThrow(NotUnderstood::new);
        Index index = new Index(name, table, elements, said.unique, method, include, where, notDistinct, storage);
        List<SqlEffect> effects = new ArrayList<>();
        effects.add(
                new SqlEffect.Changes(new CreateIndex(index, said.concurrently, said.ifNotExists), false, said.only));
        if (named == null) {
            // A number follows it, where an index has that name already.
            effects.add(
                    new SqlEffect.Uncertain(ObjectName.of(ObjectKind.INDEX, new QualifiedName(table.schema(), name))));
        }
        return List.copyOf(effects);
    }

    private static String ofWhere(Cursor cursor) {
        Cursor.check(!cursor.done());
        return cursor.rest();
    }

    private static Index.Element element(Cursor cursor) {
        boolean column = !cursor.isSymbol("(")
                && !cursor.peek(1).isSymbol("(")
                && !cursor.peek(1).isSymbol(".");
        if (!column) {
            return new Index.Element.Expression(cursor.rest());
        }
        String name = cursor.name();
        String collation = cursor.skip("COLLATE") ? ColumnDefinition.collation(cursor) : null;
        String operatorClass = cursor.done() || isOrder(cursor)
                ? null
                : cursor.until(IndexReader::isOrder).rest();
        String order = order(cursor);
        cursor.end();
        return new Index.Element.ColumnName(name, collation, operatorClass, order);
    }

    private static boolean isOrder(Cursor cursor) {
        return cursor.is("ASC") || cursor.is("DESC") || cursor.is("NULLS");
    }

    /** Without what is the case anyway. */
    private static @Nullable String order(Cursor cursor) {
        boolean descending = cursor.skip("DESC");
        if (!descending) {
            cursor.skip("ASC");
        }
        boolean first = cursor.skip("NULLS", "FIRST");
        boolean last = cursor.skip("NULLS", "LAST");
        String nulls = first && !descending ? "NULLS FIRST" : last && descending ? "NULLS LAST" : null;
        return !descending ? nulls : nulls == null ? "DESC" : "DESC " + nulls;
    }
}
