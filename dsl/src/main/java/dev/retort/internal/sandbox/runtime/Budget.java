package dev.retort.internal.sandbox.runtime;

import dev.retort.Problem;
import dev.retort.RetortException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a script may use up.
 *
 * @param time of the processor, in all evaluations of the script; what the database takes does not count
 * @param depth of the calls of the script's methods and closures within each other
 * @param elements of one list, range or array
 * @param characters of one text
 */
public record Budget(Duration time, int depth, int elements, int characters) {

    /** Less is not enough for what the language itself does between two calls of a script. */
    public static final int LEAST_DEPTH = 100;

    /** More would need a stack that the JVM does not give. */
    public static final int MOST_DEPTH = 10_000;

    private static final String SMALLER =
            "Ask for less at a time, let the database work on what is large, or set script_elements and"
                    + " script_characters higher.";

    private static final Duration MOST_TIME = Duration.ofDays(1);

    /** Far beyond what a migration needs, and far below what hurts. */
    public static final Budget DEFAULT = new Budget(Duration.ofSeconds(10), 1000, 1_000_000, 10_000_000);

    /** @throws RetortException with all that cannot be */
    public Budget {
        List<Problem> problems = new ArrayList<>();
        if (time.isNegative() || time.isZero() || time.compareTo(MOST_TIME) > 0) {
            problems.add(Problem.of("A script cannot be given " + time.toMillis() + " ms of time.")
                    .withHint("Give it at least 1 ms and at most 24 hours."));
        }
        if (depth < LEAST_DEPTH || depth > MOST_DEPTH) {
            problems.add(Problem.of("The calls of a script cannot be nested " + depth + " deep at most.")
                    .withHint("Give a depth from " + LEAST_DEPTH + " to " + MOST_DEPTH + "."));
        }
        if (elements < 1) {
            problems.add(Problem.of("A script cannot be given lists of " + elements + " elements at most.")
                    .withHint("Give a number above zero."));
        }
        if (characters < 1) {
            problems.add(Problem.of("A script cannot be given texts of " + characters + " characters at most.")
                    .withHint("Give a number above zero."));
        }
        if (!problems.isEmpty()) {
            throw new RetortException(RetortException.Kind.USAGE, problems);
        }
    }

    /** What is wrong with an answer of so many rows and characters; empty where a script may keep it. */
    Optional<Problem> exceededBy(long rows, long answerCharacters) {
        if (rows > elements) {
            return Optional.of(Problem.of("The query brings more than " + elements + " rows.")
                    .withHint(SMALLER));
        } else if (answerCharacters > characters) {
            return Optional.of(Problem.of("The rows of the query hold more than " + characters + " characters.")
                    .withHint(SMALLER));
        }
        return Optional.empty();
    }
}
