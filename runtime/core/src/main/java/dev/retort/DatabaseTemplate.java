package dev.retort;

import dev.retort.internal.connect.ScratchConnections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A database that is migrated once and copied for each who needs one: {@link Retort#template}. Safe for any number of
 * threads. Closing it drops it where nobody else can find it.
 *
 * <p>A server takes a while for a copy. From the second one on, the next is created while the last is in use; one that is closed
 * is dropped in the background. Closing the template waits until they are dropped; those that are closed later are dropped at once.
 */
public final class DatabaseTemplate implements AutoCloseable {

    private final ScratchConnections scratch;
    private final Retort retort;
    private final ExecutorService background = Executors.newCachedThreadPool(DatabaseTemplate::thread);
    private @Nullable Future<ScratchConnections> next;
    private boolean wasCopied;
    private boolean closed;

    DatabaseTemplate(ScratchConnections scratch, Retort retort) {
        this.scratch = scratch;
        this.retort = retort;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "retort-copy");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Creates a database that holds the same, for its caller alone.
     *
     * @throws RetortException where it cannot be created
     */
    public ScratchDatabase copy() {
        Future<ScratchConnections> ready = taken();
        ScratchConnections copy = ready == null ? null : result(ready);
        return retort.on(copy == null ? scratch.copy() : copy, this::drop);
    }

    /** The copy that was begun before, if any; another one is begun. */
    private synchronized @Nullable Future<ScratchConnections> taken() {
        Future<ScratchConnections> ready = next;
        next = null;
        if (wasCopied && !closed && scratch.isServed()) {
            next = background.submit((Callable<ScratchConnections>) scratch::copy);
        }
        wasCopied = true;
        return ready;
    }

    private void drop(ScratchConnections copy) {
        if (!scratch.isServed() || !isDropping(copy)) {
            copy.close();
        }
    }

    private synchronized boolean isDropping(ScratchConnections copy) {
        if (!closed) {
            background.execute(copy::close);
        }
        return !closed;
    }

    /** Null where it failed: whoever needs one tries again, and is the one to be informed. */
    private static @Nullable ScratchConnections result(Future<ScratchConnections> task) {
        try {
            return waited(task::get);
        } catch (ExecutionException e) {
            return null;
        }
    }

    private interface Wait<R> {
        R end() throws InterruptedException, ExecutionException;
    }

    /** Waits also where the thread is interrupted, which it knows afterwards. */
    private static <R> R waited(Wait<R> wait) throws ExecutionException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return wait.end();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        Future<ScratchConnections> left;
        synchronized (this) {
            closed = true;
            left = next;
            next = null;
        }
        ScratchConnections unused = left == null ? null : result(left);
        if (unused != null) {
            unused.close();
        }
        background.shutdown();
        ended();
        scratch.close();
    }

    private void ended() {
        try {
            waited(() -> background.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
