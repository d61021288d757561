package dev.retort.internal.cli;

import dev.retort.Finding;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.cli.render.FindingsText;
import dev.retort.internal.cli.render.HistoryDocuments;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
            "With --chain nothing that was applied is looked at: each script is upgraded and downgraded in its place in the",
            "chain, against the schema that the scripts before it make. What no earlier revision creates is an error of the",
            "script, and the command ends with 3.",
            "",
            "Examples:",
            "  retort validate                    all that differs",
            "  retort validate --chain            the scripts alone, without a database",
            "  retort validate --json             the same for a program",
            "  retort repair 4f1c                 accept it"
        })
final class ValidateCommand implements Action {

    @Option(names = "--chain", description = "Check the scripts against each other, without a database.")
    boolean chain;

    @Override
    public ExitCode run(Invocation invocation) {
        return chain ? chain(invocation) : applied(invocation);
    }

    private static ExitCode chain(Invocation invocation) {
        List<Problem> problems = invocation.engine().validateChain();
        if (!problems.isEmpty()) {
            throw new RetortException(RetortException.Kind.SCRIPT, problems);
        } else if (invocation.json()) {
            invocation.console().result(HistoryDocuments.findings(List.of()));
        } else {
            invocation.console().progress("Each script finds what it needs.");
        }
        return ExitCode.DONE;
    }

    private static ExitCode applied(Invocation invocation) {
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
