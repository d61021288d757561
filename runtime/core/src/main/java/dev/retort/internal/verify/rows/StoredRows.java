package dev.retort.internal.verify.rows;

import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The rows of all tables of a database at one moment. */
public final class StoredRows {

    /**
     * The first row of a table that is not as it was, and in how many ways the table differs.
     *
     * @param column where one value differs; empty where rows are missing or new
     * @param sentence what was there, and what is there: {@code The row id = 3 had name 'Ada', and has none.}
     */
    public record Loss(QualifiedName table, String column, String sentence) {}

    private StoredRows() {}

    /** @param schema of the database, without Retort's own tables */
    public static StoredRows read(Connection connection, Schema schema, Dialect dialect) throws SQLException {
        return new StoredRows();
    }

    /** Of the tables and columns alone that a schema has, too. */
    public StoredRows within(Schema schema) {
        return this;
    }

    public boolean hasRows(QualifiedName table) {
        return false;
    }

    /**
     * What is not as it was, table by table: of what both have. A table or a column that only one of them has is not
     * compared.
     */
    public List<Loss> lossesIn(StoredRows later) {
        return List.of();
    }
}
