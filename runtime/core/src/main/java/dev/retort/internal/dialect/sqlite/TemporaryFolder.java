package dev.retort.internal.dialect.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder that nobody else can look into, for one database. */
final class TemporaryFolder {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.run");

    private final Path folder;

    private TemporaryFolder(Path folder) {
        this.folder = folder;
    }

    static TemporaryFolder create(String prefix) throws IOException {
        return new TemporaryFolder(Files.createTempDirectory(prefix));
    }

    /** The one file in it, which does not exist yet. */
    Path file(String name) {
        Path file = folder.resolve(name);
        // For a process that is given up before it has ended; the last one named goes first.
        folder.toFile().deleteOnExit();
        file.toFile().deleteOnExit();
        return file;
    }

    void remove() {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.warn("A copy of the database, or one to try something on, was left behind: {}", folder);
        }
    }
}
