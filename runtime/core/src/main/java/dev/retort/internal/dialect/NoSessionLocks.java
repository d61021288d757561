package dev.retort.internal.dialect;

import java.sql.Connection;
import java.util.Optional;

/**
 * For a database without {@link Capability#SESSION_LOCKS}: {@link Session#begin()} has to take a lock that keeps runners
 * apart.
 *
 * @param product the name of the database
 */
public record NoSessionLocks(String product) implements Locks {

    @Override
    public boolean tryLock(Connection connection, String lockName) {
        throw notAsked();
    }

    @Override
    public void unlock(Connection connection, String lockName) {
        throw notAsked();
    }

    @Override
    public Optional<String> lockHolder(Connection connection, String lockName) {
        throw notAsked();
    }

    private IllegalStateException notAsked() {
        return new IllegalStateException(product + " has no locks of a session; its capabilities say so");
    }
}
