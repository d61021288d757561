package dev.retort.internal.cli;

import dev.retort.Finding;
import dev.retort.internal.cli.render.FindingsText;
import dev.retort.internal.cli.render.HistoryDocuments;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "validate",
        description = "Compare what was applied with the scripts; end with 6 where they differ.",
        footer = {
            "",
            "Found are scripts that say something else than what was applied, with the difference; scripts that",
            "are gone; rows of the version table that nothing explains; revisions below what is applied that never",
            "ran; and those that were interrupted. Comments, spacing, line ends, and the header's message,",
            "description and date do not count.",
            "",
            "Examples:",
            "  retort validate                    all that differs",
            "  retort validate --json             the same for a program",
            "  retort repair 4f1c                 accept it"
        })
final class ValidateCommand implements Action {

    @Override
    public ExitCode run(Invocation invocation) {
        List<Finding> findings = invocation.reading().validate();
        Console console = invocation.console();
        if (invocation.json()) {
            console.result(HistoryDocuments.findings(findings));
        } else if (findings.isEmpty()) {
            console.progress("The scripts are what was applied.");
        } else {
            console.result(new FindingsText(console.palette()).of(findings));
        }
        return findings.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENCES;
    }
}
