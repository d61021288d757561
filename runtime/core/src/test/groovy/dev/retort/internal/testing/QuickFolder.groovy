package dev.retort.internal.testing

import groovy.transform.CompileStatic
import java.nio.file.Files
import java.nio.file.Path

/**
 * Where the databases of specs are: in memory, where the system has a folder for that with room enough. On a disk each commit of
 * SQLite waits two milliseconds, and each database of PostgreSQL is three hundred files.
 */
@CompileStatic
final class QuickFolder {

    private static final Path IN_MEMORY = Path.of('/dev/shm')
    private static final long ROOM = 4L << 30

    private static final Path PLACE = Files.isWritable(IN_MEMORY) && Files.getFileStore(IN_MEMORY).usableSpace > ROOM
            ? IN_MEMORY : Path.of(System.getProperty('java.io.tmpdir'))

    private QuickFolder() { }

    static Path create(String prefix) {
        Files.createTempDirectory(PLACE, prefix)
    }

    /** One that its process removes; those of processes that were killed are removed by the next. */
    static Path ofThisProcess(String prefix) {
        Files.list(PLACE).withCloseable { folders ->
            folders.filter { it.fileName.toString() ==~ /$prefix\d+-.*/ && !isAlive(it, prefix) }.forEach { it.toFile().deleteDir() }
        }
        create("$prefix${ProcessHandle.current().pid()}-")
    }

    private static boolean isAlive(Path folder, String prefix) {
        ProcessHandle.of((folder.fileName.toString() - prefix).takeWhile { it != '-' } as long).present
    }
}
