package dev.retort.internal.sandbox.runtime;

import java.util.OptionalLong;

/**
 * Measures what a script's thread computes, by the processor's time of that thread: on a machine that has other work a
 * script is not the worse for it. A thread that neither computes nor waits for an answer, because something holds it,
 * is stopped by the clock in the end.
 */
final class OwnTime {

    /** How much longer than its own time a script may take by the clock. */
    static final int BY_THE_CLOCK = 30;

    /** Looking at the processor's time costs much more than looking at the clock. */
    private static final long BETWEEN_LOOKS_NANOS = 1_000_000;

    /** Below this part of what is allowed the clock is precise enough, which needs no bean of the JVM to be loaded. */
    private static final int SMALL_PART = 100;

    /** What the waiting and the waking of a thread take of the processor, about; it is not the script's. */
    private static final long HAND_OVER_NANOS = 15_000;

    private final Allowance allowance;
    private final Thread thread;
    private final long begun = System.nanoTime();
    private final long allowed;
    private long waited;
    private long waits;
    private long waitingSince;
    private boolean waiting;
    private volatile long next;

    OwnTime(Allowance allowance, Thread thread) {
        this.allowance = allowance;
        this.thread = thread;
        this.allowed = allowance.left();
        this.next = begun + allowed;
    }

    /** A thread cannot compute for longer than the clock runs: until then nothing needs to be looked at. */
    long nanosToNextLook() {
        return next - System.nanoTime();
    }

    /**
     * Whether all time is used up.
     *
     * @param grace how much more it may take
     */
    boolean isOver(long grace) {
        long now = System.nanoTime();
        if (now - next < 0) {
            return false;
        }
        long left = allowed + grace - computed();
        long byTheClock = allowed * BY_THE_CLOCK + grace - passed(now);
        next = now + Math.max(BETWEEN_LOOKS_NANOS, Math.min(left, byTheClock));
        return left <= 0 || byTheClock <= 0;
    }

    /** The script's thread waits for what it asked for. */
    synchronized void startWaiting() {
        waitingSince = System.nanoTime();
        waiting = true;
    }

    synchronized void endWaiting() {
        waited += System.nanoTime() - waitingSince;
        waits++;
        waiting = false;
    }

    /** To be called by the thread itself at its end. */
    void settle() {
        long passed = passed(System.nanoTime());
        allowance.spend(passed < allowed / SMALL_PART ? passed : Math.min(passed, computed()));
    }

    private synchronized long passed(long now) {
        return now - begun - waited - (waiting ? now - waitingSince : 0);
    }

    private long computed() {
        OptionalLong time = ThreadTime.nanos(thread);
        return time.isEmpty() ? passed(System.nanoTime()) : Math.max(0, time.getAsLong() - handingOver());
    }

    private synchronized long handingOver() {
        return waits * HAND_OVER_NANOS;
    }
}
