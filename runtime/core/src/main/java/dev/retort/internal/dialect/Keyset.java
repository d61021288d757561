package dev.retort.internal.dialect;

import dev.retort.internal.schema.QualifiedName;
import java.util.List;

/** How one kind of database goes through a table by its key. */
public interface Keyset {

    /** The keys of a table, the primary key first; those that a null or a condition keeps rows out of are left out. */
    List<RowKey> keys(QualifiedName table, Catalog catalog);

    /** An expression that gives a column's value as a text which {@link #value} leads back from, to the last digit. */
    String text(String column);

    /** The value of a key's column, as SQL with its parameters. */
    SqlStatement value(String text, RowKey.Column column);

    /** Whether every key of a table is one whole number of at most 64 bits, whose {@link #text} is its digits. */
    boolean isOfWholeNumbers(RowKey key);

    /**
     * Whether a guess at how many rows meet a condition may lead the database away from the key, so that it goes through
     * the whole table for each batch.
     */
    boolean plansByGuesses();

    /** As much of a table as can be counted in a moment. */
    Sample sample(QualifiedName table, Catalog catalog);

    /**
     * A part of a table, drawn by chance.
     *
     * @param clause behind the table's name
     * @param share of the rows that are in it, at most 1
     */
    record Sample(String clause, double share) {

        public static final Sample WHOLE = new Sample("", 1);
    }
}
