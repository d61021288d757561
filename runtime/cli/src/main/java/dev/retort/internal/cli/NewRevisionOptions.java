package dev.retort.internal.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** For the commands that write a revision. */
final class NewRevisionOptions {

    @Option(
            names = {"-m", "--message"},
            paramLabel = "MESSAGE",
            description = "What it does, in a few words.")
    @Nullable
    String message;

    @Option(names = "--rev-id", paramLabel = "ID", description = "Its id. Without it: a random one.")
    @Nullable
    String revisionId;

    @Option(names = "--splice", description = "Let it follow a revision that is not a head, making a branch point.")
    boolean splice;

    @Option(names = "--branch-label", paramLabel = "LABEL", description = "A name for the branch; may be repeated.")
    List<String> branchLabels = new ArrayList<>();
}
