package dev.retort.internal.run.statement;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.Session;
import dev.retort.internal.dialect.SqlError;
import dev.retort.internal.error.Causes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Begins, commits and undoes on one session, and waits politely where somebody else is writing. */
public final class Transaction {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int BETWEEN_GUARDS = 10;

    private final Dialect dialect;
    private final Session session;
    private final Duration patience;
    private final StopSignal stop;
    private LockPolicy limits = LockPolicy.UNLIMITED;
    private final Runnable guard;
    private boolean onlyRows;
    /** The limits are of a revision, whose transactions are looked after. */
    private boolean bounded;

    private int batches;
    private boolean open;

    /** @param guard asked before a transaction; what it throws keeps it from beginning */
    public Transaction(Dialect dialect, StopSignal stop, Session session, Duration patience, Runnable guard) {
        this.guard = guard;
        this.dialect = dialect;
        this.stop = stop;
        this.session = session;
        this.patience = patience;
    }

    public boolean isOpen() {
        return open;
    }

    public void begin() {
        if (!onlyRows || batches++ % BETWEEN_GUARDS == 0) {
            guard.run();
        }
        open();
        if (!onlyRows && bounded) {
            try {
                bound();
            } catch (SqlFailure e) {
                rollback(e);
                throw e;
            }
        }
    }

    /** Does work in a transaction of its own: all of it is committed, or nothing. */
    public <R extends @Nullable Object> R around(Supplier<R> work) {
        return around(work, result -> true);
    }

    /** Looks in a transaction of its own, which changes nothing. */
    public <R> R looking(Supplier<R> work) {
        return around(work, result -> false);
    }

    /** The same, committed only where the result has changed something. */
    public <R extends @Nullable Object> R around(Supplier<R> work, Predicate<R> changed) {
        begin();
        try {
            R result = work.get();
            if (changed.test(result)) {
                commit();
            } else {
                abandon();
            }
            return result;
        } catch (RuntimeException | Error e) {
            rollback(e);
            throw e;
        }
    }

    public void around(Runnable work) {
        around(() -> {
            work.run();
            return true;
        });
    }

    /**
     * Does work whose transactions only change rows, and a note that another run would have changed: the guard is asked
     * before the first and then before every tenth. None is open, before and after.
     */
    public void onlyRows(Runnable work) {
        attempt(() -> session.startRows(limits.lockWait(), limits.statementTime()));
        onlyRows = true;
        batches = 0;
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            onlyRows = false;
            // An error has passed by what undoes a transaction, in which the session cannot be put back.
            rollback(e);
            try {
                session.endRows();
            } catch (SQLException second) {
                Causes.suppress(e, second);
            }
            throw e;
        }
        onlyRows = false;
        attempt(session::endRows);
    }

    private void open() {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                session.begin();
                open = true;
                return;
            } catch (SQLException e) {
                SqlError error = dialect.errors().explain(e);
                if (error.kind() != SqlError.Kind.BUSY) {
                    throw new SqlFailure(error, dialect.sessions().beginStatement(), e);
                }
                if (System.nanoTime() - deadline >= 0) {
                    throw new RetortException(
                            Kind.LOCK_TIMEOUT,
                            List.of(Problem.of("Another connection has been writing to the database for "
                                            + LockPolicy.shown(patience) + ".")
                                    .withHint("Try again when it is done, or wait longer with --lock-timeout.")),
                            e);
                }
                stop.sleep(PAUSE, "Interrupted while waiting for another writer.");
            }
        }
    }

    /** Bounds the statements of the transaction that is open, and of those begun from here on. */
    public void limit(LockPolicy lockPolicy) {
        limits = lockPolicy;
        bounded = true;
        if (open) {
            bound();
        }
    }

    /** Bounds nothing from the next transaction on. */
    public void unlimit() {
        limits = LockPolicy.UNLIMITED;
        bounded = false;
    }

    private void bound() {
        attempt(() -> session.limit(limits.lockWait(), limits.statementTime()));
    }

    /** Lets statements outside of any transaction wait for their locks, and take their time. */
    public void unlimited(Runnable work) {
        attempt(session::unlimited);
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            try {
                session.endUnlimited();
            } catch (SQLException second) {
                Causes.suppress(e, second);
            }
            throw e;
        }
        attempt(session::endUnlimited);
    }

    /** What comes now in the transaction that is open are Retort's own statements. */
    public void own() {
        verify(null);
        attempt(session::own);
        verify(null);
    }

    /** Does now what the database would else do with the commit. */
    public void conclude() {
        attempt(session::conclude, "COMMIT");
    }

    /**
     * Makes sure that a statement of an author has left the transaction as it was.
     *
     * @param sql the statement; null where it may have been any
     */
    public void verify(@Nullable String sql) {
        attempt(() -> session.verify(sql));
    }

    /** Whether something else had committed what was undone last; false where nobody can be asked any more. */
    public boolean wasCommitted() {
        try {
            return session.wasCommitted();
        } catch (SQLException e) {
            return false;
        }
    }

    /** Takes note of a statement of an author that is about to be run. */
    public void note(String sql) {
        attempt(() -> session.note(sql));
    }

    /** What a script has set for its session. */
    public String kept() {
        try {
            return session.kept();
        } catch (SQLException e) {
            throw new SqlFailure(dialect.errors().explain(e), "", e);
        }
    }

    /** Sets again what was kept of a script that was interrupted. No transaction is open. */
    public void resume(String kept) {
        attempt(() -> session.resume(kept));
    }

    /** Ends what a revision has set for its session. No transaction is open. */
    public void reset() {
        attempt(session::reset);
    }

    /** The same after a failure, to which one more is added. */
    public void reset(Throwable failure) {
        try {
            session.reset();
        } catch (SQLException e) {
            Causes.suppress(failure, e);
        }
    }

    private interface SessionCall {
        void run() throws SQLException;
    }

    private void attempt(SessionCall call) {
        attempt(call, "");
    }

    private void attempt(SessionCall call, String sql) {
        try {
            call.run();
        } catch (SQLException e) {
            throw new SqlFailure(dialect.errors().explain(e), sql, e);
        }
    }

    public void commit() {
        commit(session::commit);
    }

    /** Commits in the middle of a revision; what a script has set goes on. */
    public void commitPart() {
        commit(session::commitPart);
    }

    private void commit(SessionCall call) {
        try {
            call.run();
            open = false;
        } catch (SQLException e) {
            throw new SqlFailure(dialect.errors().explain(e), "COMMIT", e);
        }
    }

    /** Undoes what is open; a failure to do so is added to the failure that brought us here. */
    public void rollback(Throwable failure) {
        if (!open) {
            return;
        }
        try {
            session.rollback();
        } catch (SQLException e) {
            Causes.suppress(failure, e);
        }
        open = false;
    }

    /** Ends a transaction in which nothing was changed. */
    public void abandon() {
        try {
            session.rollback();
            open = false;
        } catch (SQLException e) {
            throw new SqlFailure(dialect.errors().explain(e), "ROLLBACK", e);
        }
    }
}
