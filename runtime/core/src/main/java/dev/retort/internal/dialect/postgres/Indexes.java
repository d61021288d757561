package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.operation.CreateIndex;
import dev.retort.internal.operation.DropIndex;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.QualifiedName;
import java.util.List;
import java.util.stream.Collectors;

/** Indexes as SQL. */
final class Indexes {

    private Indexes() {}

    static SqlStatement create(CreateIndex operation) {
        return create(operation, "");
    }

    /** Of the partitioned table, not of its partitions. */
    static SqlStatement createOnly(CreateIndex operation) {
        return create(operation, "ONLY ");
    }

    private static SqlStatement create(CreateIndex operation, String only) {
        Index index = operation.index();
        String elements = index.elements().stream().map(Indexes::element).collect(Collectors.joining(", "));
        StringBuilder sql = new StringBuilder(index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ")
                .append(operation.concurrently() ? "CONCURRENTLY " : "")
                .append(operation.ifNotExists() ? "IF NOT EXISTS " : "")
                .append(Identifiers.quote(index.name()))
                .append(" ON ")
                .append(only)
                .append(Identifiers.quote(index.table()))
                .append(index.method() == null ? "" : " USING " + Identifiers.quote(index.method()))
                .append(" (")
                .append(elements)
                .append(')');
        if (!index.include().isEmpty()) {
            sql.append(" INCLUDE ").append(Identifiers.list(index.include()));
        }
        if (index.nullsNotDistinct()) {
            sql.append(" NULLS NOT DISTINCT");
        }
        sql.append(StorageClauses.with(index.storage())).append(StorageClauses.tablespace(index.storage()));
        if (index.where() != null) {
            sql.append(" WHERE ").append(index.where());
        }
        return new SqlStatement(sql.toString(), List.of(), operation.concurrently());
    }

    static SqlStatement drop(DropIndex operation) {
        if (operation.concurrently() && operation.cascade()) {
            throw Refusal.of(
                    "Index \"" + operation.index() + "\" cannot be dropped both concurrently and with cascade.",
                    "Take one of them away.");
        }
        String sql = "DROP INDEX " + (operation.concurrently() ? "CONCURRENTLY " : "")
                + (operation.ifExists() ? "IF EXISTS " : "") + Identifiers.quote(name(operation))
                + (operation.cascade() ? " CASCADE" : "");
        return new SqlStatement(sql, List.of(), operation.concurrently());
    }

    /** An index lives in the schema of its table. */
    static QualifiedName name(DropIndex operation) {
        QualifiedName table = operation.table();
        QualifiedName index = operation.index();
        return index.schema() == null && table != null ? new QualifiedName(table.schema(), index.name()) : index;
    }

    private static String element(Index.Element element) {
        if (element instanceof Index.Element.ColumnName column) {
            return Identifiers.quote(column.name())
                    + Columns.collation(column.collation())
                    + (column.operatorClass() == null ? "" : " " + column.operatorClass())
                    + (column.order() == null ? "" : " " + column.order());
        }
        return ((Index.Element.Expression) element).sql();
    }
}
