package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.Blockers;
import dev.retort.internal.dialect.Locks;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Advisory locks of PostgreSQL. */
final class PostgresLocks implements Locks {

    @Override
    public boolean tryLock(Connection connection, String lockName) throws SQLException {
        return AdvisoryLock.named(lockName).tryTake(connection);
    }

    @Override
    public void checkLock(Connection lock, Connection work, String lockName) throws SQLException {
        new PoolerCheck(lock, work, AdvisoryLock.named(lockName)).run();
        // Not before: it would stay with a backend of somebody else's.
        KeepAlive.ask(lock);
        if (work != lock) {
            KeepAlive.ask(work);
        }
    }

    @Override
    public boolean holdsLock(Connection connection, String lockName) throws SQLException {
        return AdvisoryLock.named(lockName).isHeldBy(connection);
    }

    @Override
    public void unlock(Connection connection, String lockName) throws SQLException {
        AdvisoryLock.named(lockName).release(connection);
        KeepAlive.reset(connection);
    }

    @Override
    public Blockers blockers(Connection observer, Connection observed) throws SQLException {
        return BlockingSessions.of(observer, observed);
    }

    @Override
    public Optional<String> lockHolder(Connection connection, String lockName) throws SQLException {
        return AdvisoryLock.named(lockName).holder(connection);
    }
}
