package dev.retort.internal.verify;

import dev.retort.Check;
import dev.retort.CheckResult;
import dev.retort.CheckResult.Outcome;
import dev.retort.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What a check finds while it runs. */
final class Report {

    private final Check check;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    Report(Check check) {
        this.check = check;
    }

    /** With the script of the revision that the check is about, if it is about one. */
    void fail(String sentence, String hint) {
        Problem problem =
                check.place().map(place -> Problem.at(place, sentence)).orElseGet(() -> Problem.of(sentence));
        problems.add(hint.isEmpty() ? problem : problem.withHint(hint));
    }

    void fail(Collection<Problem> found) {
        problems.addAll(found);
    }

    boolean hasFailed() {
        return !problems.isEmpty();
    }

    void remark(String sentence) {
        remarks.add(sentence);
    }

    CheckResult ended(Duration duration) {
        return new CheckResult(check, hasFailed() ? Outcome.FAILED : Outcome.PASSED, problems, remarks, duration);
    }

    CheckResult leftOut(String why, Duration duration) {
        List<String> all = new ArrayList<>(remarks);
        all.add(why);
        return new CheckResult(check, Outcome.LEFT_OUT, List.of(), all, duration);
    }
}
