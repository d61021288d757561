package dev.retort.internal.testkit;

import dev.retort.Check;
import dev.retort.CheckResult;
import dev.retort.CheckResult.Outcome;
import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.Verification;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/** The checks of one chain on one kind of database, each run as a test of its own. For one thread. */
public final class Proof implements AutoCloseable {

    private final ProofPlan plan;
    private final Verification verification;

    Proof(ProofPlan plan, Verification verification) {
        this.plan = plan;
        this.verification = verification;
    }

    /** As it is called in a report: {@code 4f1c2a9d7b3e Add priority to projects}. */
    public static String name(Check check) {
        return check.name() + " " + check.title();
    }

    /**
     * Runs one.
     *
     * @return why it was left out; empty where it passed
     * @throws AssertionFailedError with what is wrong and how to repeat it
     * @throws RetortException where no scratch database can be had
     */
    public Optional<String> run(Check check) {
        // The checks of the plan are equal to those of this verification, and not the same.
        CheckResult result = verification.run(verification.checks().stream()
                .filter(each -> each.kind() == check.kind() && each.name().equals(check.name()))
                .findFirst()
                .orElseThrow(() -> new RetortException(
                        RetortException.Kind.SCRIPT,
                        "The check " + check.name() + " no longer exists: the scripts have changed in the meantime.")));
        if (result.outcome() == Outcome.FAILED) {
            throw failure(result);
        }
        return result.outcome() == Outcome.PASSED ? Optional.empty() : Optional.of(String.join("\n", result.remarks()));
    }

    private AssertionFailedError failure(CheckResult result) {
        String what = Stream.concat(result.problems().stream().map(Problem::toString), result.remarks().stream())
                .collect(Collectors.joining("\n"));
        AssertionFailedError failure =
                new AssertionFailedError(what + "\n\nRepeat with: " + plan.again(result.check()));
        failure.setStackTrace(trace(result));
        return failure;
    }

    /** The places in scripts, as an editor follows them; where it failed in Retort concerns nobody. */
    private static StackTraceElement[] trace(CheckResult result) {
        return Stream.concat(
                        result.problems().stream().map(Problem::location).filter(Objects::nonNull),
                        result.check().place().stream())
                .distinct()
                .map(Proof::frame)
                .toArray(StackTraceElement[]::new);
    }

    private static StackTraceElement frame(Location place) {
        Path file = Path.of(place.file());
        List<String> names = List.of(String.valueOf(file.getFileName()).split("\\.", 2));
        return new StackTraceElement("migrations", names.get(0), String.valueOf(file.getFileName()), place.line());
    }

    @Override
    public void close() {
        verification.close();
    }
}
