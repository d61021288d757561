package dev.retort.internal.cli;

import dev.retort.Problem;
import dev.retort.Rehearsal;
import dev.retort.Retort;
import dev.retort.RetortException;
import dev.retort.RevisionView;
import dev.retort.RunResult;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.cli.render.JsonDocuments;
import dev.retort.internal.cli.render.RehearsalDocuments;
import dev.retort.internal.cli.render.RehearsalText;
import dev.retort.internal.cli.render.RunText;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The endings that several commands share. */
final class Results {

    private Results() {}

    /** What a run did was logged as it happened; only the document is left to print. */
    static ExitCode run(Invocation invocation, Retort engine, RunResult result) {
        if (invocation.json()) {
            invocation.console().result(JsonDocuments.run(result, engine.database()));
        } else if (result.steps().isEmpty()) {
            invocation.console().progress(RunText.nothingToDo(result.rows()));
        }
        return ExitCode.DONE;
    }

    /** What was rehearsed is reported even where it failed. */
    static ExitCode rehearsal(Invocation invocation, Rehearsal rehearsal) {
        Console console = invocation.console();
        Optional<RetortException> failure = rehearsal.failure();
        if (invocation.json()) {
            console.result(RehearsalDocuments.rehearsal(
                    rehearsal, failure.map(Reports::kind).orElse("")));
            return failure.map(reason -> ExitCode.of(reason.kind())).orElse(ExitCode.DONE);
        }
        if (rehearsal.steps().isEmpty()) {
            console.progress(RunText.nothingToDo(rehearsal.rows()));
            return ExitCode.DONE;
        }
        int width = TerminalWidth.of(invocation.process());
        console.result(new RehearsalText(console.palette(), width).report(rehearsal));
        if (failure.isPresent()) {
            throw failure.get();
        }
        return ExitCode.DONE;
    }

    /** The engine gives a script out when it is complete: half of one must not reach a database. */
    static ExitCode sql(Invocation invocation, Consumer<Appendable> writer) {
        ScriptOutput script = new ScriptOutput(invocation.console().results());
        try {
            writer.accept(script);
        } catch (RetortException e) {
            throw e.kind() == RetortException.Kind.UNREACHABLE ? withNamedStart(e) : e;
        }
        if (script.isEmpty()) {
            invocation.console().progress("Nothing to do: no SQL was written.");
        }
        invocation.console().result("");
        return ExitCode.DONE;
    }

    private static RetortException withNamedStart(RetortException unreachable) {
        String more = "SQL from a start that is named needs no database: write FROM:TO, as in base:head.";
        List<Problem> problems = unreachable.problems().stream()
                .map(problem -> problem.withHint(problem.hint() == null ? more : problem.hint() + " " + more))
                .toList();
        return new RetortException(unreachable.kind(), problems, unreachable);
    }

    static ExitCode revisions(Invocation invocation, List<RevisionView> views, Function<RevisionView, String> line) {
        if (invocation.json()) {
            invocation.console().result(JsonDocuments.revisions(views, false));
            return ExitCode.DONE;
        }
        if (views.isEmpty()) {
            noteEmptiness(invocation, invocation.engine());
        }
        Function<RevisionView, String> shown =
                invocation.verbose() ? view -> entry(invocation, view) : view -> line.apply(view);
        views.forEach(view -> invocation.console().result(shown.apply(view)));
        return ExitCode.DONE;
    }

    /** Else it would look as if all were well where the folder is the wrong one. */
    static void noteEmptiness(Invocation invocation, Retort engine) {
        engine.withoutRevisions().ifPresent(problem -> invocation.console().progress(problem.toString()));
    }

    /** With an empty line after it, to keep it apart from the next one. */
    static String entry(Invocation invocation, RevisionView view) {
        return invocation.console().revisions().entry(view) + "\n";
    }

    /** A file as a user in the working directory would name it. */
    static String name(Invocation invocation, Path file) {
        return Chain.display(file, invocation.process().workingDirectory());
    }

    /** Files that were written, or opened to be; their names are all of the result, so that a script can use them. */
    static ExitCode written(Invocation invocation, Collection<Path> files) {
        List<String> names = files.stream().map(file -> name(invocation, file)).toList();
        if (invocation.json()) {
            invocation.console().result(JsonDocuments.files(names));
        } else {
            names.forEach(invocation.console()::result);
        }
        return ExitCode.DONE;
    }
}
