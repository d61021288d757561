package dev.retort;

import java.time.Duration;
import java.util.List;

/**
 * What a {@link Check} found.
 *
 * @param problems why it failed; none where it did not
 * @param remarks what a person should know though it did not fail: what is lost as declared, tables without rows, why it was
 *     left out
 */
public record CheckResult(
        Check check, Outcome outcome, List<Problem> problems, List<String> remarks, Duration duration) {

    public CheckResult {
        problems = List.copyOf(problems);
        remarks = List.copyOf(remarks);
    }

    /** How it ended. */
    public enum Outcome {
        PASSED,
        FAILED,
        /** It was not asked for, or what it needs is not there; a remark says why. */
        LEFT_OUT
    }
}
