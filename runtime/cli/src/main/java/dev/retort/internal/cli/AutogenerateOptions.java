package dev.retort.internal.cli;

import dev.retort.Problem;
import dev.retort.RetortException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** For {@code revision}: what is to be in the script. */
final class AutogenerateOptions {

    private static final String DROP = "drop";

    @Option(names = "--autogenerate", description = "Write what leads from the database to the model.")
    boolean given;

    @Option(
            names = "--from-database",
            description = "Write the first revision of a project, which rebuilds the database as it is.")
    boolean fromDatabase;

    @Option(
            names = "--with-rows",
            paramLabel = "TABLE",
            split = ",",
            description = "With --from-database: also the rows of these tables, in this order.")
    List<String> rowsOf = new ArrayList<>();

    @Mixin
    ModelOptions model = new ModelOptions();

    @Option(
            names = "--assume",
            paramLabel = "drop",
            description = "What has another name in the model is dropped and created, without a question.")
    @Nullable
    String assume;

    @Option(
            names = "--safe",
            description = "For a database in use: look at the rows that are there in a second revision, without keeping"
                    + " others from them.")
    boolean safe;

    @Option(
            names = "--fill",
            paramLabel = "TABLE.COLUMN=VALUE",
            description = "What rows that are there get in a column that must have a value from now on, and has no"
                    + " default; may be repeated.")
    List<String> fills = new ArrayList<>();

    @Option(names = "--dry-run", description = "Print the script instead of writing it.")
    boolean dryRun;

    @Option(names = "--sql", description = "Print the SQL of the changes instead of writing a script of them.")
    boolean sql;

    boolean assumesDrop() {
        if (assume != null && !assume.equals(DROP)) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.of("Invalid value \"" + assume + "\" for --assume. Allowed: drop."));
        }
        return assume != null;
    }

    /** Values by their columns. */
    Map<String, String> fills() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String fill : fills) {
            int sign = fill.indexOf('=');
            if (sign < 1) {
                throw usage(
                        "Invalid value \"" + fill + "\" for --fill.",
                        "Write the column, =, and the value: --fill projects.priority=0");
            }
            all.put(fill.substring(0, sign), fill.substring(sign + 1));
        }
        return all;
    }

    /** @throws RetortException of the kind USAGE where an option has no meaning without {@code --autogenerate} */
    void check() {
        boolean more = model.target != null
                || !model.renames.isEmpty()
                || model.isFromChain()
                || assumesDrop()
                || !fills.isEmpty();
        if (safe && !given) {
            throw usage("--safe writes one revision or two that lead to a model.", "Add --autogenerate.");
        } else if (given && fromDatabase) {
            throw usage("--autogenerate and --from-database exclude each other.", "Leave one of them out.");
        } else if (!given && more) {
            throw usage(
                    "--target, --from, --rename, --assume and --fill are options of a comparison.",
                    "Add --autogenerate.");
        } else if (!given && !fromDatabase && (dryRun || sql)) {
            throw usage(
                    (sql ? "--sql" : "--dry-run") + " prints what would be written of a database.",
                    "Add --autogenerate or --from-database.");
        } else if (dryRun && sql) {
            throw usage("--dry-run prints a script, and --sql its SQL.", "Leave one of them out.");
        } else if (!fromDatabase && !rowsOf.isEmpty()) {
            throw usage("--with-rows names what is written besides a schema.", "Add --from-database.");
        }
    }

    private static RetortException usage(String sentence, String hint) {
        return new RetortException(
                RetortException.Kind.USAGE, Problem.of(sentence).withHint(hint));
    }
}
