package dev.retort.internal.ddl;

import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Index;
import dev.retort.internal.sql.SqlSyntax;
import dev.retort.internal.sql.SqlToken;
import java.util.List;
import java.util.Optional;

/** Where databases differ in what the text of a definition means. */
public interface Grammar {

    SqlSyntax syntax();

    /** The name that a token means; empty where it cannot be one. */
    Optional<String> name(SqlToken token);

    /** @param written as it is in the text, without comments; empty where a column has no type */
    ColumnType type(String written);

    /** The column as the database understands it, with what follows from its own definition. */
    DefinedColumn column(DefinedColumn written);

    /** What {@code CREATE TABLE} does. The columns of its primary key hold no nulls, where the database sees to it. */
    SqlEffect created(DefinedTable table);

    /** The name that the database gives to an index without one; empty where each index has one. */
    Optional<String> indexName(String table, List<Index.Element> elements);
}
