package dev.retort.internal.chain;

import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlSyntax;
import dev.retort.internal.sql.SqlToken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a file beside a script says, as a checksum: of SQL without comments and spacing, of rows all but line ends. */
final class FileMeaning {

    /** In doubt between databases a character is text and no comment, so that no change of it goes unseen. */
    private static final SqlSyntax CAUTIOUS = new SqlSyntax(true, true, false, true, true, true);

    /** Larger files are taken byte for byte. */
    private static final long LARGE = 4 << 20;

    /** Longer files are not kept. */
    private static final long SHORT = 64 << 10;

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final Pattern ROWS = Pattern.compile("(?is)\\bCOPY\\b.{0,1000}?\\bSTDIN\\b");

    private FileMeaning() {}

    static String of(DataFiles.DataFile file) throws IOException {
        MessageDigest digest = sha256();
        String text = file.sql() && Files.size(file.path()) < LARGE
                ? withoutMark(new String(Files.readAllBytes(file.path()), StandardCharsets.UTF_8))
                : "";
        // What is a comment in SQL is none in the rows of a dump.
        if (!text.isEmpty() && !ROWS.matcher(text).find()) {
            for (SqlToken token : SqlLexer.tokens(text.replace("\r\n", "\n"), CAUTIOUS)) {
                if (!token.isBlank()) {
                    digest.update(token.text().getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) ' ');
                }
            }
        } else {
            update(digest, file);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Version control writes the line ends of the machine it is on. */
    private static void update(MessageDigest digest, DataFiles.DataFile file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        byte[] kept = new byte[1 << 16];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path()))) {
            in.mark(MARK.length);
            if (!Arrays.equals(in.readNBytes(MARK.length), MARK)) {
                in.reset();
            }
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                int length = 0;
                for (int i = 0; i < read; i++) {
                    if (buffer[i] != '\r') {
                        kept[length++] = buffer[i];
                    }
                }
                digest.update(kept, 0, length);
            }
        }
    }

    /** The text of a short file, without a byte order mark; null of others and of what is no text. */
    static @Nullable String text(DataFiles.DataFile file) {
        try {
            if (Files.size(file.path()) > SHORT) {
                return null;
            }
            byte[] bytes = Files.readAllBytes(file.path());
            return withoutMark(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IOException e) {
            return null;
        }
    }

    /** An editor's byte order mark says nothing. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
