package dev.retort.internal.dialect;

import dev.retort.internal.script.Row;
import java.util.List;

/**
 * The database as it stands while SQL is being made for it, for the changes that cannot be spelt without a look (a
 * table that SQLite must rebuild). It shows the effects of the statements made so far.
 */
public interface Catalog {

    /**
     * @param parameters values for the {@code ?} of the text
     * @throws dev.retort.RetortException where there is no database to look at
     */
    List<Row> query(String sql, Object... parameters);

    /** Whether there is a database to look at: what could be told better with a look must do without one. */
    default boolean canLook() {
        return true;
    }
}
