package dev.retort.internal.load;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.chain.DataFiles.DataFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** Reads files that must be UTF-8, and names the place of a byte that is not. */
final class Utf8File {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Utf8File() {}

    /** The characters, without a byte order mark. */
    static Reader open(DataFile file) throws IOException {
        InputStream in = Files.newInputStream(file.path());
        BufferedReader reader = new BufferedReader(new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        reader.mark(1);
        try {
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
            return reader;
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    /**
     * The whole text, without a byte order mark.
     *
     * @throws RetortException of the kind SCRIPT where the file is larger, cannot be read or is not UTF-8
     */
    static String text(DataFile file, int largest) {
        try {
            long size = Files.size(file.path());
            if (size > largest) {
                throw tooLarge(file, size, largest);
            }
            try (Reader reader = open(file)) {
                StringBuilder text = new StringBuilder();
                char[] buffer = new char[1 << 13];
                for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                    text.append(buffer, 0, read);
                }
                return text.toString();
            }
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    static RetortException tooLarge(DataFile file, long size, int largest) {
        return new RetortException(
                Kind.SCRIPT,
                Problem.at(
                                Location.of(file.display()),
                                "The file has " + (size >> 20) + " MiB; a file of SQL may have " + (largest >> 20)
                                        + ".")
                        .withHint("Keep rows in a file of CSV and write: bulkInsert 'table', csv('rows.csv')"));
    }

    /** What made reading fail, in a sentence. */
    static RetortException failure(DataFile file, IOException e) {
        Problem problem = e instanceof CharacterCodingException
                ? notUtf8(file)
                : Problem.at(Location.of(file.display()), "The file cannot be read: " + e.getMessage() + ".");
        return new RetortException(Kind.SCRIPT, List.of(problem), e);
    }

    /** Reads the file again up to the byte at fault. */
    private static Problem notUtf8(DataFile file) {
        int line = 1;
        int column = 1;
        try (InputStream in = Files.newInputStream(file.path())) {
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
            StringBuilder bytes = new StringBuilder();
            for (int next = reader.read(); next >= 0; next = reader.read()) {
                bytes.append((char) next);
                if (next == '\n') {
                    if (!isUtf8(bytes)) {
                        break;
                    }
                    bytes.setLength(0);
                    line++;
                }
            }
            column = 1 + wellFormed(bytes);
        } catch (IOException e) {
            return Problem.at(Location.of(file.display()), "The file is not UTF-8.");
        }
        return Problem.at(new Location(file.display(), line, column), "The file is not UTF-8 here.")
                .withHint("Save it as UTF-8.");
    }

    private static boolean isUtf8(CharSequence bytes) {
        byte[] encoded = bytes.toString().getBytes(StandardCharsets.ISO_8859_1);
        return !new String(encoded, StandardCharsets.UTF_8).contains("\uFFFD");
    }

    /** How many characters precede the first byte that belongs to none. */
    private static int wellFormed(CharSequence bytes) {
        byte[] encoded = bytes.toString().getBytes(StandardCharsets.ISO_8859_1);
        return Math.max(0, new String(encoded, StandardCharsets.UTF_8).indexOf('\uFFFD'));
    }
}
