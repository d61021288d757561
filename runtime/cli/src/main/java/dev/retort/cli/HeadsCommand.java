package dev.retort.cli;

import dev.retort.RevisionView;
import dev.retort.error.Problem;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "heads",
        description = "List the revisions that no other follows.",
        footer = {
            "",
            "Examples:",
            "  retort heads                         one line a head",
            "  retort heads --resolve-dependencies  without those another revision depends on",
            "  retort heads --check                 end with 6 if there are several, and say whose they are"
        })
final class HeadsCommand implements Action {

    @Option(names = "--resolve-dependencies", description = "Leave out heads that another revision depends on.")
    boolean resolveDependencies;

    @Option(
            names = "--check",
            description = "End with exit code 6 if there are several, and name their files, and authors where git"
                    + " knows them.")
    boolean check;

    @Override
    public boolean hasLongForm() {
        return true;
    }

    @Override
    public ExitCode run(Invocation invocation) {
        List<RevisionView> heads = invocation.engine().heads(resolveDependencies);
        ExitCode listed =
                Results.revisions(invocation, heads, invocation.console().revisions()::headLine);
        if (!check || heads.size() < 2) {
            return listed;
        }
        Authors authors = new Authors();
        String files = heads.stream()
                .map(head -> head.id() + " (" + head.file()
                        + authors.of(invocation
                                        .surroundings()
                                        .workingDirectory()
                                        .resolve(head.file()))
                                .map(author -> ", " + author)
                                .orElse("")
                        + ")")
                .collect(Collectors.joining(", "));
        String ids = heads.stream().map(RevisionView::id).collect(Collectors.joining(" "));
        invocation
                .console()
                .problem(Problem.of("There are " + heads.size() + " heads: " + files + ".")
                        .withHint("Put one onto the other with: retort rebase "
                                + heads.get(1).id() + " --onto " + heads.get(0).id()
                                + ", or join them with: retort merge " + ids));
        return ExitCode.DIFFERENCES;
    }
}
