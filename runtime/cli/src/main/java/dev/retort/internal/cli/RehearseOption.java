package dev.retort.internal.cli;

import dev.retort.Problem;
import dev.retort.RetortException;
import picocli.CommandLine.Option;

/** For the commands that run scripts. */
final class RehearseOption {

    @Option(
            names = "--rehearse",
            description =
                    "Run everything, report what each statement did, and undo it: in one transaction that is rolled back, or on a copy.")
    boolean asked;

    void refuseWith(boolean sql, BackupOption backup) {
        if (asked && sql) {
            throw usage("--sql runs nothing, so there is nothing to rehearse.", "Leave one of them out.");
        }
        if (asked && backup.file != null) {
            throw usage("--rehearse changes nothing, so there is nothing to back up.", "Leave one of them out.");
        }
    }

    private static RetortException usage(String sentence, String hint) {
        return new RetortException(
                RetortException.Kind.USAGE, Problem.of(sentence).withHint(hint));
    }
}
