package dev.retort.internal.sandbox.runtime;

import dev.retort.Problem;
import dev.retort.internal.json.Limits;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Watches one run of one script. The classes of the script call it at the entry of each method, before each jump back
 * and at the start of each handler. A guard belongs to the thread of its run; who waits for that thread may ask
 * {@link #patience()} and {@link #giveUp}.
 */
public final class Guard implements Limits {

    /** The clock is read at every sixteenth check; more often is measurable, less often is late. */
    private static final int CLOCK_MASK = 15;

    /** For a script to come to its next check by itself once its time is over. */
    private static final long GRACE_NANOS = 200_000_000;

    private final Budget budget;
    private final Allowance allowance;
    private int checks;
    private int depth;
    private volatile OwnTime time;
    private volatile boolean interrupted;
    private volatile @Nullable BudgetExceeded stop;

    public Guard(Budget budget) {
        this(budget, new Allowance(budget));
    }

    /** @param allowance of the script, from which its other runs take as well */
    public Guard(Budget budget, Allowance allowance) {
        this.budget = budget;
        this.allowance = allowance;
        this.time = new OwnTime(allowance, Thread.currentThread());
    }

    public Budget budget() {
        return budget;
    }

    /**
     * Lets a thread do work of the script, after {@link #begin}.
     *
     * @throws BudgetExceeded also where the script caught it, or what called the script lost it
     */
    public void run(Runnable work) {
        depth = 0;
        again();
        try {
            work.run();
            again();
        } catch (StackOverflowError e) {
            throw deep();
        } catch (OutOfMemoryError e) {
            throw hungry();
        } catch (Throwable e) {
            again();
            throw e;
        }
    }

    /** Measures the time of this thread from here on. */
    public void begin(Thread thread) {
        time = new OwnTime(allowance, thread);
    }

    /** To be called by the thread at its end: what it used is used up for the script's next one. */
    public void settle() {
        time.settle();
    }

    /** The thread of the script waits for an answer, which is none of its own time. */
    public void startWaiting() {
        again();
        time.startWaiting();
    }

    /** It has its answer. */
    public void endWaiting() {
        time.endWaiting();
        again();
    }

    /** How many nanoseconds to wait for the script before {@link #giveUp} may be worth asking. */
    public long patience() {
        return interrupted ? GRACE_NANOS : Math.max(time.nanosToNextLook(), 0) + GRACE_NANOS;
    }

    /**
     * Stops a script whose time is over and that does not come to its next check.
     *
     * @param where its thread is
     * @return whether it is to be given up; not where it has time left
     */
    public boolean giveUp(StackTraceElement[] where) {
        if (!interrupted && !time.isOver(GRACE_NANOS)) {
            return false;
        }
        if (stop == null) {
            late().setStackTrace(where);
        }
        return true;
    }

    /**
     * Stops the script at its next check; one that comes to none may be given up as if its time were over.
     *
     * @param where its thread is
     */
    public void interrupt(StackTraceElement[] where) {
        if (stop == null) {
            stopInterrupted().setStackTrace(where);
        }
        interrupted = true;
    }

    /**
     * Stops the script, for whose sake there is no memory left.
     *
     * @param where its thread is
     */
    public void starve(StackTraceElement[] where) {
        if (stop == null) {
            hungry().setStackTrace(where);
        }
    }

    /** Stops the script at its next check, for a reason that is not its own. */
    public void end() {
        stop("The run has ended.", "");
        interrupted = true;
    }

    /** What stopped the script; null where nothing did. */
    public @Nullable BudgetExceeded stopped() {
        return stop;
    }

    private BudgetExceeded stopInterrupted() {
        return stop("The script was interrupted.", "Nothing of its transaction is kept; run it again.");
    }

    private BudgetExceeded late() {
        return stop(
                "The script has run for longer than " + seconds() + ".",
                "Look for a loop that does not end; let the database do what is long.");
    }

    /** Before each jump back, and wherever the JDK calls us in a long loop. */
    @Override
    public void check() {
        if (stop != null || (++checks & CLOCK_MASK) == 0) {
            look();
        }
    }

    private void look() {
        again();
        if (time.isOver(0)) {
            throw late();
        }
        if (Thread.currentThread().isInterrupted()) {
            throw stopInterrupted();
        }
    }

    private String seconds() {
        return budget.time().toMillis() % 1000 == 0
                ? budget.time().toSeconds() + " s"
                : String.format(Locale.ROOT, "%.1f s", budget.time().toMillis() / 1000.0);
    }

    /** At the entry of each method; gives what {@link #leave} and {@link #caught} are to get. */
    public int enter() {
        int before = depth;
        if (before >= budget.depth()) {
            throw deep();
        }
        depth = before + 1;
        check();
        return before;
    }

    /** At each return of a method. */
    public void leave(int before) {
        depth = before;
    }

    /** At the start of each handler: what stops a script cannot be handled. */
    public void caught(Throwable thrown, int before) {
        depth = before + 1;
        if (thrown instanceof StackOverflowError) {
            throw deep();
        } else if (thrown instanceof OutOfMemoryError) {
            throw hungry();
        }
        again();
        check();
    }

    private void again() {
        if (stop != null) {
            throw stop;
        }
    }

    private BudgetExceeded deep() {
        return stop(
                "The calls of the script are nested more than " + budget.depth() + " deep.",
                "Look for a method that calls itself without an end.");
    }

    private BudgetExceeded hungry() {
        return stop("The script needs more memory than there is.", "Let the database hold what is large.");
    }

    private BudgetExceeded stop(String sentence, String hint) {
        return stop(Problem.of(sentence).withHint(hint));
    }

    private BudgetExceeded stop(Problem problem) {
        if (stop == null) {
            stop = new BudgetExceeded(problem);
        }
        return stop;
    }

    /** Lists, ranges and arrays of so many elements may be created. */
    @Override
    public void elements(double count) {
        if (count > budget.elements()) {
            throw stop(
                    "The script makes a list of " + rounded(count) + " elements; the limit is " + budget.elements()
                            + ".",
                    "Let the database work on what is large.");
        }
    }

    /** Texts of so many characters may be created. */
    @Override
    public void characters(double count) {
        if (count > budget.characters()) {
            throw stop(
                    "The script makes a text of " + rounded(count) + " characters; the limit is " + budget.characters()
                            + ".",
                    "Let the database work on what is large.");
        }
    }

    /** Answers of so many rows and characters may be kept. */
    @Override
    public void answer(long rows, long characters) {
        Optional<Problem> problem = budget.exceededBy(rows, characters);
        if (problem.isPresent()) {
            throw stop(problem.get());
        }
    }

    /** Numbers of so many digits may be created. */
    @Override
    public void digits(double count) {
        if (count > Numbers.DIGITS) {
            throw stop(
                    "The script makes a number of " + rounded(count) + " digits; the limit is " + Numbers.DIGITS + ".",
                    "No column holds such a number.");
        }
    }

    private static String rounded(double count) {
        return count < 1e15 ? String.valueOf((long) count) : String.format(Locale.ROOT, "%.0e", count);
    }
}
