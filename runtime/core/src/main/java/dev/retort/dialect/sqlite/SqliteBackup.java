package dev.retort.dialect.sqlite;

import dev.retort.dialect.Backup;
import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import dev.retort.error.RetortException.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/** SQLite's online backup: page by page, begun anew where another connection writes in between. */
final class SqliteBackup implements Backup {

    /** Small enough that a writer need not wait long; 4 MiB with pages of the usual size. */
    private static final int PAGES_AT_ONCE = 1000;

    private static final int PAUSE_MILLIS = 10;
    private static final int TRIES = 1000;

    @Override
    public void write(Connection connection, Path file, Runnable check) throws SQLException {
        check.run();
        copy(
                connection,
                file,
                "could not write the backup",
                "Make room, or name a file on another disk with --backup.");
        check.run();
    }

    /**
     * Copies the database as it stands.
     *
     * @param failed what SQLite then could not do, as a part of a sentence
     * @param instead what to do then
     */
    static void copy(Connection connection, Path file, String failed, String instead) throws SQLException {
        SQLiteConnection sqlite = connection.unwrap(SQLiteConnection.class);
        int code = sqlite.getDatabase()
                .backup(
                        "main",
                        file.toString(),
                        // Native code calls this, and knows nothing of an exception: it can only look on.
                        (remaining, pages) -> {},
                        PAUSE_MILLIS,
                        TRIES,
                        PAGES_AT_ONCE);
        if (code != SQLiteErrorCode.SQLITE_OK.code) {
            SQLiteErrorCode error = SQLiteErrorCode.getErrorCode(code);
            String why = error == SQLiteErrorCode.SQLITE_FULL ? "its disk is full" : error.message;
            throw new RetortException(
                    Kind.FAILED,
                    Problem.of("SQLite " + failed + ": " + why + " [" + error.name() + "].")
                            .withHint("Nothing was run. " + instead));
        }
    }

    @Override
    public String restoring(Path file) {
        return "copy it over the database's file while nobody uses that";
    }
}
