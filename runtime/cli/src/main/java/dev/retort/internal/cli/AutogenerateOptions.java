package dev.retort.internal.cli;

import dev.retort.Problem;
import dev.retort.RetortException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** For {@code revision}: what is to be in the script. */
final class AutogenerateOptions {

    private static final String DROP = "drop";

    @Option(names = "--autogenerate", description = "Write what leads from the database to the model.")
    boolean given;

    @Mixin
    ModelOptions model = new ModelOptions();

    @Option(
            names = "--assume",
            paramLabel = "drop",
            description = "What has another name in the model is dropped and created, without a question.")
    @Nullable
    String assume;

    @Option(names = "--dry-run", description = "Print the script instead of writing it.")
    boolean dryRun;

    boolean assumesDrop() {
        if (assume != null && !assume.equals(DROP)) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.of("Invalid value \"" + assume + "\" for --assume. Allowed: drop."));
        }
        return assume != null;
    }

    /** @throws RetortException of the kind USAGE where an option has no meaning without {@code --autogenerate} */
    void check() {
        boolean more = model.target != null || !model.renames.isEmpty() || model.isFromChain() || assumesDrop();
        if (!given && (more || dryRun)) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.of("--target, --from, --rename, --assume and --dry-run are options of a comparison.")
                            .withHint("Add --autogenerate."));
        }
    }
}
