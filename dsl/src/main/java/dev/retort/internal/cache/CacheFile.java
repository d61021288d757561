package dev.retort.internal.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes a file of a cache whole or not at all. */
public final class CacheFile {

    private CacheFile() {}

    /**
     * Creates the folder where there is none, for its owner alone: scripts may hold what others must not read.
     *
     * @throws IOException where it cannot be created
     */
    public static void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    /**
     * Writes a file in a folder that exists.
     *
     * @throws IOException where it cannot be written; then what was there before is there still
     */
    public static void write(Path folder, String name, byte[] content) throws IOException {
        Path unfinished = Files.createTempFile(folder, "", ".part");
        try {
            Files.write(unfinished, content);
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
