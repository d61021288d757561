package dev.retort.internal.project;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work that is done by two threads: the one that asks for its results, and a helper that is ahead of it. */
final class Compilation<T> implements AutoCloseable {

    private final List<FutureTask<T>> tasks;
    private final @Nullable Thread helper;
    private volatile boolean closed;

    private Compilation(List<FutureTask<T>> tasks, boolean shared) {
        this.tasks = tasks;
        this.helper = shared && tasks.size() > 1 && Runtime.getRuntime().availableProcessors() > 1
                ? new Thread(this::help, "retort-compile")
                : null;
    }

    /**
     * Begins the work.
     *
     * @param shared whether two threads may work at once
     */
    static <T> Compilation<T> of(List<Supplier<T>> work, boolean shared) {
        Compilation<T> compilation = new Compilation<>(
                work.stream().map(each -> new FutureTask<T>(each::get)).toList(), shared);
        if (compilation.helper != null) {
            compilation.helper.setDaemon(true);
            compilation.helper.start();
        }
        return compilation;
    }

    /** A task that another thread has begun is not run again. */
    private void help() {
        for (FutureTask<T> task : tasks) {
            if (closed) {
                return;
            }
            task.run();
        }
    }

    /**
     * The result of a part of the work, which this thread does itself if nobody has begun it.
     *
     * @param index from 0
     * @throws RetortException as the work does
     */
    T get(int index) {
        FutureTask<T> task = tasks.get(index);
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetortException(
                    Kind.FAILED, List.of(Problem.of("The compilation of the scripts was interrupted.")), e);
        } catch (ExecutionException e) {
            throw thrown(e.getCause());
        }
    }

    private static RuntimeException thrown(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }

    /** Whatever was not begun is left. */
    @Override
    public void close() {
        closed = true;
        if (helper != null) {
            helper.interrupt();
        }
    }
}
