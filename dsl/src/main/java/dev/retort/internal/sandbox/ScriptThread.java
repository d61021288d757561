package dev.retort.internal.sandbox;

import dev.retort.RetortException;
import dev.retort.internal.sandbox.runtime.Budget;
import dev.retort.internal.sandbox.runtime.BudgetExceeded;
import dev.retort.internal.sandbox.runtime.Guard;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs code of a script in a thread of its own, and does what it asks for in the thread that waits for it. The guard
 * stops the script's own code; a single call of Java that takes hours, such as the hash of a list that holds another a
 * million times, nothing can stop. Its thread is given up instead, so that the run around it can fail and roll back.
 */
final class ScriptThread {

    /** For what a script may be nested, in the stack of its thread, whatever thread the caller has. */
    private static final long STACK_BYTES_PER_CALL = 16 << 10;

    private static final long LEAST_STACK = 4L << 20;
    private static final long MOST_STACK = 1L << 30;

    private final String file;
    private final Guard guard;
    private final Rendezvous rendezvous;
    private final Thread thread;
    private volatile boolean done;
    private volatile @Nullable RuntimeException failure;

    private ScriptThread(String file, Guard guard, Rendezvous rendezvous, Runnable work) {
        this.file = file;
        this.guard = guard;
        this.rendezvous = rendezvous;
        this.thread = new Thread(null, () -> run(work), "retort-script " + file, stack(guard.budget()));
        thread.setDaemon(true);
    }

    /**
     * Runs work to its end.
     *
     * @throws RetortException for all that the script throws, as plain data
     */
    static void run(String file, Guard guard, Rendezvous rendezvous, Runnable work) {
        ScriptThread script = new ScriptThread(file, guard, rendezvous, work);
        guard.begin(script.thread);
        script.thread.start();
        boolean interrupted = false;
        try {
            interrupted = script.serve();
        } finally {
            if (!rendezvous.hasEnded()) {
                guard.end();
            }
            rendezvous.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        script.report();
    }

    /** In the thread of the script, under the eyes of the guard to the end: messages and causes are its code too. */
    private void run(Runnable work) {
        try {
            try {
                guard.run(work);
                done = true;
            } catch (Throwable thrown) {
                failure = ScriptFailure.plain(thrown, file, guard);
            } finally {
                guard.settle();
                rendezvous.end();
            }
        } catch (Throwable lost) {
            // No memory is left, or no stack. Nobody else may hear of it, who would ask it for its words.
            rendezvous.end();
        }
    }

    /** Does what the script asks for until it ends or is given up; whether this thread was interrupted. */
    private boolean serve() {
        boolean interrupted = false;
        while (true) {
            try {
                Supplier<?> work = rendezvous.next(guard.patience());
                if (work != null) {
                    answer(work);
                } else if (rendezvous.hasEnded() || guard.giveUp(thread.getStackTrace())) {
                    return interrupted;
                }
            } catch (InterruptedException e) {
                interrupted = true;
                guard.interrupt(thread.getStackTrace());
                rendezvous.close();
                thread.interrupt();
            }
        }
    }

    private void answer(Supplier<?> work) {
        try {
            rendezvous.answer(work);
        } catch (BudgetExceeded e) {
            // The answer is larger than the script may keep, which has been stopped by that.
            rendezvous.close();
        } catch (OutOfMemoryError e) {
            // What the script asked for is larger than the memory, which ends it as what it makes itself does.
            guard.starve(thread.getStackTrace());
            rendezvous.close();
        } catch (Throwable e) {
            // Neither a refusal nor the script's: it ends the run, whatever the script would catch.
            guard.end();
            throw e;
        }
    }

    private void report() {
        if (done) {
            return;
        }
        BudgetExceeded stopped = guard.stopped();
        if (stopped != null) {
            throw ScriptFailure.exceeded(stopped, file);
        }
        RuntimeException thrown = failure;
        throw thrown == null ? ScriptFailure.unexplained(file) : thrown;
    }

    private static long stack(Budget budget) {
        return Math.min(MOST_STACK, Math.max(LEAST_STACK, budget.depth() * STACK_BYTES_PER_CALL));
    }
}
