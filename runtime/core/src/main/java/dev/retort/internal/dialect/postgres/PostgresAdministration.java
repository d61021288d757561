package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.Administration;
import dev.retort.internal.dialect.Backup;
import dev.retort.internal.dialect.DatabaseUrl;
import dev.retort.internal.dialect.Scratch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A database of PostgreSQL as a whole. */
final class PostgresAdministration implements Administration {

    @Override
    public boolean isServed() {
        return true;
    }

    @Override
    public boolean create(DatabaseUrl url) throws SQLException {
        return new ServerDatabase(url).create();
    }

    @Override
    public boolean drop(DatabaseUrl url) throws SQLException {
        return new ServerDatabase(url).drop();
    }

    @Override
    public Scratch scratch(DatabaseUrl beside) throws SQLException {
        return ServerScratch.beside(beside);
    }

    @Override
    public Optional<Scratch> kept(DatabaseUrl beside, String name) throws SQLException {
        return KeptDatabase.find(beside, name).map(kept -> kept);
    }

    @Override
    public Backup backup(Connection connection, Optional<DatabaseUrl> url, @Nullable String program)
            throws SQLException {
        DatabaseUrl address = url.isPresent() ? url.get() : PostgresUrl.of(connection);
        return PgDump.of(program == null ? "pg_dump" : program, connection, address);
    }
}
