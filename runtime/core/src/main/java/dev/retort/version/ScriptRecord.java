package dev.retort.version;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A script as it was when it ran.
 *
 * @param algorithm how both checksums were made
 * @param checksum of the text as it stands, line ends made one, in hexadecimal
 * @param meaningChecksum of its words alone, without comments and spacing
 */
public record ScriptRecord(String algorithm, String text, String checksum, String meaningChecksum) {

    private static final String ALGORITHM = "SHA-256";

    /** @param meaning the text without comments and spacing */
    public static ScriptRecord of(String text, String meaning) {
        return new ScriptRecord(ALGORITHM, text, digest(text.replace("\r\n", "\n")), digest(meaning));
    }

    /** The text as the history table keeps it: UTF-8, deflated. */
    byte[] deflated() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The text that {@link #deflated()} made small. */
    public static String inflated(byte[] deflated) {
        try (InflaterInputStream inflater = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            return new String(inflater.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
