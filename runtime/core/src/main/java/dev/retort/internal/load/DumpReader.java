package dev.retort.internal.load;

import dev.retort.internal.chain.DataFiles.DataFile;
import dev.retort.internal.load.SqlText.Rows;
import dev.retort.internal.sql.SqlScript;
import dev.retort.internal.sql.SqlSyntax;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of SQL as the database's own shell does: rows follow a {@code COPY … FROM STDIN} up to a line {@code \.},
 * and the {@code \restrict} of a dump, which keeps the shell from taking rows for commands, says nothing to the database.
 */
public final class DumpReader {

    private static final Pattern RESTRICT = Pattern.compile("\\\\(un)?restrict\\s+\\w+\\s*");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final DataFile file;
    private final SqlSyntax syntax;
    private final int longest;
    private final StringBuilder text = new StringBuilder();
    private final List<Rows> rows = new ArrayList<>();
    /** Up to where the text is whole statements. */
    private int whole;

    private long offset;

    private DumpReader(DataFile file, SqlSyntax syntax, int longest) {
        this.file = file;
        this.syntax = syntax;
        this.longest = longest;
    }

    /**
     * Reads a file of which the statements fit into memory.
     *
     * @throws dev.retort.RetortException of the kind SCRIPT where they are longer, or the file cannot be read or is
     *     not UTF-8, or rows have no end
     */
    public static SqlText read(DataFile file, SqlSyntax syntax, int longest) {
        DumpReader reader = new DumpReader(file, syntax, longest);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16)) {
            reader.read(in);
        } catch (IOException e) {
            throw Utf8File.failure(file, e);
        }
        return reader.text();
    }

    private SqlText text() {
        return new SqlText(file, text.toString(), rows);
    }

    private void read(InputStream in) throws IOException {
        for (byte[] bytes = line(in); bytes != null; bytes = line(in)) {
            String line = decode(bytes);
            if (text.isEmpty() && line.startsWith(BYTE_ORDER_MARK)) {
                line = line.substring(1);
            }
            boolean command = RESTRICT.matcher(line).matches() && isBetweenStatements();
            text.append(command ? "\n" : line);
            if (text.length() > longest) {
                throw Utf8File.tooLarge(file, Files.size(file.path()), longest);
            }
            if (mayCopy(line) && copies()) {
                whole = text.length();
                leaveOut(in);
            }
        }
    }

    private static boolean mayCopy(String line) {
        return line.stripTrailing().endsWith(";")
                && line.toLowerCase(Locale.ROOT).contains("stdin");
    }

    private boolean isBetweenStatements() {
        return SqlScript.whole(text.substring(whole), syntax).isPresent();
    }

    private boolean copies() {
        return SqlScript.whole(text.substring(whole), syntax)
                .filter(parts -> !parts.isEmpty())
                .map(parts -> SqlScript.copiesRows(parts.get(parts.size() - 1).sql(), syntax))
                .orElse(false);
    }

    private void leaveOut(InputStream in) throws IOException {
        long start = offset;
        long end = offset;
        int lines = 0;
        for (byte[] line = line(in); line != null; line = line(in)) {
            lines++;
            if (endsRows(line)) {
                rows.add(new Rows(text.length(), start, end, lines));
                return;
            }
            end = offset;
        }
        throw text().fault(
                        text.length() - 1,
                        "The rows after this COPY have no end.",
                        "End them with a line \\. by itself.");
    }

    private static boolean endsRows(byte[] line) {
        return line.length >= 2
                && line.length <= 4
                && new String(line, StandardCharsets.US_ASCII).strip().equals("\\.");
    }

    private static String decode(byte[] line) throws IOException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    }

    /** With its end; null after the last. */
    private byte @Nullable [] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (next == '\n') {
                break;
            }
        }
        offset += line.size();
        return line.size() == 0 ? null : line.toByteArray();
    }
}
