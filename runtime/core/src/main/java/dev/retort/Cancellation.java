package dev.retort;

import dev.retort.RetortException.Kind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A way to stop a run from outside: the statement at work is cancelled on the server, nothing more is begun, and the
 * run ends as with any failure, its open revision undone. One of these may stop several runs, and stops them for good.
 */
public final class Cancellation {

    private final List<Runnable> actions = new CopyOnWriteArrayList<>();
    private volatile boolean requested;

    /** Stops everything that goes on under this, from any thread. */
    public void request() {
        requested = true;
        actions.forEach(Runnable::run);
    }

    /** Whether it is time to stop. */
    public boolean isRequested() {
        return requested;
    }

    /** @throws RetortException when it is time to stop */
    public void check() {
        if (requested) {
            throw new RetortException(Kind.FAILED, Problem.of("The run was stopped."));
        }
    }

    /**
     * Adds what a request is to do, in the thread that requests. It is kept as long as this, and is done at once where
     * the request has come already.
     */
    public void onRequest(Runnable action) {
        actions.add(action);
        if (requested) {
            action.run();
        }
    }
}
