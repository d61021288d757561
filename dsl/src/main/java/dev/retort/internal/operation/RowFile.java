package dev.retort.internal.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of rows beside the script. A script can name one, and cannot read it. */
public sealed interface RowFile extends RowSource permits RowFile.Csv, RowFile.JsonLines {

    /** Beside the script, as the script names it. */
    String file();

    /**
     * Values separated by a character, as in RFC 4180.
     *
     * @param header whether the first line names the columns
     * @param columns of the table, in the order of the file; empty when the header names them
     * @param nulls what stands for NULL where it has no quotes; null when nothing does
     */
    record Csv(
            String file,
            char delimiter,
            char quote,
            boolean header,
            List<String> columns,
            @Nullable String nulls) implements RowFile {
        public Csv {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A JSON object on each line.
     *
     * @param columns of the table; empty when the first object names them, and the others name the same
     */
    record JsonLines(String file, List<String> columns) implements RowFile {
        public JsonLines {
            columns = List.copyOf(columns);
        }
    }
}
