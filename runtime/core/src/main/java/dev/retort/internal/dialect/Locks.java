package dev.retort.internal.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What keeps runners apart, where a lock of a session can: the capability is {@link Capability#SESSION_LOCKS}. */
public interface Locks {

    /** Takes the lock of that name for this connection, at once or not at all. */
    boolean tryLock(Connection connection, String lockName) throws SQLException;

    /**
     * Makes sure that a lock just taken is worth something, and does not outlive its holder where the database can see to
     * that.
     *
     * @param lock the connection that holds it
     * @param work the connection of a {@link Session}, in no transaction; maybe the same one
     * @throws dev.retort.RetortException where something stands between us and the database that makes it void
     */
    default void checkLock(Connection lock, Connection work, String lockName) throws SQLException {}

    /** Whether the connection's session still has the lock of that name. */
    default boolean holdsLock(Connection connection, String lockName) throws SQLException {
        return true;
    }

    void unlock(Connection connection, String lockName) throws SQLException;

    /** A way to look, from one connection, who keeps the statement of another one waiting. */
    default Blockers blockers(Connection observer, Connection observed) throws SQLException {
        return List::of;
    }

    /** Who holds the lock, as half a sentence ({@code pid 4711, app "billing", user "app", from 10.0.0.7, since 10:15:02}). */
    Optional<String> lockHolder(Connection connection, String lockName) throws SQLException;
}
