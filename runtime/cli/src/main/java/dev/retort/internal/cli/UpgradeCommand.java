package dev.retort.internal.cli;

import dev.retort.Retort;
import dev.retort.RetortBuilder;
import dev.retort.RunResult;
import dev.retort.internal.configuration.Configuration;
import dev.retort.internal.configuration.Setting;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "upgrade",
        description = "Apply revisions up to a target.",
        footer = {
            "",
            "Examples:",
            "  retort upgrade head                apply everything",
            "  retort upgrade +1                  apply the next one",
            "  retort upgrade 4f1c                up to the revision whose id begins so",
            "  retort upgrade billing@head        up to the head of the branch \"billing\"",
            "  retort upgrade head --out-of-order also what was put below applied revisions and never ran",
            "  retort upgrade head --backup before.dump",
            "                                     copy the database into that file first",
            "  retort upgrade head --rehearse     run it, report how long it takes and what it locks, and undo it",
            "  retort upgrade head --sql          print the SQL instead of running it"
        })
final class UpgradeCommand implements Action {

    @Parameters(
            paramLabel = "TARGET",
            converter = Positional.class,
            description = "head, heads, an id or its beginning, +N, REV+N, LABEL@head; with --sql also FROM:TO.")
    String target = "";

    @Option(
            names = "--sql",
            description =
                    "Print the SQL instead of running it: from where the database is, or from FROM of FROM:TO, without one.")
    boolean sql;

    @Option(
            names = "--strict",
            description =
                    "End with 3 where the database is ahead of the scripts, as after a newer release (RETORT_STRICT).")
    boolean strict;

    @Mixin
    OutOfOrderOption unordered = new OutOfOrderOption();

    @Mixin
    RehearseOption rehearse = new RehearseOption();

    @Mixin
    DriftOption drift = new DriftOption();

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
        Configuration configuration = invocation.configuration(settings());
        RetortBuilder builder = unordered.configure(invocation.builder(configuration));
        backup.configure(builder);
        new LintRules(configuration).configure(builder);
        Retort engine = builder.build();
        if (sql) {
            invocation.reportDoubtfulDatabase(configuration, engine);
        } else {
            invocation.reportDatabase(configuration, engine);
        }
        drift.refuse(engine);
        if (rehearse.asked) {
            return Results.rehearsal(invocation, engine.rehearseUpgrade(target));
        }
        if (sql) {
            return Results.sql(invocation, script -> engine.upgradeSql(target, script));
        }
        RunResult result = engine.upgrade(target);
        return Results.run(invocation, engine, result);
    }

    private Map<Setting, List<String>> settings() {
        Map<Setting, List<String>> settings = lockPolicy.settings();
        isolate.addTo(settings);
        drift.addTo(settings);
        if (strict) {
            settings.put(Setting.STRICT, List.of("true"));
        }
        return settings;
    }
}
