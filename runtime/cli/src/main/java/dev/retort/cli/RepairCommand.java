package dev.retort.cli;

import dev.retort.Repaired;
import dev.retort.cli.render.HistoryDocuments;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "repair",
        description = "Accept that scripts are not what was applied, and write that into the history.",
        footer = {
            "",
            "What an edited script says now stands for the revision from then on. Of a script that is gone, and",
            "that nothing needs any more, it is accepted that it is gone. Nothing is run. Each revision is named",
            "by its id or the beginning of it; where one of them has nothing to accept, none is accepted.",
            "",
            "Examples:",
            "  retort validate                    see what differs",
            "  retort repair 4f1c                 accept the script of that revision",
            "  retort log 4f1c                    who accepted it, and when"
        })
final class RepairCommand implements Action {

    @Parameters(
            arity = "1..*",
            paramLabel = "REVS",
            converter = Positional.class,
            description = "Ids or their beginnings.")
    List<String> revisions = new ArrayList<>();

    @Mixin
    LockOptions lock = new LockOptions();

    @Override
    public ExitCode run(Invocation invocation) {
        List<Repaired> repaired = invocation.engine(lock).repair(revisions);
        if (invocation.json()) {
            invocation.console().result(HistoryDocuments.repaired(repaired));
            return ExitCode.DONE;
        }
        for (Repaired one : repaired) {
            String what = one.file() == null ? "its script is gone." : one.file() + " is what was applied.";
            invocation.console().progress("Accepted for " + one.revision() + ": " + what);
        }
        return ExitCode.DONE;
    }
}
