package dev.retort.internal.cli;

import dev.retort.Retort;
import dev.retort.RetortBuilder;
import dev.retort.internal.configuration.Configuration;
import dev.retort.internal.configuration.Setting;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "downgrade",
        description = "Revert revisions down to a target.",
        footer = {
            "",
            "Examples:",
            "  retort downgrade                   go one revision back",
            "  retort downgrade -3                go three back",
            "  retort downgrade 4f1c              down to that revision, which stays",
            "  retort downgrade base              revert everything",
            "  retort downgrade billing@-1        go one back on the branch \"billing\"",
            "  retort downgrade -1 --rehearse     run it, report how long it takes and what it locks, and undo it",
            "  retort downgrade -1 --sql          print the SQL instead of running it"
        })
final class DowngradeCommand implements Action {

    @Parameters(
            arity = "0..1",
            paramLabel = "TARGET",
            defaultValue = "-1",
            converter = Positional.class,
            description = "base, an id or its beginning, -N, REV-N, LABEL@-N; with --sql also FROM:TO. Without it: -1.")
    String target = "-1";

    @Option(
            names = "--sql",
            description =
                    "Print the SQL instead of running it: from where the database is, or from FROM of FROM:TO, without one.")
    boolean sql;

    @Mixin
    RehearseOption rehearse = new RehearseOption();

    @Mixin
    BackupOption backup = new BackupOption();

    @Mixin
    IsolateOption isolate = new IsolateOption();

    @Mixin
    LockPolicyOptions lockPolicy = new LockPolicyOptions();

    @Override
    public ExitCode run(Invocation invocation) {
        invocation.refuseJsonWithSql(sql);
        backup.refuseWithSql(sql);
        rehearse.refuseWith(sql, backup);
        Map<Setting, List<String>> settings = lockPolicy.settings();
        isolate.addTo(settings);
        Configuration configuration = invocation.configuration(settings);
        RetortBuilder builder = invocation.builder(configuration);
        backup.configure(builder);
        Retort engine = builder.build();
        if (sql) {
            invocation.reportDoubtfulDatabase(configuration, engine);
        } else {
            invocation.reportDatabase(configuration, engine);
        }
        if (rehearse.asked) {
            return Results.rehearsal(invocation, engine.rehearseDowngrade(target));
        }
        if (sql) {
            return Results.sql(invocation, script -> engine.downgradeSql(target, script));
        }
        return Results.run(invocation, engine, engine.downgrade(target));
    }
}
