package dev.retort.internal.sandbox.runtime;

/** The time that one script has for all its evaluations: when it is checked, when it is derived, when it is run. */
public final class Allowance {

    private long left;

    public Allowance(Budget budget) {
        this.left = budget.time().toNanos();
    }

    synchronized long left() {
        return left;
    }

    synchronized void spend(long nanos) {
        left -= nanos;
    }
}
