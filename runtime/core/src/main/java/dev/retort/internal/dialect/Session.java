package dev.retort.internal.dialect;

import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A connection prepared for migrations, and put back as it was when closed. */
public interface Session extends AutoCloseable {

    /**
     * Begins a transaction that no other runner can get in between of.
     *
     * @throws SQLException that {@link ErrorReading#explain} calls {@link SqlError.Kind#BUSY} where somebody else is writing
     */
    void begin() throws SQLException;

    /**
     * Bounds the statements of the transaction that is open; zero leaves that to the database.
     *
     * @param lockTimeout how long each may wait for a lock that others hold
     * @param statementTimeout how long each may take, where the database can tell
     */
    void limit(Duration lockTimeout, Duration statementTimeout) throws SQLException;

    /**
     * Lets the next statements, outside of any transaction, wait for locks as long as it takes: one that gave up in the
     * middle would leave something behind. What the author has set stays.
     */
    void unlimited() throws SQLException;

    /** Ends {@link #unlimited}. */
    void endUnlimited() throws SQLException;

    /**
     * Lets the rest of the transaction that is open run as the session was when it was opened, with its role and its
     * settings, whatever a script has set since: what comes now are Retort's own statements.
     */
    void own() throws SQLException;

    /** Takes note of a statement of an author that is about to be run: it may set what nobody can ask the database for. */
    default void note(String sql) throws SQLException {}

    /**
     * Makes sure, after a statement of an author, that the transaction is still the one that was begun, and that text still
     * means what it did. Only the driver is asked, so that it costs no way to a server.
     *
     * @param sql the statement; null where it may have been any
     * @throws EndedTransaction at each call until the transaction is undone
     * @throws dev.retort.RetortException of the kind SCRIPT where the database reads text differently
     */
    void verify(@Nullable String sql) throws SQLException;

    /** Whether something else had committed the transaction that was {@linkplain #rollback undone} last. */
    boolean wasCommitted() throws SQLException;

    /** Does now what the database would else do with the commit: it may fail, or change what was written. */
    default void conclude() throws SQLException {}

    /** What {@link #own} has put aside in this transaction, for {@link #resume}; empty where there was nothing. */
    String kept() throws SQLException;

    /** Sets for the session what was {@link #kept} when a revision was interrupted. No transaction is open. */
    void resume(String kept) throws SQLException;

    /**
     * Tells that the transactions to come, until {@link #endRows}, only change rows, each bounded as by {@link #limit}. The
     * database may then keep its rules row by row, which costs less than to look at all of them before the commit, and need
     * not make each commit last for itself. No transaction is open.
     */
    void startRows(Duration lockTimeout, Duration statementTimeout) throws SQLException;

    /** Ends {@link #startRows}, with which all is as before it. No transaction is open. */
    void endRows() throws SQLException;

    /**
     * Makes sure that what was done may stay, and commits it.
     *
     * @throws dev.retort.RetortException where the rows break a rule that the database does not check by itself;
     *     the transaction is then still open
     */
    void commit() throws SQLException;

    /**
     * Commits as {@link #commit} does, in the middle of a revision after {@link #own}. What the script has set for the
     * transaction goes on until the end of the revision, whose transaction the author means.
     */
    void commitPart() throws SQLException;

    /**
     * Ends what a revision has set or created for the session alone, so that the next one begins as this one did. No
     * transaction is open.
     */
    void reset() throws SQLException;

    /** Undoes all since {@link #begin()}; nothing where there is no transaction. */
    void rollback() throws SQLException;

    @Override
    void close() throws SQLException;
}
