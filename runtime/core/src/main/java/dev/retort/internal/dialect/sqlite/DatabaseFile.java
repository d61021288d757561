package dev.retort.internal.dialect.sqlite;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.DatabaseUrl;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A file that is a database, created and deleted as a whole. */
final class DatabaseFile {

    /** What SQLite keeps beside it. */
    private static final List<String> COMPANIONS = List.of("-journal", "-wal", "-shm");

    private final DatabaseUrl url;
    private final Path file;

    DatabaseFile(DatabaseUrl url) {
        this.url = url;
        this.file = SqliteUrl.file(url)
                .orElseThrow(() -> new RetortException(
                        Kind.USAGE,
                        Problem.of("A database in memory is neither created nor dropped.")
                                .withHint("Name a file: sqlite:///app.db.")));
    }

    /** @return false where it is there */
    boolean create() {
        try {
            Files.createFile(file);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (NoSuchFileException e) {
            throw failed("created: there is no such folder", e);
        } catch (IOException e) {
            throw failed("created: permission denied, or no room", e);
        }
    }

    /** @return false where it is not there */
    boolean drop() throws SQLException {
        if (!Files.exists(file)) {
            return false;
        }
        try (Connection connection = url.open()) {
            // Fails where another one is at work, and where it is no database at all.
            Queries.execute(connection, "BEGIN EXCLUSIVE");
            Queries.number(connection, "SELECT count(*) FROM sqlite_schema");
            Queries.execute(connection, "ROLLBACK");
        }
        try {
            Files.delete(file);
            for (String companion : COMPANIONS) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + companion));
            }
            return true;
        } catch (IOException e) {
            throw failed("deleted", e);
        }
    }

    private RetortException failed(String what, IOException cause) {
        return new RetortException(
                Kind.FAILED, List.of(Problem.of("The file " + file + " cannot be " + what + ".")), cause);
    }
}
