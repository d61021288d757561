package dev.retort.internal.cli;

import dev.retort.Retort;
import dev.retort.Status;
import dev.retort.internal.cli.render.JsonDocuments;
import dev.retort.internal.cli.render.StatusText;
import dev.retort.internal.configuration.Setting;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        description = "Show where the database is, what is pending, and what is not as it should be.",
        footer = {
            "",
            "Not as they should be are: rows of the version table that no script explains, revisions below",
            "what is applied that never ran, scripts that were applied and are gone, and scripts that mean",
            "something else than what was run. The last three are known for what Retort itself applied.",
            "",
            "Examples:",
            "  retort status                      all of it",
            "  retort status --check              end with 6 if anything is pending or wrong",
            "  retort status --check-drift        also what was changed by other means than the scripts",
            "  retort status --json               the same for a program"
        })
final class StatusCommand implements Action {

    @Option(names = "--check", description = "End with exit code 6 if anything is pending or wrong.")
    boolean check;

    @Mixin
    DriftOption drift = new DriftOption();

    @Override
    public ExitCode run(Invocation invocation) {
        Map<Setting, List<String>> settings = new EnumMap<>(Setting.class);
        drift.addTo(settings);
        Retort engine = invocation.reading(settings);
        Status status = engine.status();
        Console console = invocation.console();
        Optional<List<String>> changed = drift.of(engine).map(found -> DriftOption.objects(found.changes()));
        if (invocation.json()) {
            console.result(JsonDocuments.status(status, changed));
        } else {
            console.result(new StatusText(console.palette()).of(status));
            changed.filter(objects -> !objects.isEmpty())
                    .ifPresent(objects -> console.warning("Changed by other means than the scripts: "
                            + String.join(", ", objects) + ". See what leads back with: " + drift.command()));
        }
        if (status.heads().isEmpty() && !invocation.json()) {
            Results.noteEmptiness(invocation, engine);
        }
        boolean clean = status.isClean() && changed.map(List::isEmpty).orElse(true);
        return check && !clean ? ExitCode.DIFFERENCES : ExitCode.DONE;
    }
}
