package dev.retort.internal.cli;

import dev.retort.Problem;
import dev.retort.Retort;
import dev.retort.RetortException;
import dev.retort.SchemaDifference;
import dev.retort.internal.configuration.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** For the commands that are to know whether the database was changed by other means than the scripts. */
final class DriftOption {

    @Option(
            names = "--check-drift",
            description = "Compare the schema with what the applied revisions made of it, as check --drift does.")
    boolean asked;

    @Mixin
    ScratchOption scratch = new ScratchOption();

    /** What is set by it, for the engine that is asked. */
    void addTo(Map<Setting, List<String>> settings) {
        scratch.addTo(settings, asked, "--check-drift");
    }

    /** Empty where it was not asked. */
    Optional<SchemaDifference> of(Retort engine) {
        return asked ? Optional.of(engine.drift()) : Optional.empty();
    }

    /** @throws RetortException of the kind DIFFERENCES, naming what was changed */
    void refuse(Retort engine) {
        List<SchemaDifference.Change> changes =
                of(engine).map(SchemaDifference::changes).orElse(List.of());
        if (!changes.isEmpty()) {
            throw new RetortException(
                    RetortException.Kind.DIFFERENCES,
                    Problem.of("The database was changed by other means than its revisions: "
                                    + String.join(", ", objects(changes)) + ". Nothing was run.")
                            .withHint("See what leads back with: " + command()));
        }
    }

    /** What shows more of it. */
    String command() {
        return scratch.asked ? "retort check --drift --scratch" : "retort check --drift";
    }

    static List<String> objects(List<SchemaDifference.Change> changes) {
        return changes.stream().map(SchemaDifference.Change::object).distinct().toList();
    }
}
