package dev.retort.internal.run;

import dev.retort.Direction;
import dev.retort.Location;
import dev.retort.Plan;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.Step;
import dev.retort.internal.error.ThrownWords;
import dev.retort.internal.error.VisibleText;
import dev.retort.internal.sql.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Puts into words what went wrong while a step ran: which revision, where in its script, what the database keeps. */
public final class StepFailure {

    private StepFailure() {}

    /** Says before the first step what could only fail at a later one. */
    public static void refuseIrreversible(Plan plan, Function<String, StepScript> scripts) {
        List<Problem> problems = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (step.direction() == Direction.DOWN) {
                StepScript script = scripts.apply(step.revision().id());
                String reason = script.irreversible();
                if (reason != null) {
                    problems.add(Problem.at(
                            Location.of(script.file()),
                            "Revision " + step.revision().id() + " cannot be downgraded: "
                                    + VisibleText.paragraph(ThrownWords.sentence(reason))));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new RetortException(Kind.SCRIPT, problems);
        }
    }

    /** The same of a step that touches no database: then what is at fault stays named. */
    public static RetortException untouched(Throwable failure, Step step, StepScript script, String kept) {
        RetortException named = of(failure, step, script, kept);
        return failure instanceof RetortException cause
                ? new RetortException(cause.kind(), named.problems(), failure)
                : named;
    }

    /** @param kept what the database is left with, as a sentence */
    public static RetortException of(Throwable failure, Step step, StepScript script, String kept) {
        if (failure instanceof IllegalStateException bug) {
            // What a script throws by this name is a ScriptFailed by now.
            throw bug;
        } else if (failure instanceof Error fatal && !isOfInput(fatal)) {
            throw fatal;
        }
        Location where = script.locate(failure);
        String what =
                "Revision " + step.revision().id() + " (" + step.direction().word() + ") failed: ";
        if (failure instanceof RetortException stated) {
            List<Problem> problems = stated.problems().stream()
                    .map(problem -> new Problem(
                            problem.location() == null ? where : problem.location(),
                            what + Excerpt.of(problem.sentence()),
                            hint(problem, where, kept)))
                    .toList();
            return new RetortException(kind(stated), problems, failure);
        }
        return new RetortException(
                Kind.FAILED, List.of(new Problem(where, what + Excerpt.of(sentence(failure)), kept)), failure);
    }

    /** The database was touched, so that neither the script nor the command line alone is named as wrong any more. */
    private static Kind kind(RetortException stated) {
        return switch (stated.kind()) {
            case SCRIPT, USAGE, DIFFERENCES -> Kind.FAILED;
            case FAILED, UNREACHABLE, LOCK_TIMEOUT -> stated.kind();
        };
    }

    /** Where the fault is in a file of the script's, the script's own line is reported as well. */
    private static String hint(Problem problem, Location where, String kept) {
        boolean elsewhere =
                problem.location() != null && !problem.location().file().equals(where.file());
        String hint = problem.hint() == null ? "" : problem.hint() + "\n";
        return hint + (elsewhere ? "Asked for in " + where + ".\n" : "") + kept;
    }

    /** What a script asks for may be too large or nested too deeply for this JVM. */
    private static boolean isOfInput(Error failure) {
        return failure instanceof StackOverflowError || failure instanceof OutOfMemoryError;
    }

    private static String sentence(Throwable failure) {
        return VisibleText.line(ThrownWords.of(failure.getClass(), failure.getMessage()));
    }
}
