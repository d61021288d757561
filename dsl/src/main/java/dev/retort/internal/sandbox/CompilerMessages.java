package dev.retort.internal.sandbox;

import dev.retort.Location;
import dev.retort.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.messages.ExceptionMessage;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SimpleMessage;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/** Reads what the compiler collected, in the order of the script. */
final class CompilerMessages {

    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::location, Comparator.nullsFirst(Comparator.naturalOrder()));

    private CompilerMessages() {}

    static List<Problem> problems(String file, CompilationFailedException failure, CompilationUnit unit) {
        List<? extends Message> errors = unit.getErrorCollector().getErrors();
        if (errors == null || errors.isEmpty()) {
            return List.of(SyntaxWording.problem(file, 0, 0, String.valueOf(failure.getMessage())));
        }
        Set<Problem> problems = new LinkedHashSet<>();
        for (Message error : errors) {
            if (!isConsequence(error)) {
                problems.add(problem(file, error));
            }
        }
        if (problems.isEmpty()) {
            errors.forEach(error -> problems.add(problem(file, error)));
        }
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(BY_PLACE);
        return sorted;
    }

    /** What later passes say about, or stumble over, what the type checker has refused already. */
    private static boolean isConsequence(Message error) {
        return error instanceof ExceptionMessage
                || error instanceof SyntaxErrorMessage message
                        && String.valueOf(message.getCause().getOriginalMessage())
                                .startsWith("Target method for method call expression hasn't been set");
    }

    private static Problem problem(String file, Message error) {
        if (error instanceof SyntaxErrorMessage message) {
            SyntaxException cause = message.getCause();
            String text = String.valueOf(cause.getOriginalMessage());
            Location location = new Location(file, cause.getStartLine(), cause.getStartColumn());
            return Sentence.problem(text, location)
                    .orElseGet(() -> SyntaxWording.problem(file, cause.getStartLine(), cause.getStartColumn(), text));
        }
        if (error instanceof ExceptionMessage message) {
            return BoundedThread.compilerFails(file, message.getCause());
        }
        String text = error instanceof SimpleMessage message ? message.getMessage() : String.valueOf(error);
        return SyntaxWording.problem(file, 0, 0, text);
    }
}
