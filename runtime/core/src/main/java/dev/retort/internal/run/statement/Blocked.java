package dev.retort.internal.run.statement;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.header.StatementLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Other sessions kept a revision from a lock that it needs; what is open here must be undone, and may be tried again. */
public final class Blocked extends RetortException {

    private static final long serialVersionUID = 1;

    private final transient SqlFailure failure;
    private final transient List<String> blockers;

    private Blocked(SqlFailure failure, List<String> blockers, Problem problem, Throwable cause) {
        super(Kind.LOCK_TIMEOUT, List.of(problem), cause);
        this.failure = failure;
        this.blockers = blockers;
    }

    /**
     * The others that a failure names, if it names any.
     *
     * @param blockers who they are, each as half a sentence; empty where nobody could look
     */
    private static Optional<Blocked> in(Throwable failure, List<String> blockers, LockPolicy lockPolicy) {
        return SqlFailure.busyIn(failure).map(busy -> {
            Problem problem = Problem.of(sentence(busy, blockers, lockPolicy)).withHint(hint(busy, blockers));
            return new Blocked(busy, blockers, problem, failure);
        });
    }

    /** The same, or the failure itself where it names nobody else. */
    public static Throwable reason(Throwable failure, @Nullable Watch watch, LockPolicy lockPolicy) {
        List<String> blockers = watch == null ? List.of() : watch.seen();
        Optional<Blocked> blocked = in(failure, blockers, lockPolicy);
        return blocked.isPresent() ? blocked.get() : failure;
    }

    /** What the database said, and who was in the way. */
    public String reason() {
        return said(failure) + (blockers.isEmpty() ? "" : "; in the way: " + String.join("; ", blockers));
    }

    private static String said(SqlFailure busy) {
        String state = busy.error().state() == null ? "" : " [" + busy.error().state() + "]";
        return busy.error().message().strip().replaceAll("\\.$", "") + state;
    }

    private static String sentence(SqlFailure busy, List<String> blockers, LockPolicy lockPolicy) {
        String tries = lockPolicy.tries() == 1
                ? "Others were in the way, and it was tried once"
                : "Others were in the way in each of " + lockPolicy.tries() + " tries";
        String waited = lockPolicy.lockWait().isZero()
                ? ""
                : " (a statement waits " + LockPolicy.shown(lockPolicy.lockWait()) + " for a lock)";
        String who = blockers.isEmpty() ? "" : " In the way: " + String.join("; ", blockers) + ".";
        return tries + waited + ": " + said(busy) + "." + who;
    }

    private static String hint(SqlFailure busy, List<String> blockers) {
        List<String> lines = new ArrayList<>();
        String excerpt = busy.problems().get(0).hint();
        if (excerpt != null) {
            lines.add(excerpt);
        }
        lines.add((blockers.isEmpty() ? "Run it again when the others are done" : "End those sessions or let them end")
                + ", or be more patient: --ddl-lock-tries and --ddl-lock-timeout, or " + StatementLimits.LOCK
                + " in the script's header.");
        return String.join("\n", lines);
    }
}
