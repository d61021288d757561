package dev.retort;

import dev.retort.internal.connect.ScratchConnections;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * A database that is migrated once and copied for each who needs one: {@link Retort#template}. Safe for any number of
 * threads. Closing it drops it where nobody else can find it.
 *
 * <p>A server takes a while for a copy. From the second one on, the next is created while the last is in use.
 */
public final class DatabaseTemplate implements AutoCloseable {

    private final ScratchConnections scratch;
    private final Retort retort;
    private @Nullable FutureTask<ScratchConnections> next;
    private boolean wasCopied;
    private boolean closed;

    DatabaseTemplate(ScratchConnections scratch, Retort retort) {
        this.scratch = scratch;
        this.retort = retort;
    }

    /**
     * Creates a database that holds the same, for its caller alone.
     *
     * @throws RetortException where it cannot be created
     */
    public ScratchDatabase copy() {
        FutureTask<ScratchConnections> ready = taken();
        ScratchConnections copy = ready == null ? null : result(ready);
        return retort.on(copy == null ? scratch.copy() : copy);
    }

    /** The copy that was begun before, if any; another one is begun. */
    private synchronized @Nullable FutureTask<ScratchConnections> taken() {
        FutureTask<ScratchConnections> ready = next;
        next = null;
        if (wasCopied && !closed && scratch.isServed()) {
            next = begun();
        }
        wasCopied = true;
        return ready;
    }

    private FutureTask<ScratchConnections> begun() {
        FutureTask<ScratchConnections> task = new FutureTask<>(scratch::copy);
        Thread thread = new Thread(task, "retort-copy");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    /** Null where it failed: whoever needs one tries again, and is the one to be informed. */
    private static @Nullable ScratchConnections result(FutureTask<ScratchConnections> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            return null;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        FutureTask<ScratchConnections> left;
        synchronized (this) {
            closed = true;
            left = next;
            next = null;
        }
        ScratchConnections unused = left == null ? null : result(left);
        if (unused != null) {
            unused.close();
        }
        scratch.close();
    }
}
