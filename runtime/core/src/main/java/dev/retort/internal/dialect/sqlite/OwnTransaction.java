package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.EndedTransaction;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteCommitListener;
import org.sqlite.core.DB;

/**
 * Whether the transaction is still the one that was begun: SQLite reports each one's end, whichever statement brings it
 * about. The driver does not give out whether one is open.
 */
final class OwnTransaction implements SQLiteCommitListener {

    private enum End {
        COMMITTED,
        UNDONE
    }

    private final DB database;
    private boolean open;
    private @Nullable End end;
    private @Nullable EndedTransaction ended;
    private boolean wasCommitted;

    OwnTransaction(DB database) {
        this.database = database;
        database.addCommitListener(this);
    }

    void close() {
        database.removeCommitListener(this);
    }

    /** What ends from here on is no business of Retort's, or Retort's own. */
    void forget() {
        open = false;
        end = null;
        ended = null;
    }

    void begun() {
        forget();
        wasCommitted = false;
        open = true;
    }

    /** It is about to be undone. */
    void undo() {
        wasCommitted = end == End.COMMITTED;
        forget();
    }

    @Override
    public void onCommit() {
        end = open && end == null ? End.COMMITTED : end;
    }

    @Override
    public void onRollback() {
        end = open && end == null ? End.UNDONE : end;
    }

    void verify(@Nullable String sql) {
        if (end != null && ended == null) {
            ended = new EndedTransaction(sql);
        }
        if (ended != null) {
            throw ended;
        }
    }

    boolean wasCommitted() {
        return wasCommitted;
    }
}
