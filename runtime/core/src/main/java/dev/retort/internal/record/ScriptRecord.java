package dev.retort.internal.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/**
 * A script as it was when it ran.
 *
 * @param algorithm how both checksums were computed
 * @param checksum of the text as it is written, each line end as one character, in hexadecimal
 * @param meaningChecksum of its words alone, without comments and spacing
 * @param files that it reads
 */
public record ScriptRecord(
        String algorithm, String text, String checksum, String meaningChecksum, List<KeptFile> files) {

    static final String ALGORITHM = "SHA-256";

    /** @param meaning the text without comments and spacing */
    public static ScriptRecord of(String text, String meaning) {
        return new ScriptRecord(ALGORITHM, text, checksum(text), digest(meaning), List.of());
    }

    /** The same with the files that it reads. */
    public ScriptRecord with(List<KeptFile> read) {
        return new ScriptRecord(algorithm, text, checksum, meaningChecksum, read);
    }

    /** The text as the history table keeps it: UTF-8, deflated; after it, deflated as well, the files. */
    byte[] deflated() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(text.getBytes(StandardCharsets.UTF_8));
            deflater.finish();
            KeptFiles.write(files, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Of a text, whichever line ends it has. */
    public static String checksum(String text) {
        return digest(text.replace("\r\n", "\n"));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance(ALGORITHM).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }
}
