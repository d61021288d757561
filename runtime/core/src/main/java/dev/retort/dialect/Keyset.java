package dev.retort.dialect;

import dev.retort.schema.QualifiedName;
import java.util.List;

/** How one kind of database goes through a table by its key. */
public interface Keyset {

    /** The keys of a table, the primary key first; those that a null or a condition keeps rows out of are left out. */
    List<RowKey> keys(QualifiedName table, Catalog catalog);

    /** An expression that gives a column's value as a text which {@link #value} leads back from, to the last digit. */
    String text(String column);

    /** The value of a key's column, as SQL with its parameters. */
    SqlStatement value(String text, RowKey.Column column);

    /** About how many rows a query has, as cheaply as the database can tell. */
    long estimate(SqlStatement query, Catalog catalog);
}
