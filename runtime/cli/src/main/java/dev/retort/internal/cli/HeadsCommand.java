package dev.retort.internal.cli;

import dev.retort.Problem;
import dev.retort.Retort;
import dev.retort.RevisionView;
import dev.retort.internal.cli.render.Author;
import dev.retort.internal.cli.render.JsonDocuments;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        Retort engine = invocation.engine();
        List<RevisionView> heads = engine.heads(resolveDependencies);
        if (!check) {
            return listed(invocation, heads);
        }
        Map<String, Author> authors = authors(invocation, heads);
        if (invocation.json()) {
            invocation.console().result(JsonDocuments.authored(heads, authors));
        } else {
            listed(invocation, heads);
        }
        if (heads.size() < 2) {
            return ExitCode.DONE;
        }
        String files = heads.stream()
                .map(head -> head.id() + " ("
                        + Stream.of(head.file(), authors.get(head.file()))
                                .filter(Objects::nonNull)
                                .map(Object::toString)
                                .collect(Collectors.joining(", "))
                        + ")")
                .collect(Collectors.joining(", "));
        String ids = heads.stream().map(RevisionView::id).collect(Collectors.joining(" "));
        invocation
                .console()
                .problem(Problem.of("There are " + heads.size() + " heads: " + files + ".")
                        .withHint(new OneHead(engine)
                                        .rebase(heads)
                                        .map(rebase -> "Put one onto the other with: " + rebase + ", or join")
                                        .orElse("Join")
                                + " them with: retort merge " + ids));
        return ExitCode.DIFFERENCES;
    }

    private static ExitCode listed(Invocation invocation, List<RevisionView> heads) {
        return Results.revisions(invocation, heads, invocation.console().revisions()::headLine);
    }

    /** By file; without those whom git does not know. */
    private static Map<String, Author> authors(Invocation invocation, List<RevisionView> heads) {
        Authors git = new Authors();
        Path here = invocation.process().workingDirectory();
        Map<String, Author> authors = new HashMap<>();
        heads.forEach(head -> git.of(here.resolve(head.file())).ifPresent(author -> authors.put(head.file(), author)));
        return authors;
    }
}
