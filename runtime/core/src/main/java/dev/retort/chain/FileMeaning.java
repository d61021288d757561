package dev.retort.chain;

import dev.retort.sql.SqlLexer;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlToken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What a file beside a script says, as a checksum: of SQL without comments and spacing, of rows all but line ends. */
final class FileMeaning {

    /** In doubt between databases a character is text and no comment, so that no change of it goes unseen. */
    private static final SqlSyntax CAUTIOUS = new SqlSyntax(true, true, false, true, true, true);

    /** Larger files are taken byte for byte. */
    private static final long LARGE = 4 << 20;

    private static final Pattern ROWS = Pattern.compile("(?is)\\bCOPY\\b.{0,1000}?\\bSTDIN\\b");

    private FileMeaning() {}

    static String of(DataFiles.DataFile file) throws IOException {
        MessageDigest digest = sha256();
        String text = file.sql() && Files.size(file.path()) < LARGE
                ? new String(Files.readAllBytes(file.path()), StandardCharsets.UTF_8)
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
