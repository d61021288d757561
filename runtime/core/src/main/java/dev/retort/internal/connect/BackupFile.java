package dev.retort.internal.connect;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.chain.WholeFile;
import dev.retort.internal.dialect.Backup;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file that a database is copied into before it is changed. What is there already is never overwritten. */
public final class BackupFile {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.backup");

    private final Path file;

    public BackupFile(Path file) {
        this.file = file;
    }

    public Path path() {
        return file;
    }

    /** @throws RetortException of the kind USAGE where no such file can be written */
    public void check() {
        if (Files.exists(file)) {
            throw unusable("The backup " + file + " is there already, and is not overwritten.", "Name another file.");
        }
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            throw unusable("There is no folder " + folder + " for the backup.", "Make it, or name another file.");
        }
        if (!Files.isWritable(folder)) {
            throw unusable(
                    "The backup cannot be written into " + folder + ".",
                    "Name a file in a folder that may be written to.");
        }
    }

    private static RetortException unusable(String sentence, String hint) {
        return new RetortException(Kind.USAGE, Problem.of(sentence).withHint(hint));
    }

    private Path folder() {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file : folder;
    }

    /**
     * Copies the database. The file bears its name only when it is complete and on the disk: half a backup must not be
     * taken for one.
     */
    public void write(Backup backup, Connection connection, Runnable stop) throws SQLException {
        check();
        Path part = null;
        try {
            part = Files.createTempFile(folder(), file.getFileName() + ".", ".part");
            // The programs and drivers that write it want to make it themselves.
            Files.delete(part);
            backup.write(connection, part, stop);
            force(part);
            Files.move(part, file);
            LOG.info("Backup written to {} ({} bytes); to go back: {}", file, Files.size(file), backup.restoring(file));
        } catch (IOException e) {
            throw new RetortException(
                    Kind.FAILED,
                    List.of(Problem.of("The backup " + file + " could not be written: " + WholeFile.reason(e) + ".")
                            .withHint("Nothing was run. Correct that, or name another file with --backup.")),
                    e);
        } finally {
            discard(part);
        }
    }

    private static void force(Path part) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void discard(@Nullable Path part) {
        try {
            if (part != null) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            LOG.warn("An unfinished backup was left: {}", part);
        }
    }
}
