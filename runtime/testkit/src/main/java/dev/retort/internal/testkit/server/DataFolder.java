package dev.retort.internal.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a server keeps what nothing outlives: in memory, where the system has a folder for that with room enough. A database is
 * three hundred files, and a disk takes up to a tenth of a second to create them.
 */
final class DataFolder {

    private static final Path IN_MEMORY = Path.of("/dev/shm");
    private static final long ROOM = 2L << 30;
    private static final String PREFIX = "retort-postgres-";
    /** Locked as long as its process lives; the folder of the server is in the one that it is in. */
    private static final String IN_USE = "in-use";

    private DataFolder() {}

    /** A new folder, which is of no use when this process has ended; empty where the usual place is as good. */
    static Optional<Path> inMemory() throws IOException {
        boolean fits = Files.isDirectory(IN_MEMORY)
                && Files.isWritable(IN_MEMORY)
                && Files.getFileStore(IN_MEMORY).getUsableSpace() >= ROOM;
        return fits ? Optional.of(in(IN_MEMORY)) : Optional.empty();
    }

    /** A process that is killed removes nothing, so that the next one does. */
    static Path in(Path place) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(place, PREFIX + "*")) {
            for (Path folder : folders) {
                removeUnused(folder);
            }
        }
        Path folder = Files.createTempDirectory(place, PREFIX);
        lock(folder);
        return folder.resolve("data");
    }

    /** The system frees it when the process ends, however it ends. */
    @SuppressWarnings("resource")
    private static void lock(Path folder) throws IOException {
        FileChannel.open(folder.resolve(IN_USE), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
                .lock();
    }

    private static void removeUnused(Path folder) {
        try (FileChannel file = FileChannel.open(folder.resolve(IN_USE), StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            if (lock != null) {
                remove(folder);
            }
        } catch (IOException | UncheckedIOException | OverlappingFileLockException e) {
            // Somebody else's, or in use, or just created.
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }
}
