package dev.retort.internal.load;

import dev.retort.Location;
import dev.retort.internal.chain.DataFiles.DataFile;
import dev.retort.internal.dialect.Cell;
import dev.retort.internal.library.MissingLibrary;
import dev.retort.internal.operation.RowFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one at a time, however long the file is. */
public interface RowReader extends AutoCloseable {

    /** @throws dev.retort.RetortException of the kind SCRIPT where the file's beginning is wrong */
    static RowReader open(RowFile source, DataFile file) {
        if (!(source instanceof RowFile.Csv csv)) {
            return JsonRows.open((RowFile.JsonLines) source, file);
        }
        try {
            return CsvRows.open(csv, file);
        } catch (NoClassDefFoundError e) {
            throw MissingLibrary.named("The reader of CSV", "de.siegmar:fastcsv", e);
        }
    }

    /** The columns of the table that the values are for; empty where the file has no rows. */
    List<String> columns();

    /**
     * Goes to the next row.
     *
     * @return its values in the order of the columns, null for NULL; null after the last row
     * @throws dev.retort.RetortException of the kind SCRIPT, with its place, where it is not well-formed
     */
    @Nullable
    List<@Nullable Cell> next();

    /**
     * Where the row that was read last is.
     *
     * @param column of one value of it; -1 for the row as a whole
     */
    Location place(int column);

    @Override
    void close();
}
