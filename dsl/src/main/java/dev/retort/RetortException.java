package dev.retort;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A failure the user can act on. It is reported in sentences, never as a stack trace; a bug of Retort's own is an
 * {@link IllegalStateException} instead.
 */
public class RetortException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What kind of failure it is; each kind has its own exit code on the command line. */
    public enum Kind {
        /** Something went wrong while a migration ran, or another failure without a kind of its own. */
        FAILED,
        /** The command, an option or the configuration is not well-formed. */
        USAGE,
        /** A script, its header or the graph of the revisions is wrong; the database was not touched. */
        SCRIPT,
        /** The database cannot be reached, or refuses the login. */
        UNREACHABLE,
        /** Another runner held the lock, or other sessions one that a revision needs, for longer than the configuration lets us wait. */
        LOCK_TIMEOUT,
        /** A check ran and found differences. */
        DIFFERENCES
    }

    private final Kind kind;
    private final transient List<Problem> problems;

    public RetortException(Kind kind, List<Problem> problems, @Nullable Throwable cause) {
        super(describe(problems), cause);
        this.kind = kind;
        this.problems = List.copyOf(problems);
    }

    public RetortException(Kind kind, List<Problem> problems) {
        super(describe(problems));
        this.kind = kind;
        this.problems = List.copyOf(problems);
    }

    public RetortException(Kind kind, Problem problem) {
        this(kind, List.of(problem));
    }

    public RetortException(Kind kind, String sentence) {
        this(kind, Problem.of(sentence));
    }

    public Kind kind() {
        return kind;
    }

    /** All that is wrong, in the order it should be read; never empty. */
    public List<Problem> problems() {
        return problems;
    }

    /** The same with words before each of its sentences. */
    public RetortException prefixed(String words) {
        List<Problem> prefixed = problems.stream()
                .map(problem -> new Problem(problem.location(), words + problem.sentence(), problem.hint()))
                .toList();
        return new RetortException(kind, prefixed, this);
    }

    private static String describe(List<Problem> problems) {
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a failure without a problem");
        }
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
}
