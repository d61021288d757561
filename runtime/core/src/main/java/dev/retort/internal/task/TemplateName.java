package dev.retort.internal.task;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.DatabaseUrl;
import dev.retort.internal.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** Names a migrated database by all that it was made of: what has the same name holds the same. */
public final class TemplateName {

    /** A name of PostgreSQL's has 63 characters, and these get a prefix. */
    private static final int CHARACTERS = 32;

    private final MessageDigest digest;

    private TemplateName() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** @param target that the database is upgraded to */
    public static String of(Settings settings, String target) {
        TemplateName name = new TemplateName();
        String version = TemplateName.class.getPackage().getImplementationVersion();
        name.add(version == null ? "" : version);
        name.add(target);
        settings.shaping().forEach(name::add);
        // Whoever did not create a database may not copy it.
        name.add(settings.database()
                .url()
                .map(DatabaseUrl::properties)
                .map(TemplateName::user)
                .orElse(""));
        settings.folders().forEach(name::addFiles);
        return HexFormat.of().formatHex(name.digest.digest()).substring(0, CHARACTERS);
    }

    private static String user(Properties properties) {
        return properties.getProperty("user", "");
    }

    /** Each with its length, so that nothing can be two things. */
    private void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(byte[] bytes) {
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    /** Scripts, and what lies beside them to be loaded. */
    private void addFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            // The upgrade says so.
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                add(folder.relativize(file).toString());
                add(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new RetortException(
                    Kind.SCRIPT,
                    List.of(Problem.of("The folder " + folder + " cannot be read: " + e.getMessage() + ".")),
                    e);
        }
    }
}
