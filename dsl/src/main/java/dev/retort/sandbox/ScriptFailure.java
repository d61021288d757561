package dev.retort.sandbox;

import dev.retort.error.Location;
import dev.retort.error.Problem;
import dev.retort.sandbox.runtime.BudgetExceeded;
import dev.retort.sandbox.runtime.Confined;
import dev.retort.script.ScriptTrace;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a script threw, so that what leaves the sandbox holds no object of the script: whoever asked it for its
 * message later would run the script's code.
 */
final class ScriptFailure {

    private static final int MOST_CAUSES = 20;
    private static final int LONGEST_MESSAGE = 1000;

    private ScriptFailure() {}

    /** Whether it, or what caused it, is an object whose class the script wrote. */
    static boolean isOfScript(Throwable thrown) {
        Throwable each = thrown;
        for (int i = 0; each != null && i < MOST_CAUSES; i++) {
            if (Confined.wrote(each.getClass())
                    || Stream.of(each.getSuppressed()).anyMatch(s -> Confined.wrote(s.getClass()))) {
                return true;
            }
            each = each.getCause();
        }
        return false;
    }

    static Problem problem(@Nullable Throwable thrown, String file) {
        if (thrown == null) {
            throw new IllegalStateException("a failure without its cause");
        } else if (thrown instanceof BudgetExceeded exceeded) {
            return new Problem(
                    location(thrown, file),
                    exceeded.problem().sentence(),
                    exceeded.problem().hint());
        } else if (thrown instanceof LinkageError) {
            return Problem.at(location(thrown, file), "The script refers to what is closed to it: " + message(thrown));
        }
        return Problem.at(location(thrown, file), "The script fails: " + message(thrown));
    }

    private static Location location(Throwable thrown, String file) {
        return ScriptTrace.locate(thrown, file).orElse(Location.of(file));
    }

    private static String message(Throwable thrown) {
        String message = thrown.getMessage();
        String told = message == null ? thrown.getClass().getSimpleName() : message;
        String shortened = told.length() > LONGEST_MESSAGE ? told.substring(0, LONGEST_MESSAGE) + "…" : told;
        return shortened.endsWith(".") ? shortened : shortened + ".";
    }
}
