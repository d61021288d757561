package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.DatabaseUrl;
import dev.retort.internal.dialect.Scratch;
import java.sql.SQLException;
import java.util.Optional;

/** A database that is kept on its server to be copied, by whoever needs the same, also after this process has ended. */
final class KeptDatabase implements Scratch {

    /** By which a person knows those that no project needs any more. */
    private static final String PREFIX = "retort_template_";

    private final DatabaseUrl beside;
    private final String name;
    private final LockConnections locks;

    KeptDatabase(DatabaseUrl beside, String name) {
        this.beside = beside;
        this.locks = new LockConnections(beside);
        this.name = PREFIX + name;
    }

    static Optional<KeptDatabase> find(DatabaseUrl beside, String name) throws SQLException {
        KeptDatabase kept = new KeptDatabase(beside, name);
        return new ServerDatabase(kept.url()).exists() ? Optional.of(kept) : Optional.empty();
    }

    String name() {
        return name;
    }

    @Override
    public DatabaseUrl url() {
        String url = new ServerDatabase(beside).at(name);
        return new DatabaseUrl(url, () -> url, beside.properties(), name, name, Optional.empty(), beside.opening());
    }

    @Override
    public Scratch copy() throws SQLException {
        return ServerScratch.copyOf(name, locks, new ServerDatabase(beside).name());
    }

    @Override
    public Scratch keep(String newName) {
        return this;
    }

    @Override
    public void close() throws SQLException {
        // The database stays: the next run of the tests finds it.
        locks.close();
    }
}
