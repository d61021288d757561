package dev.retort.internal.dialect.sqlite;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.Backup;
import dev.retort.internal.dialect.ShellWord;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/** SQLite's online backup: page by page, begun anew where another connection writes in between. */
final class SqliteBackup implements Backup {

    /** Small enough that a writer need not wait long; 4 MiB with pages of the usual size. */
    private static final int PAGES_AT_ONCE = 1000;

    private static final int PAUSE_MILLIS = 10;
    private static final int TRIES = 1000;

    /** Whoever writes meanwhile would lose it: that is not waited for. */
    private static final int RESTORE_TRIES = 100;

    private static final int ALL_PAGES = -1;

    private final String database;

    /** @param database its file; empty where it has none */
    SqliteBackup(String database) {
        this.database = database;
    }

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
        int code = copied(connection, file, TRIES, PAGES_AT_ONCE);
        if (code != SQLiteErrorCode.SQLITE_OK.code) {
            throw failure(code, failed, "Nothing was run. " + instead);
        }
    }

    private static int copied(Connection from, Path to, int tries, int pagesAtOnce) throws SQLException {
        return from.unwrap(SQLiteConnection.class)
                .getDatabase()
                .backup(
                        "main",
                        to.toString(),
                        // Native code calls this, and knows nothing of an exception: it can only look on.
                        (remaining, pages) -> {},
                        PAUSE_MILLIS,
                        tries,
                        pagesAtOnce);
    }

    private static RetortException failure(int code, String failed, String hint) {
        SQLiteErrorCode error = SQLiteErrorCode.getErrorCode(code);
        String why = error == SQLiteErrorCode.SQLITE_FULL ? "its disk is full" : error.message;
        boolean busy = error == SQLiteErrorCode.SQLITE_BUSY || error == SQLiteErrorCode.SQLITE_LOCKED;
        return new RetortException(
                busy ? Kind.LOCK_TIMEOUT : Kind.FAILED,
                Problem.of("SQLite " + failed + ": " + why + " [" + error.name() + "].")
                        .withHint(hint));
    }

    /**
     * Under SQLite's own locks, in one transaction: a file that is copied over the database would meet its old journal.
     * From the file's side, since the driver's own restore does not report that the database is locked.
     */
    @Override
    public void restore(Connection connection, Path file, Runnable check) throws SQLException {
        check.run();
        try (Connection backup = DriverManager.getConnection("jdbc:sqlite:file:" + encoded(file) + "?mode=ro")) {
            checkIntact(backup, file);
            int code = copied(backup, Path.of(database), RESTORE_TRIES, ALL_PAGES);
            if (code != SQLiteErrorCode.SQLITE_OK.code) {
                throw failure(code, "could not restore the backup", "The database is as it was.");
            }
        }
    }

    /** SQLite would take an empty file for an empty database. */
    private static void checkIntact(Connection backup, Path file) {
        try {
            if (Queries.number(backup, "SELECT count(*) FROM sqlite_schema") > 0) {
                return;
            }
        } catch (SQLException e) {
            throw new RetortException(
                    Kind.FAILED,
                    List.of(Problem.of("The backup " + file + " cannot be read as a database of SQLite's.")
                            .withHint("The database is as it was. Name the file that --backup wrote.")),
                    e);
        }
        throw new RetortException(
                Kind.FAILED,
                Problem.of("The backup " + file + " holds no table.")
                        .withHint("The database is as it was. Name the file that --backup wrote."));
    }

    private static String encoded(Path file) {
        return file.toString().replace("%", "%25").replace("?", "%3f").replace("#", "%23");
    }

    @Override
    public String restoring(Path file) {
        return database.isEmpty()
                ? "retort restore " + ShellWord.of(file.toString())
                : "sqlite3 " + ShellWord.of(database) + " " + ShellWord.of(".restore '" + file.toString() + "'");
    }
}
