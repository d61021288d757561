package dev.retort.internal.load;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.chain.DataFiles.DataFile;
import dev.retort.internal.sql.SqlFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;

/**
 * What a file of SQL says to the database. Rows that follow a {@code COPY … FROM STDIN} stay in the file, as a dump may
 * have more of them than there is memory.
 */
public final class SqlText {

    private final DataFile file;
    private final String text;
    private final List<Rows> rows;

    /**
     * Rows that were left out of the text.
     *
     * @param at where in the text they were, which is after their COPY
     * @param start of their first byte in the file
     * @param end after their last byte
     * @param lines how many were left out, the one that ends them included
     */
    public record Rows(int at, long start, long end, int lines) {}

    SqlText(DataFile file, String text, List<Rows> rows) {
        this.file = file;
        this.text = text;
        this.rows = List.copyOf(rows);
    }

    /**
     * Reads a file that is SQL throughout.
     *
     * @throws RetortException of the kind SCRIPT where the text is longer, cannot be read or is not UTF-8
     */
    public static SqlText plain(DataFile file, int longest) {
        return new SqlText(file, Utf8File.text(file, longest), List.of());
    }

    public String text() {
        return text;
    }

    /** In their order. */
    public List<Rows> rows() {
        return rows;
    }

    /** Where in the file an offset into the text is. */
    public Location place(int offset) {
        int leftOut = rows.stream()
                .filter(some -> some.at() <= offset)
                .mapToInt(Rows::lines)
                .sum();
        return new Location(file.display(), SqlFault.line(text, offset) + leftOut, SqlFault.column(text, offset));
    }

    /** Where one of the rows is in the file. */
    public Location place(Rows some, long number) {
        int line = place(Math.max(0, some.at() - 1)).line();
        return new Location(file.display(), Math.toIntExact(line + number), 1);
    }

    /** The bytes of the rows, without the line that ends them. */
    public InputStream open(Rows some) throws IOException {
        InputStream in = Files.newInputStream(file.path());
        try {
            in.skipNBytes(some.start());
            return new FirstBytes(in, some.end() - some.start());
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    RetortException fault(int offset, String sentence, String hint) {
        return new RetortException(
                Kind.SCRIPT, Problem.at(place(offset), sentence).withHint(hint));
    }
}
