package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.DatabaseUrl;
import dev.retort.internal.dialect.ScratchPlaces;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Scratch databases on the server that a URL names, created as any other: what its owner wants in each of them, and put into
 * {@code template1}, is in them too.
 */
final class PostgresScratch implements ScratchPlaces {

    /** By which a person knows one that a killed process left. */
    private static final String PREFIX = "retort_scratch_";

    @Override
    public DatabaseUrl create(DatabaseUrl beside) throws SQLException {
        DatabaseUrl url = named(beside);
        new ServerDatabase(url).create();
        return url;
    }

    @Override
    public DatabaseUrl copy(DatabaseUrl scratch) throws SQLException {
        DatabaseUrl url = named(scratch);
        new ServerDatabase(url).createFrom(new ServerDatabase(scratch).name());
        return url;
    }

    @Override
    public void drop(DatabaseUrl scratch) throws SQLException {
        new ServerDatabase(scratch).dropForced();
    }

    private static DatabaseUrl named(DatabaseUrl url) {
        String name = PREFIX + UUID.randomUUID().toString().replace("-", "");
        return url.at(ServerDatabase.address(url, name), new ServerDatabase(url).name(), name);
    }
}
