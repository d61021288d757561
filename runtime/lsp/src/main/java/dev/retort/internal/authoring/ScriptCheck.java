package dev.retort.internal.authoring;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.header.HeaderScanner;
import dev.retort.internal.header.ScriptSource;
import dev.retort.internal.sandbox.ScriptCompiler;
import dev.retort.internal.sandbox.runtime.Budget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Compiles scripts for what is wrong with them, by themselves. Nothing is kept, and nothing of their closures runs. */
final class ScriptCheck {

    /** What is at the top of a script runs, and nobody waits long while typing. */
    private static final Budget BUDGET = new Budget(
            Duration.ofSeconds(2), Budget.DEFAULT.depth(), Budget.DEFAULT.elements(), Budget.DEFAULT.characters());

    private final ScriptCompiler compiler = new ScriptCompiler(BUDGET);

    List<Problem> ofRevision(ScriptSource source) {
        List<Problem> problems = new ArrayList<>(problems(() -> HeaderScanner.scan(source)));
        if (problems.isEmpty()) {
            return problems(() -> compiler.compile(source, HeaderScanner.scan(source)));
        }
        problems(() -> compiler.compile(source.file(), source.text())).stream()
                .filter(problem -> problems.stream().noneMatch(known -> sameLine(known, problem)))
                .toList()
                .forEach(problems::add);
        return problems;
    }

    List<Problem> ofSchemaFile(ScriptSource source) {
        return problems(() -> compiler.compileSchema(source));
    }

    /** The header is read by two, who may say the same in other words. */
    private static boolean sameLine(Problem one, Problem other) {
        return one.location() != null
                && other.location() != null
                && one.location().line() == other.location().line();
    }

    private static List<Problem> problems(Runnable check) {
        try {
            check.run();
            return List.of();
        } catch (RetortException e) {
            return e.problems();
        }
    }
}
