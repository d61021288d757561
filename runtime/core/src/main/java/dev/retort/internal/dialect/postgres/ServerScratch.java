package dev.retort.internal.dialect.postgres;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.DatabaseUrl;
import dev.retort.internal.dialect.Scratch;
import dev.retort.internal.script.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database of the same server, whose name says beside which one it was created. As long as it is in use, a lock on the
 * server shows it: one without a lock was left behind by a process that was killed. The lock is in another database, so that
 * the one that is named need not exist.
 */
final class ServerScratch implements Scratch {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.database");

    private static final String PREFIX = "retort_scratch_";

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static final String LEFT = """
            SELECT datname FROM pg_database
            WHERE starts_with(datname, ?) AND pg_get_userbyid(datdba) = current_user
              AND pg_try_advisory_lock(hashtextextended(datname, 0))""";

    /** What is set for the database decides where its scripts create tables; a setting for the role comes first. */
    private static final String SEARCH_PATH = """
            SELECT substr(setting, length('search_path=') + 1) AS path
            FROM pg_db_role_setting CROSS JOIN unnest(setconfig) setting
            WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = ?) AND setting LIKE 'search_path=%'
              AND (setrole = 0 OR setrole = (SELECT oid FROM pg_roles WHERE rolname = current_user))
            ORDER BY setrole DESC LIMIT 1""";

    private static final int SINCE_STRATEGIES = 15;

    private static final String UNSYNCHRONIZED = "SELECT current_setting('fsync') = 'off' AS off";

    private final LockConnections locks;
    private final DatabaseUrl beside;
    private final String original;
    private final String name;
    private final Connection lock;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ServerScratch(LockConnections locks, String original, String name, Connection lock) {
        this.locks = locks;
        this.beside = locks.beside();
        this.original = original;
        this.name = name;
        this.lock = lock;
    }

    static ServerScratch beside(DatabaseUrl url) throws SQLException {
        return create(LockConnections.once(url), new ServerDatabase(url).name(), "");
    }

    /** @param from what is after its name in the statement that creates it */
    private static ServerScratch create(LockConnections locks, String original, String from) throws SQLException {
        Connection lock = locks.take();
        try {
            String prefix = PREFIX + Integer.toHexString(original.hashCode()) + "_";
            dropLeft(lock, prefix);
            String name = prefix + UUID.randomUUID().toString().substring(0, 8);
            Rows.of(lock, "SELECT pg_advisory_lock(hashtextextended(?, 0))::text AS locked", name);
            ServerScratch scratch = new ServerScratch(locks, original, name, lock);
            scratch.create(from);
            return scratch;
        } catch (SQLException | RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    /** @param template that holds what the new one is to hold, and is in no use */
    static ServerScratch copyOf(String template, LockConnections locks, String original) throws SQLException {
        return create(locks, original, " TEMPLATE " + template);
    }

    @Override
    public Scratch copy() throws SQLException {
        return copyOf(name, LockConnections.once(beside), original);
    }

    /** Under its new name it is complete: others may look for it at any time. */
    @Override
    public Scratch keep(String newName) throws SQLException {
        KeptDatabase kept = new KeptDatabase(beside, newName);
        try {
            // A session in it would keep it from being copied.
            run(lock, "ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
            run(lock, "ALTER DATABASE " + name + " RENAME TO " + kept.name());
        } catch (SQLException e) {
            if (!ServerDatabase.isTaken(e)) {
                throw e;
            }
            drop(lock, name);
        }
        if (closed.compareAndSet(false, true)) {
            locks.giveBack(lock);
        }
        return kept;
    }

    private static void dropLeft(Connection lock, String prefix) throws SQLException {
        for (Row row : Rows.of(lock, LEFT, prefix)) {
            String left = Rows.text(row, "datname");
            LOG.info("The scratch database {} was left behind, and is dropped", left);
            drop(lock, left);
            Rows.of(lock, "SELECT pg_advisory_unlock(hashtextextended(?, 0)) AS unlocked", left);
        }
    }

    private void create(String from) throws SQLException {
        try {
            run(lock, "CREATE DATABASE " + name + from + strategy(lock));
        } catch (SQLException e) {
            Problem problem = Problem.of("No scratch database can be created beside " + beside.place() + ": "
                    + String.valueOf(e.getMessage())
                            .replaceFirst("^ERROR: ", "")
                            .lines()
                            .findFirst()
                            .orElse("") + ".");
            throw new RetortException(
                    Kind.FAILED,
                    List.of(
                            INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())
                                    ? problem.withHint("Let the role create databases, with: ALTER ROLE … CREATEDB;"
                                            + " or compare without a scratch database.")
                                    : problem),
                    e);
        }
        try {
            Optional<String> path = Rows.of(lock, SEARCH_PATH, original).stream()
                    .map(row -> Rows.text(row, "path"))
                    .findFirst();
            if (path.isPresent()) {
                run(lock, "ALTER DATABASE " + name + " SET search_path TO " + path.get());
            }
        } catch (SQLException | RuntimeException | Error e) {
            drop(lock, name);
            throw e;
        }
    }

    /**
     * Files are copied with the cache that spares the first session of the new database 15 ms. It takes two checkpoints, which
     * are cheap only where nothing waits for a disk.
     */
    private static String strategy(Connection connection) throws SQLException {
        boolean known = connection.getMetaData().getDatabaseMajorVersion() >= SINCE_STRATEGIES;
        return known && Rows.of(connection, UNSYNCHRONIZED).stream().anyMatch(row -> Rows.truth(row, "off"))
                ? " STRATEGY FILE_COPY"
                : "";
    }

    @Override
    public DatabaseUrl url() {
        String url = new ServerDatabase(beside).at(name);
        return new DatabaseUrl(url, () -> url, beside.properties(), name, name, Optional.empty(), beside.opening());
    }

    @Override
    public void close() throws SQLException {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            drop(lock, name);
        } catch (SQLException e) {
            // The connection may be gone that waited all the time.
            try (Connection again = new ServerDatabase(beside).usual()) {
                drop(again, name);
            }
        } finally {
            locks.giveBack(lock);
        }
    }

    private static void drop(Connection connection, String name) throws SQLException {
        new LastSessions(connection, name).end();
        run(connection, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
