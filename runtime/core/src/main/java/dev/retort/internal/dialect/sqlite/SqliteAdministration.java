package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.Administration;
import dev.retort.internal.dialect.Backup;
import dev.retort.internal.dialect.DatabaseUrl;
import dev.retort.internal.dialect.Scratch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A database of SQLite as a whole. */
final class SqliteAdministration implements Administration {

    @Override
    public boolean isServed() {
        return false;
    }

    @Override
    public boolean create(DatabaseUrl url) throws SQLException {
        return new DatabaseFile(url).create();
    }

    @Override
    public boolean drop(DatabaseUrl url) throws SQLException {
        return new DatabaseFile(url).drop();
    }

    @Override
    public Scratch scratch(DatabaseUrl beside) {
        return ScratchFile.create(beside);
    }

    /** A file is copied in no time, and built again in little: each process has its own. */
    @Override
    public Optional<Scratch> kept(DatabaseUrl beside, String name) {
        return Optional.empty();
    }

    @Override
    public Backup backup(Connection connection, Optional<DatabaseUrl> url, @Nullable String program)
            throws SQLException {
        return new SqliteBackup(
                OpenFile.of(connection).map(file -> file.path().toString()).orElse(""));
    }
}
