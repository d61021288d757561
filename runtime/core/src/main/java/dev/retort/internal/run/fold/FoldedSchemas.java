package dev.retort.internal.run.fold;

import dev.retort.internal.cache.BuildIdentity;
import dev.retort.internal.cache.CacheFile;
import dev.retort.internal.schema.Schema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A folder with schemas that scripts make, a file for each, each of which may vanish at any time. A long chain is not folded
 * again for one more script.
 */
public final class FoldedSchemas {

    /** Keeps nothing. */
    public static final FoldedSchemas NONE = new FoldedSchemas(null, Optional::empty);

    private static final String SUFFIX = ".schema";

    private static final int MOST = 100;

    private final @Nullable Path folder;
    private final Supplier<Optional<String>> build;

    private FoldedSchemas(@Nullable Path folder, Supplier<Optional<String>> build) {
        this.folder = folder;
        this.build = build;
    }

    /** @param folder created when something is kept, for its owner alone */
    public static FoldedSchemas in(Path folder) {
        return new FoldedSchemas(folder, () -> BuildIdentity.of(FoldedSchemas.class, Schema.class));
    }

    /** @param build what folds the scripts */
    static FoldedSchemas of(Path folder, String build) {
        return new FoldedSchemas(folder, () -> Optional.of(build));
    }

    /** What schemas are found by: all that they depend on, one script more at a time. */
    public static final class Key {
        private final MessageDigest digest;

        private Key(MessageDigest digest) {
            this.digest = digest;
        }

        public void add(String part) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }

        /** That of all parts that came so far. */
        public String text() {
            try {
                return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("Java's own SHA-256 can be copied", e);
            }
        }
    }

    /**
     * The beginning of a key; empty where nothing is kept, which is so while Retort itself is developed.
     *
     * @param rules by which scripts are folded, and what they are given
     */
    public Optional<Key> key(List<String> rules) {
        if (folder == null) {
            return Optional.empty();
        }
        return build.get().map(identity -> {
            Key key = new Key(digest());
            key.add(identity);
            rules.forEach(key::add);
            return key;
        });
    }

    /** @param key its text */
    public Optional<Schema> find(String key) {
        if (folder == null) {
            return Optional.empty();
        }
        try {
            byte[] whole = Files.readAllBytes(folder.resolve(key + SUFFIX));
            int length = digest().getDigestLength();
            if (whole.length < length) {
                return Optional.empty();
            }
            byte[] content = Arrays.copyOfRange(whole, length, whole.length);
            return MessageDigest.isEqual(digest().digest(content), Arrays.copyOf(whole, length))
                    ? Optional.of(SchemaData.read(new DataInputStream(new ByteArrayInputStream(content))))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public void keep(String key, Schema schema) {
        if (folder == null) {
            return;
        }
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            SchemaData.write(schema, new DataOutputStream(bytes));
            byte[] content = bytes.toByteArray();
            byte[] digest = digest().digest(content);
            byte[] whole = Arrays.copyOf(digest, digest.length + content.length);
            System.arraycopy(content, 0, whole, digest.length, content.length);
            CacheFile.createFolder(folder);
            CacheFile.prune(folder, MOST);
            CacheFile.write(folder, key + SUFFIX, whole);
        } catch (IOException | UnsupportedOperationException | SecurityException e) {
            // It is folded again the next time.
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
