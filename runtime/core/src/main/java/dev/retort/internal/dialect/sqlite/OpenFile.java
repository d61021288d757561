package dev.retort.internal.dialect.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The file that a connection has open. SQLite looks whether it still bears its name when a transaction writes for the
 * first time, but not when it commits: that would go well, into a file that nobody can open again.
 *
 * @param key what the system tells files apart by; null where it does not
 */
record OpenFile(Path path, @Nullable Object key) {

    /** Empty for a database in memory. */
    static Optional<OpenFile> of(Connection connection) throws SQLException {
        for (var row : Queries.rows(connection, "PRAGMA database_list")) {
            String file = String.valueOf(row.get("file"));
            if ("main".equals(row.get("name")) && row.get("file") != null && !file.isEmpty()) {
                Path path = Path.of(file);
                return Optional.of(new OpenFile(path, key(path)));
            }
        }
        return Optional.empty();
    }

    /** @throws SQLException where the name is another file's by now, or nobody's */
    void check() throws SQLException {
        if (!Files.exists(path) || !Objects.equals(key, key(path))) {
            throw new SQLiteException("", SQLiteErrorCode.SQLITE_READONLY_DBMOVED);
        }
    }

    private static @Nullable Object key(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            return null;
        }
    }
}
