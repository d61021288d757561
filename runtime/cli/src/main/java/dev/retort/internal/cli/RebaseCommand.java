package dev.retort.internal.cli;

import dev.retort.Rebased;
import dev.retort.internal.cli.render.JsonDocuments;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rebase",
        description = "Make a revision that is not applied yet follow another one, in its file's header.",
        footer = {
            "",
            "Only the statement downRevision is changed. What is applied in the database is refused, as far",
            "as the database can be reached.",
            "",
            "Examples:",
            "  retort rebase 4f1c --onto c3d4     4f1c follows c3d4 from now on",
            "  retort rebase 4f1c --onto base     4f1c follows nothing",
            "  retort rebase 4f1c --onto c3d4 --dry-run   show the change, and make none"
        })
final class RebaseCommand implements Action {

    @Parameters(paramLabel = "REV", converter = Positional.class, description = "An id or its beginning, LABEL@head.")
    String revision = "";

    @Option(
            names = "--onto",
            paramLabel = "REV",
            required = true,
            description = "What it is to follow; \"base\" for nothing.")
    String onto = "";

    @Option(names = "--dry-run", description = "Show the change, and make none.")
    boolean dryRun;

    @Override
    public ExitCode run(Invocation invocation) {
        Rebased rebased = invocation.engine().rebase(revision, onto, dryRun);
        Console console = invocation.console();
        if (!rebased.databaseAsked()) {
            console.warning("No database could be asked whether " + rebased.revision() + " is applied already.");
        }
        String file = Results.name(invocation, rebased.file());
        if (invocation.json()) {
            console.result(JsonDocuments.rebased(rebased, file, !dryRun && rebased.isChange()));
        } else if (!rebased.isChange()) {
            console.progress("Nothing to do: " + rebased.revision() + " follows that already.");
        } else if (dryRun) {
            console.result(change(rebased, file));
        } else {
            console.result(file);
        }
        return ExitCode.DONE;
    }

    private static String change(Rebased rebased, String file) {
        List<String> lines = new ArrayList<>(List.of(file));
        if (rebased.before() != null) {
            rebased.before().lines().forEach(line -> lines.add("- " + line));
        }
        if (rebased.after() != null) {
            lines.add("+ " + rebased.after());
        }
        return String.join("\n", lines);
    }
}
