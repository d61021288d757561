package dev.retort.internal.sandbox;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.sandbox.runtime.ThreadTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the compiler where it can do no harm: with a stack that ends, and a time that does. Neither Groovy's parser nor
 * its type checker bounds its recursion.
 */
final class BoundedThread {

    private static final long STACK_BYTES = 16L << 20;

    /** How many times the deadline may pass by the clock. */
    private static final int BY_THE_CLOCK = 10;

    private BoundedThread() {}

    static <T> T run(String file, Duration deadline, Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(null, task, "retort-compile " + file, STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return await(task, thread, deadline);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw refusal(file, "it takes too long", e);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw refusal(file, "the compilation was interrupted", e);
        } catch (ExecutionException e) {
            throw failure(file, e.getCause());
        }
    }

    /** By the clock first; then by what the thread has had of the processor, which others may keep busy. */
    private static <T> T await(FutureTask<T> task, Thread thread, Duration deadline)
            throws TimeoutException, InterruptedException, ExecutionException {
        for (int waits = 1; ; waits++) {
            try {
                return task.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (waits == BY_THE_CLOCK || ThreadTime.nanos(thread).orElse(Long.MAX_VALUE) >= deadline.toNanos()) {
                    throw e;
                }
            }
        }
    }

    private static RuntimeException failure(String file, @Nullable Throwable cause) {
        if (cause instanceof RetortException failure) {
            return failure;
        } else if (cause instanceof StackOverflowError) {
            return refusal(file, "it is nested too deeply", cause);
        } else if (cause instanceof OutOfMemoryError) {
            return refusal(file, "there is not enough memory for it (" + cause.getMessage() + ")", cause);
        } else if (cause instanceof IllegalStateException failure) {
            return failure;
        }
        return new RetortException(RetortException.Kind.SCRIPT, List.of(compilerFails(file, cause)), cause);
    }

    /** Where the compiler itself has a bug. */
    static Problem compilerFails(String file, @Nullable Throwable cause) {
        return problem(file, "the Groovy compiler fails on it (" + cause + ")");
    }

    private static RetortException refusal(String file, String why, @Nullable Throwable cause) {
        Problem problem = problem(file, why);
        return cause == null
                ? new RetortException(RetortException.Kind.SCRIPT, problem)
                : new RetortException(RetortException.Kind.SCRIPT, List.of(problem), cause);
    }

    private static Problem problem(String file, String why) {
        return Problem.at(Location.of(file), "The script cannot be compiled: " + why + ".")
                .withHint("Write it in smaller or simpler steps.");
    }
}
