package dev.retort.internal.connect;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.RunPool;
import dev.retort.internal.dialect.Capability;
import dev.retort.internal.dialect.DatabaseUrl;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.Dialects;
import dev.retort.internal.dialect.Scratch;
import dev.retort.internal.dialect.Session;
import dev.retort.internal.dialect.SqlCall;
import dev.retort.internal.dialect.SqlError;
import dev.retort.internal.run.statement.SqlFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where connections come from: a URL, a caller's data source, or a caller's one connection. */
public abstract class Connections {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.database");

    /** What is done with connections. */
    public interface Work<R> {
        /**
         * @param connection to work on
         * @param lock a connection to hold the lock on; the same one where there is no other
         */
        R on(Connection connection, Connection lock) throws SQLException;
    }

    /**
     * How the connections of a URL are opened.
     *
     * @param answerTimeout how long may be waited for an answer where little is asked; zero for any time
     * @param password asked whenever connections are opened; null leaves what the URL says
     * @param pool what the connection of a run is taken from; null leaves it to the driver
     */
    public record Opening(
            Duration answerTimeout,
            ServerWait serverWait,
            @Nullable Supplier<String> password,
            @Nullable RunPool pool) {}

    public static Connections ofUrl(Dialects.Address address, Opening opening) {
        return new OfUrl(address, opening);
    }

    public static Connections of(DataSource dataSource) {
        return new OfDataSource(dataSource);
    }

    public static Connections of(Connection connection) {
        return new OfConnection(connection);
    }

    public abstract Dialect dialect();

    /** The database, for people. */
    public abstract String display();

    /** Its place, for people: {@code host:port/database}, or a file; of a caller's connections as much as they say. */
    public String place() {
        return display();
    }

    /** Its URL; empty where the connections are a caller's. */
    public Optional<DatabaseUrl> url() {
        return Optional.empty();
    }

    /** Creates the database itself; false where it exists. */
    public boolean create() {
        throw notNamed();
    }

    /** Drops the database itself; false where it does not exist. */
    public boolean drop() {
        throw notNamed();
    }

    /**
     * Creates an empty database beside this one, which is not touched and need not exist.
     *
     * @throws RetortException of the kind FAILED where none can be created
     */
    public ScratchConnections scratch() {
        throw notNamed();
    }

    /**
     * The one beside this one that is kept under a name, to be copied.
     *
     * @param fill what is done to an empty one where none is kept yet; nobody may be connected to it afterwards
     * @throws RetortException where it cannot be created
     */
    public ScratchConnections template(String name, Consumer<ScratchConnections> fill) {
        throw notNamed();
    }

    private static RetortException notNamed() {
        return new RetortException(
                Kind.USAGE,
                Problem.of("A database is created and dropped by its URL only.").withHint("Give its URL."));
    }

    /** Does what only reads, and brings no database into being. */
    public abstract <R> R reading(Work<R> work);

    public abstract <R> R writing(Work<R> work);

    /**
     * Looks, and goes on with what was found. A server is asked to take the lock on the connection of the look, and opens no other
     * one for that.
     *
     * @param next is given the connections to go on with, which are none of its own afterwards
     */
    public <L, R> R looking(Work<L> look, BiFunction<L, Connections, R> next) {
        return next.apply(reading(look), this);
    }

    /** Does work whose connections may still have to be opened, and puts a failure to open them into words. */
    <R> R explained(SqlCall<R> call) {
        try {
            return call.run();
        } catch (SQLException e) {
            throw unusable(dialect().errors().explain(e), e);
        } catch (SqlFailure e) {
            // SQLite looks at its file with the first statement only, and that is one of ours.
            throw isOfDatabase(e.error()) ? unusable(e.error(), e) : e;
        }
    }

    private static boolean isOfDatabase(SqlError error) {
        return switch (error.kind()) {
            case UNREACHABLE, LOGIN, READ_ONLY, STORAGE, GONE -> true;
            case BUSY, REFUSED, STATEMENT -> false;
        };
    }

    private RetortException unusable(SqlError error, Exception failure) {
        String sentence = "The database " + display() + " cannot be used: "
                + error.message().strip();
        Problem problem = Problem.of(sentence.endsWith(".") ? sentence : sentence + ".");
        String hint = switch (error.kind()) {
            case UNREACHABLE -> "Is the address right, and is the server running?";
            case LOGIN ->
                dialect().errors().lacksDatabase(error)
                        ? "Create it with: retort create"
                        : "Are user, password and the database's name right? See where they come from with: retort config";
            case READ_ONLY, STORAGE, GONE, BUSY, REFUSED, STATEMENT -> null;
        };
        if (!error.notes().isEmpty()) {
            hint = String.join(" ", error.notes());
        }
        Kind kind = switch (error.kind()) {
            case UNREACHABLE, LOGIN, GONE -> Kind.UNREACHABLE;
            case READ_ONLY, STORAGE, BUSY, REFUSED, STATEMENT -> Kind.FAILED;
        };
        return new RetortException(kind, List.of(hint == null ? problem : problem.withHint(hint)), failure);
    }

    private static final class OfUrl extends Connections {
        private final Dialects.Address address;
        private final Opening opening;
        /** One that is open, for the lock. */
        private final @Nullable Connection open;

        OfUrl(Dialects.Address address, Opening opening) {
            this(address, opening, null);
        }

        private OfUrl(Dialects.Address address, Opening opening, @Nullable Connection open) {
            this.address = address;
            this.opening = opening;
            this.open = open;
        }

        private <R> R opened(SqlCall<R> call) throws SQLException {
            try {
                return opening.serverWait().opened(call);
            } catch (NoClassDefFoundError e) {
                throw Dialects.withoutDriver(address.dialect(), e);
            }
        }

        /** A short-lived password may be another one each time. */
        private DatabaseUrl current() {
            Supplier<String> password = opening.password();
            return password == null ? address.url() : address.url().withCredentials(null, password.get());
        }

        @Override
        public Dialect dialect() {
            return address.dialect();
        }

        @Override
        public Optional<DatabaseUrl> url() {
            return Optional.of(current());
        }

        @Override
        public String display() {
            return address.url().display();
        }

        @Override
        public String place() {
            return address.url().place();
        }

        @Override
        public <R> R reading(Work<R> work) {
            return super.explained(() -> {
                try (Connection connection = opened(current()::openForReading)) {
                    return answered(connection, work);
                }
            });
        }

        private <R> R answered(Connection connection, Work<R> work) throws SQLException {
            try (NetworkTimeout timeout = NetworkTimeout.of(connection, opening.answerTimeout())) {
                return work.on(connection, connection);
            }
        }

        @Override
        public <L, R> R looking(Work<L> look, BiFunction<L, Connections, R> next) {
            if (!dialect().has(Capability.SESSION_LOCKS)) {
                return super.looking(look, next);
            }
            return super.explained(() -> {
                try (Connection connection = opened(current()::openForReading)) {
                    return next.apply(answered(connection, look), new OfUrl(address, opening, connection));
                }
            });
        }

        @Override
        public <R> R writing(Work<R> work) {
            address.url().caution().ifPresent(LOG::warn);
            return super.explained(() -> dialect().has(Capability.SESSION_LOCKS) ? withLock(work) : single(work));
        }

        @Override
        public boolean create() {
            return super.explained(() -> {
                DatabaseUrl url = current();
                return opened(() -> dialect().administration().create(url));
            });
        }

        @Override
        public boolean drop() {
            return super.explained(() -> dialect().administration().drop(current()));
        }

        @Override
        public ScratchConnections scratch() {
            return super.explained(() -> {
                DatabaseUrl url = current();
                return connected(opened(() -> dialect().administration().scratch(url)));
            });
        }

        @Override
        public ScratchConnections template(String name, Consumer<ScratchConnections> fill) {
            Optional<Scratch> kept = super.explained(() -> {
                DatabaseUrl url = current();
                return opened(() -> dialect().administration().kept(url, name));
            });
            if (kept.isPresent()) {
                return connected(kept.get());
            }
            ScratchConnections built = scratch();
            try {
                fill.accept(built);
                return built.keep(name);
            } catch (RuntimeException e) {
                built.close();
                throw e;
            }
        }

        private ScratchConnections connected(Scratch created) {
            // Connections come and go with each run, and a pool for two of them would come and go as well.
            Opening plain = new Opening(opening.answerTimeout(), opening.serverWait(), opening.password(), null);
            return new ScratchConnections(
                    created, scratch -> new OfUrl(new Dialects.Address(dialect(), scratch.url()), plain));
        }

        private <R> R single(Work<R> work) throws SQLException {
            try (Connection connection = current().open()) {
                return work.on(connection, connection);
            }
        }

        /** The lock has a connection of its own, which no failing statement touches. */
        private <R> R withLock(Work<R> work) throws SQLException {
            Connection lock = open;
            if (lock != null && lock.isValid((int) opening.answerTimeout().toSeconds())) {
                return withLock(lock, current(), work);
            }
            DatabaseUrl url = current();
            try (Connection own = opened(url::open)) {
                return withLock(own, url, work);
            }
        }

        private <R> R withLock(Connection lock, DatabaseUrl url, Work<R> work) throws SQLException {
            RunPool pool = opening.pool();
            if (pool == null) {
                try (Connection connection = url.open()) {
                    return work.on(connection, lock);
                }
            }
            try (RunPool.Open source = pool.open(url.jdbcUrl(), url.properties());
                    Connection connection = source.connection()) {
                return work.on(connection, lock);
            }
        }
    }

    private static final class OfDataSource extends Connections {
        private final DataSource dataSource;
        private volatile @Nullable Dialect dialect;

        OfDataSource(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        @Override
        public Dialect dialect() {
            Dialect known = dialect;
            if (known == null) {
                known = ask();
                dialect = known;
            }
            return known;
        }

        private Dialect ask() {
            try (Connection connection = dataSource.getConnection()) {
                return Dialects.of(connection);
            } catch (SQLException e) {
                throw notAsked(e);
            }
        }

        @Override
        public String display() {
            return "of the data source";
        }

        @Override
        public <R> R reading(Work<R> work) {
            dialect();
            return super.explained(() -> {
                try (Connection connection = dataSource.getConnection()) {
                    return work.on(connection, connection);
                }
            });
        }

        @Override
        public <R> R writing(Work<R> work) {
            if (!dialect().has(Capability.SESSION_LOCKS)) {
                return reading(work);
            }
            return super.explained(() -> {
                try (Connection lock = dataSource.getConnection();
                        Connection connection = dataSource.getConnection()) {
                    return work.on(connection, lock);
                }
            });
        }
    }

    /** One connection serves one call at a time. */
    private static final class OfConnection extends Connections {
        private final Connection connection;
        private final Dialect dialect;
        private final ReentrantLock turn = new ReentrantLock();

        OfConnection(Connection connection) {
            this.connection = connection;
            try {
                this.dialect = Dialects.of(connection);
            } catch (SQLException e) {
                throw notAsked(e);
            }
        }

        @Override
        public Dialect dialect() {
            return dialect;
        }

        @Override
        public String display() {
            return "of the connection";
        }

        @Override
        public <R> R reading(Work<R> work) {
            return writing(work);
        }

        @Override
        public <R> R writing(Work<R> work) {
            turn.lock();
            try {
                return super.explained(() -> {
                    if (connection.getAutoCommit()) {
                        return work.on(connection, connection);
                    }
                    // Without a session even a question would begin a transaction, and leave it open.
                    try (Session session = dialect.sessions().session(connection)) {
                        return work.on(connection, connection);
                    }
                });
            } finally {
                turn.unlock();
            }
        }
    }

    private static RetortException notAsked(SQLException failure) {
        return new RetortException(
                Kind.UNREACHABLE,
                List.of(Problem.of("The database cannot be asked what it is: " + failure.getMessage())),
                failure);
    }
}
