package dev.retort.internal.spring;

import dev.retort.Problem;
import dev.retort.RetortException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the sentences of a failure instead of a stack trace: what is wrong as the description, what to do as the action. */
final class RetortFailureAnalyzer extends AbstractFailureAnalyzer<RetortException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, RetortException cause) {
        String description = cause.problems().stream()
                .map(problem -> new Problem(problem.location(), problem.sentence(), null).toString())
                .collect(Collectors.joining("\n"));
        String action = cause.problems().stream()
                .map(Problem::hint)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("\n"));
        return new FailureAnalysis(description, action.isEmpty() ? null : action, cause);
    }
}
