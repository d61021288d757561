package dev.retort.internal.script;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A script threw something, or used up what it may. This is all of it that leaves the script's thread: words, lines,
 * and the failure of an operation it goes back to. None of it is an object of the script's, whose methods are its code.
 */
public final class ScriptFailed extends RetortException {

    private static final long serialVersionUID = 1;

    private final transient Thrown thrown;
    private final boolean beyondBudget;

    /**
     * What was thrown, as it was when it was thrown.
     *
     * @param type the simple name of its class
     * @param words what it said, as a sentence
     */
    public record Thrown(String type, String words, Location line) {}

    private ScriptFailed(Problem problem, Thrown thrown, boolean beyondBudget, @Nullable Throwable cause) {
        super(Kind.FAILED, List.of(problem), cause);
        this.thrown = thrown;
        this.beyondBudget = beyondBudget;
    }

    /**
     * @param problem as it is reported where nothing more is known
     * @param cause plain too: one of these, or what an operation failed with
     */
    public static ScriptFailed of(Problem problem, Thrown thrown, @Nullable RetortException cause) {
        return new ScriptFailed(problem, thrown, false, cause);
    }

    /** The script was stopped. */
    public static ScriptFailed beyondBudget(Location line, Problem problem) {
        Problem located = new Problem(line, problem.sentence(), problem.hint());
        return new ScriptFailed(located, new Thrown("", problem.sentence(), line), true, null);
    }

    public Thrown thrown() {
        return thrown;
    }

    /** Whether any other run of the script would fail like this, for it takes too long, or too much. */
    public boolean isBeyondBudget() {
        return beyondBudget;
    }
}
