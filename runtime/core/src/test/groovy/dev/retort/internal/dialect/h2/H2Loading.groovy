package dev.retort.internal.dialect.h2

import dev.retort.internal.dialect.Catalog
import dev.retort.internal.dialect.Cell
import dev.retort.internal.dialect.Keyset
import dev.retort.internal.dialect.LoadTarget
import dev.retort.internal.dialect.RowLoading
import dev.retort.internal.dialect.RowSink
import dev.retort.internal.schema.QualifiedName
import groovy.transform.CompileStatic
import java.sql.Connection

/** Rows come by inserts alone. */
@CompileStatic
final class H2Loading implements RowLoading {

    @Override
    LoadTarget loadTarget(QualifiedName table, Catalog catalog) {
        throw Unspelled.refusal("bulkInsert")
    }

    @Override
    Object value(Cell cell, LoadTarget.Column column) {
        throw Unspelled.refusal("bulkInsert")
    }

    @Override
    boolean sinks(Object value, LoadTarget.Column column) {
        return false
    }

    @Override
    RowSink sink(Connection connection, LoadTarget target, List<String> columns) {
        throw Unspelled.refusal("bulkInsert")
    }

    @Override
    Keyset keyset() {
        throw Unspelled.refusal("backfill")
    }
}
