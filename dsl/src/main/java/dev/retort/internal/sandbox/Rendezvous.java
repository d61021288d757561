package dev.retort.internal.sandbox;

import dev.retort.RetortException;
import dev.retort.internal.sandbox.runtime.Guard;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the thread of a script hands over what it asks for, and the thread that waits for it does the work. The stack
 * of a script may be near its end, and may hold what the script likes: neither a driver nor C code must run on it.
 */
final class Rendezvous {

    /** Frames that fit onto a stack on which the calls of this class do too. */
    private static final int FRAMES = 256;

    private final Guard guard;
    private @Nullable Supplier<?> asked;
    private @Nullable Answer answer;
    private boolean closed;
    private boolean ended;

    /** @param refusal of what was asked; null where the value is the answer, which may be null as well */
    private record Answer(@Nullable Object value, @Nullable RetortException refusal) {}

    Rendezvous(Guard guard) {
        this.guard = guard;
    }

    /**
     * Has work done by the other thread, and waits for it.
     *
     * @throws OperationRefused where the work is refused, with its words alone: no object of the run's is a script's
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // an answer is null where its type may be
    <T extends @Nullable Object> T ask(Supplier<T> work) {
        reserve(FRAMES);
        guard.startWaiting();
        Answer found = await(work);
        guard.endWaiting();
        if (found == null) {
            throw new IllegalStateException("closed, and not stopped");
        } else if (found.refusal() != null) {
            throw new OperationRefused(found.refusal());
        }
        return (T) found.value();
    }

    /** Where the stack ends, it ends here, before anybody is waited for. */
    private static int reserve(int frames) {
        return frames == 0 ? 0 : 1 + reserve(frames - 1);
    }

    private synchronized @Nullable Answer await(Supplier<?> work) {
        boolean interrupted = false;
        answer = null;
        asked = work;
        notifyAll();
        while (answer == null && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }

    /** The thread of the script has come to its end. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized boolean hasEnded() {
        return ended;
    }

    /** Answers nothing any more; the script has been stopped. */
    synchronized void close() {
        closed = true;
        asked = null;
        notifyAll();
    }

    /**
     * Waits for what the script asks for.
     *
     * @return null where it has come to its end, or asked for nothing for so long
     */
    synchronized @Nullable Supplier<?> next(long nanos) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        long end = System.nanoTime() + nanos;
        for (long left = nanos; asked == null && !ended && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        Supplier<?> work = asked;
        asked = null;
        return ended ? null : work;
    }

    /** Does what was asked for. What is no refusal is not the script's to handle. */
    void answer(Supplier<?> work) {
        try {
            answered(new Answer(work.get(), null));
        } catch (RetortException e) {
            answered(new Answer(null, e));
        }
    }

    private synchronized void answered(Answer found) {
        answer = found;
        notifyAll();
    }
}
