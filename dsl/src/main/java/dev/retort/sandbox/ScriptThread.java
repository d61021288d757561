package dev.retort.sandbox;

import dev.retort.sandbox.runtime.Budget;
import dev.retort.sandbox.runtime.BudgetExceeded;
import dev.retort.sandbox.runtime.Guard;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs code of a script in a thread of its own. The guard stops the script's own code; a single call of Java that takes
 * hours, such as the hash of a list that holds another a million times, nothing can stop. Its thread is given up
 * instead, so that the run around it can fail and roll back. Statements run in the thread too, and are waited for.
 */
final class ScriptThread {

    /** For what a script may be nested, in the stack of its thread, whatever thread the caller has. */
    private static final long STACK_BYTES_PER_CALL = 16 << 10;

    private static final long LEAST_STACK = 4L << 20;
    private static final long MOST_STACK = 1L << 30;

    private ScriptThread() {}

    /** What the work threw, or null where it came to its end. */
    static @Nullable Throwable thrown(String file, Guard guard, Runnable work) {
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        CountDownLatch ended = new CountDownLatch(1);
        Runnable watched = () -> {
            // Not in a Future, whose exception asks the one that caused it for its text, outside of the guard.
            try {
                guard.run(work);
            } catch (Throwable e) {
                thrown.set(e);
            } finally {
                ended.countDown();
            }
        };
        Thread thread = new Thread(null, watched, "retort-script " + file, stack(guard.budget()));
        thread.setDaemon(true);
        thread.start();
        BudgetExceeded exceeded = await(thread, ended, guard);
        return exceeded != null ? exceeded : thrown.get();
    }

    /** What the script exceeded where it had to be given up; null where it has ended. */
    private static @Nullable BudgetExceeded await(Thread thread, CountDownLatch ended, Guard guard) {
        boolean interrupted = false;
        BudgetExceeded exceeded = null;
        boolean waiting = true;
        while (waiting) {
            try {
                if (ended.await(guard.patience(), TimeUnit.NANOSECONDS)) {
                    waiting = false;
                } else {
                    exceeded = guard.giveUp(thread.getStackTrace());
                    waiting = exceeded == null;
                }
            } catch (InterruptedException e) {
                interrupted = true;
                guard.interrupt();
                thread.interrupt();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return exceeded;
    }

    private static long stack(Budget budget) {
        return Math.min(MOST_STACK, Math.max(LEAST_STACK, budget.depth() * STACK_BYTES_PER_CALL));
    }
}
