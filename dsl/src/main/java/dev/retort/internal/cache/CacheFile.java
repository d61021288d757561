package dev.retort.internal.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

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

    /** Of all from a place on, to find what was not written to the end. */
    public static long checksum(byte[] whole, int from) {
        CRC32 checksum = new CRC32();
        checksum.update(whole, from, whole.length - from);
        return checksum.getValue();
    }

    /**
     * Reduces more files than the most to half as many, the oldest first.
     *
     * @throws IOException where the folder cannot be read
     */
    public static void prune(Path folder, int most) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (files.size() > most) {
            files.stream()
                    .map(file -> new Aged(file, file.toFile().lastModified()))
                    .sorted((one, other) -> Long.compare(one.time(), other.time()))
                    .limit(files.size() - most / 2)
                    .forEach(each -> each.file().toFile().delete());
        }
    }

    /** A file, and when it was written; asked once, for it may be written again in the meantime. */
    private record Aged(Path file, long time) {}
}
