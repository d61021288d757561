package dev.retort.internal.cli;

import dev.retort.Problem;
import dev.retort.Retort;
import dev.retort.RetortException;
import dev.retort.RunResult;
import dev.retort.internal.cli.render.RunText;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "stamp",
        description = "Write down where the database is, and run nothing.",
        footer = {
            "",
            "Examples:",
            "  retort stamp head                  the schema is there already: mark it as such",
            "  retort stamp a1b2 c3d4             is at two branches",
            "  retort stamp base                  nothing is applied",
            "  retort stamp --purge head          forget what was written down, whatever it is"
        })
final class StampCommand implements Action {

    @Parameters(
            arity = "1..*",
            paramLabel = "REVS",
            converter = Positional.class,
            description = "head, heads, base, ids or their beginnings, LABEL@head, LABEL@base.")
    List<String> targets = new ArrayList<>();

    @Option(names = "--purge", description = "Empty the version table first, unknown revisions too.")
    boolean purge;

    @Option(names = "--sql", description = "Print the SQL instead of running it.")
    boolean sql;

    @Mixin
    LockOptions lock = new LockOptions();

    @Override
    public ExitCode run(Invocation invocation) {
        invocation.refuseJsonWithSql(sql);
        if (sql && purge) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.of("--purge cannot go with --sql.").withHint("Leave one of them out."));
        }
        Retort engine = sql ? invocation.reading() : invocation.changing(lock);
        if (sql) {
            return Results.sql(invocation, script -> engine.stampSql(targets, false, script));
        }
        RunResult result = engine.stamp(targets, purge);
        boolean changed =
                !result.rows().equals(result.from()) || !result.stamped().isEmpty();
        if (!invocation.json() && changed) {
            invocation.console().progress(RunText.stamped(result));
            return ExitCode.DONE;
        }
        return Results.run(invocation, engine, result);
    }
}
