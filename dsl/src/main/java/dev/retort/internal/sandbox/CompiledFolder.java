package dev.retort.internal.sandbox;

import dev.retort.internal.cache.BuildIdentity;
import dev.retort.internal.cache.CacheFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.util.ReleaseInfo;

/**
 * A folder with what the compiler made of scripts, a file for each text, each of which may vanish at any time. A file
 * that is not whole counts as none; what cannot be written is not kept.
 */
public final class CompiledFolder implements CompiledScripts {

    private static final String SUFFIX = ".script";

    private static final int MOST = 10_000;

    private final Path folder;
    private final String compiler;
    private boolean pruned;

    private CompiledFolder(Path folder, String compiler) {
        this.folder = folder;
        this.compiler = compiler;
    }

    /**
     * The scripts that this very compiler has compiled; none where it cannot be distinguished from another one, which is so
     * while Retort itself is developed.
     */
    public static CompiledScripts in(Path folder) {
        return identity().<CompiledScripts>map(compiler -> of(folder, compiler)).orElse(NONE);
    }

    /** @param compiler what else the result depends on besides the script */
    static CompiledFolder of(Path folder, String compiler) {
        return new CompiledFolder(folder, compiler);
    }

    /** Of this class and Groovy, and of Java, whose classes scripts are checked against. */
    private static Optional<String> identity() {
        return BuildIdentity.of(CompiledFolder.class, ReleaseInfo.class)
                .map(build -> System.getProperty("java.runtime.version", "") + "\n" + ReleaseInfo.getVersion() + "\n"
                        + build);
    }

    @Override
    public Optional<Map<String, byte[]>> find(String file, String text) {
        try {
            return read(Files.readAllBytes(folder.resolve(name(file, text))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void keep(String file, String text, Map<String, byte[]> classes) {
        try {
            CacheFile.createFolder(folder);
            prune();
            CacheFile.write(folder, name(file, text), written(classes));
        } catch (IOException | UnsupportedOperationException | SecurityException e) {
            // It is compiled again the next time.
        }
    }

    /** Once in the life of a process. */
    private synchronized void prune() throws IOException {
        if (!pruned) {
            pruned = true;
            CacheFile.prune(folder, MOST);
        }
    }

    private String name(String file, String text) {
        MessageDigest digest = digest();
        for (String part : List.of(compiler, file, text)) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest()) + SUFFIX;
    }

    /**
     * The checksum of all that follows, then the classes. It finds what was not written to the end; no file is trusted for it,
     * for the gate looks at each class again. Unlike a digest, it is an instruction of the processor.
     */
    private static byte[] written(Map<String, byte[]> classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(classes.size());
        for (Map.Entry<String, byte[]> each : classes.entrySet()) {
            out.writeUTF(each.getKey());
            out.writeInt(each.getValue().length);
            out.write(each.getValue());
        }
        byte[] content = bytes.toByteArray();
        return ByteBuffer.allocate(Long.BYTES + content.length)
                .putLong(CacheFile.checksum(content, 0))
                .put(content)
                .array();
    }

    private static Optional<Map<String, byte[]>> read(byte[] whole) throws IOException {
        if (whole.length < Long.BYTES || ByteBuffer.wrap(whole).getLong() != CacheFile.checksum(whole, Long.BYTES)) {
            return Optional.empty();
        }
        DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(whole, Long.BYTES, whole.length - Long.BYTES));
        Map<String, byte[]> classes = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            classes.put(name, in.readNBytes(in.readInt()));
        }
        return Optional.of(classes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
