package dev.retort.internal.cli;

import dev.retort.Finding;
import dev.retort.Repaired;
import dev.retort.internal.cli.render.FindingsText;
import dev.retort.internal.cli.render.HistoryDocuments;
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
            "  retort repair                      list what could be accepted",
            "  retort validate                    the same, and more, with the differences",
            "  retort repair 4f1c                 accept the script of that revision",
            "  retort log 4f1c                    who accepted it, and when"
        })
final class RepairCommand implements Action {

    @Parameters(
            arity = "0..*",
            paramLabel = "REVS",
            converter = Positional.class,
            description = "Ids or their beginnings. Without any: lists what could be accepted.")
    List<String> revisions = new ArrayList<>();

    @Mixin
    LockOptions lock = new LockOptions();

    @Override
    public ExitCode run(Invocation invocation) {
        if (revisions.isEmpty()) {
            return list(invocation);
        }
        List<Repaired> repaired = invocation.changing(lock).repair(revisions);
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

    /** Nobody means all of them who names none. */
    private ExitCode list(Invocation invocation) {
        List<Finding> acceptable = invocation.reading().validate().stream()
                .filter(found -> found.kind() == Finding.Kind.EDITED || found.kind() == Finding.Kind.DELETED)
                .toList();
        Console console = invocation.console();
        if (invocation.json()) {
            console.result(HistoryDocuments.findings(acceptable));
        } else if (acceptable.isEmpty()) {
            console.progress("Nothing to repair: the scripts are what was applied.");
        } else {
            console.result(new FindingsText(console.palette()).sentences(acceptable));
        }
        return ExitCode.DONE;
    }
}
