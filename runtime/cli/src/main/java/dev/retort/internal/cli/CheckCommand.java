package dev.retort.internal.cli;

import dev.retort.DifferenceOptions;
import dev.retort.SchemaDifference;
import dev.retort.SchemaSnapshot;
import dev.retort.internal.cli.render.SchemaDocuments;
import dev.retort.internal.configuration.Setting;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        description = "Compare the database with the model; end with 6 where they differ.",
        footer = {
            "",
            "What is printed are the operations that lead to the model, as revision --autogenerate writes them. With",
            "--drift, those that lead back to what the applied revisions made of the database.",
            "",
            "Examples:",
            "  retort check                                the database against the model",
            "  retort check --from chain                   the scripts against the model, without a database",
            "  retort check --drift                        what was changed by other means than the scripts"
        })
final class CheckCommand implements Action {

    @Mixin
    ModelOptions model = new ModelOptions();

    @Option(names = "--drift", description = "Compare the database with what its applied revisions made of it.")
    boolean drift;

    @Option(names = "--strict", description = "With --drift: objects that no script ever created are differences, too.")
    boolean strict;

    @Mixin
    ScratchOption scratch = new ScratchOption();

    @Override
    public ExitCode run(Invocation invocation) {
        ModelComparison comparison = new ModelComparison(invocation, model, settings());
        SchemaSnapshot from = comparison.present();
        SchemaSnapshot to = drift ? comparison.engine().appliedSchema() : comparison.model();
        DifferenceOptions options = comparison.options();
        SchemaDifference difference = from.differenceTo(to, drift && !strict ? options.withoutUnmanaged() : options);
        Console console = invocation.console();
        if (invocation.json()) {
            console.result(SchemaDocuments.difference(difference, from, to));
            return difference.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENCES;
        }
        from.problems().forEach(problem -> console.warning(problem.toString()));
        SchemaSource.remarks(from).forEach(console::warning);
        SchemaSource.remarks(to).forEach(console::warning);
        if (drift && !(to.isComplete() && to.uncertain().isEmpty())) {
            console.progress("What of this was changed by other means is found with: retort check --drift --scratch");
        }
        if (difference.isEmpty()) {
            console.result(drift ? "The database is as its revisions made it." : "The schema and the model are equal.");
            return ExitCode.DONE;
        }
        DifferenceOutput.print(difference, console);
        return ExitCode.DIFFERENCES;
    }

    private Map<Setting, List<String>> settings() {
        Map<Setting, List<String>> settings = new EnumMap<>(Setting.class);
        settings.putAll(model.settings());
        scratch.addTo(settings, drift, "--drift");
        return settings;
    }
}
