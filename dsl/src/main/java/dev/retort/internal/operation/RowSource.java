package dev.retort.internal.operation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the rows of a {@link BulkInsert} come from, as a value: a file is named here, and not yet read. */
public sealed interface RowSource permits RowSource.Listed, RowFile {

    /**
     * Rows that a script created.
     *
     * @param rows column names to values; all rows name the same columns
     * @param first the number of the first of them among all rows of the call, from 1
     */
    record Listed(List<Map<String, @Nullable Object>> rows, long first) implements RowSource {
        public Listed {
            rows = List.copyOf(rows);
        }
    }
}
