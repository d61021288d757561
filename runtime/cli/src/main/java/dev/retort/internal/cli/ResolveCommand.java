package dev.retort.internal.cli;

import dev.retort.Retort;
import dev.retort.RunResult;
import dev.retort.internal.cli.render.RunText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "resolve",
        description = "Say whether an interrupted revision is applied, where the database does not show it.",
        footer = {
            "",
            "A run that was interrupted is gone on with by the next upgrade or downgrade. This is for what",
            "only a person can know. \"retort status\" shows what was interrupted.",
            "",
            "Examples:",
            "  retort resolve 4f1c --statement 3 --applied      that statement did its work: go on after it",
            "  retort resolve 4f1c --statement 3 --not-applied  it did nothing: run it again",
            "  retort resolve 4f1c --applied                    all of the revision is there",
            "  retort resolve 4f1c --not-applied                nothing of it is there any more"
        })
final class ResolveCommand implements Action {

    /** Exactly one of them. */
    static final class Word {
        @Option(names = "--applied", required = true, description = "It has done its work.")
        boolean applied;

        @Option(names = "--not-applied", required = true, description = "It has done nothing.")
        boolean notApplied;
    }

    @Parameters(
            paramLabel = "REV",
            converter = Positional.class,
            description = "The id of the revision, or its beginning.")
    String revision = "";

    @ArgGroup(multiplicity = "1")
    Word word = new Word();

    @Option(
            names = "--statement",
            paramLabel = "N",
            description = "Only the statement it was interrupted at; the next run goes on there.")
    @Nullable
    Integer statement;

    @Mixin
    LockOptions lock = new LockOptions();

    @Override
    public ExitCode run(Invocation invocation) {
        Retort engine = invocation.changing(lock);
        RunResult result = statement == null
                ? engine.resolve(revision, word.applied)
                : engine.resolveStatement(revision, statement, word.applied);
        if (invocation.json()) {
            return Results.run(invocation, engine, result);
        }
        invocation.console().progress(RunText.resolved(result));
        return ExitCode.DONE;
    }
}
