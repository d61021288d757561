package dev.retort.internal.cli;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.configuration.Setting;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** For the commands that compare a database with what its revisions made of it. */
final class ScratchOption {

    @Option(
            names = "--scratch",
            description = "Run the applied revisions in a database beside this one, which is dropped again, where their"
                    + " SQL does not reveal what it does (RETORT_SCRATCH).")
    boolean asked;

    /** @throws RetortException of the kind USAGE where there is no comparison to be made with it */
    void addTo(Map<Setting, List<String>> settings, boolean compares, String comparison) {
        if (asked && !compares) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.of("--scratch is an option of " + comparison + ".").withHint("Add " + comparison + "."));
        }
        if (asked) {
            settings.put(Setting.SCRATCH, List.of("true"));
        }
    }
}
