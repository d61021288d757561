package dev.retort.internal.testing

import groovy.transform.CompileStatic
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions

/** A file system in memory that is soon full. */
@CompileStatic
final class SmallDisk implements Closeable {

    final Path path

    private SmallDisk(Path path) {
        this.path = path
    }

    /** Empty where nothing may be mounted. */
    static Optional<SmallDisk> mounted(String size) {
        Path path = Files.createTempDirectory('retort-disk')
        if (run('mount', '-t', 'tmpfs', '-o', "size=$size", 'tmpfs', path.toString())) {
            return Optional.of(new SmallDisk(path))
        }
        Files.delete(path)
        Optional.empty()
    }

    void resize(String size) {
        assert run('mount', '-o', "remount,size=$size", path.toString())
    }

    /** Leaves no room at all. */
    void fill() {
        Path filling = path.resolve('filling')
        FileOutputStream out = new FileOutputStream(filling.toFile())
        try {
            byte[] page = new byte[4096]
            while (true) {
                out.write(page)
            }
        } catch (IOException ignored) {
            assert Files.size(filling) > 0
        } finally {
            out.close()
        }
    }

    /** Lets a server use it that runs as whom it likes. */
    void share() {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString('rwxrwxrwx'))
    }

    private static boolean run(String... command) {
        try {
            new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0
        } catch (IOException ignored) {
            false
        }
    }

    @Override
    void close() {
        run('umount', '-l', path.toString())
        Files.deleteIfExists(path)
    }
}
