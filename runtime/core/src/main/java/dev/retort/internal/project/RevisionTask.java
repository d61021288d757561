package dev.retort.internal.project;

import dev.retort.GraphException.MultipleHeads;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.Revision;
import dev.retort.RevisionRequest;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.chain.RevisionFile;
import dev.retort.internal.graph.RevisionGraph;
import dev.retort.internal.header.Identifiers;
import dev.retort.internal.header.ScriptSource;
import dev.retort.internal.settings.Settings;
import dev.retort.internal.source.NewRevision;
import dev.retort.internal.source.OperationWriter;
import dev.retort.internal.source.RevisionBody;
import dev.retort.internal.source.RevisionWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the script of a new revision, after making sure that the graph stays one with it. */
public final class RevisionTask {

    private static final int ID_LENGTH = 12;

    private final Settings settings;
    private final Chain chain;
    private final RevisionGraph graph;

    public RevisionTask(Settings settings) {
        this(settings, Chain.read(settings.folders(), settings.home()));
    }

    /** @param chain the scripts that the new one comes after */
    RevisionTask(Settings settings, Chain chain) {
        this.settings = settings;
        this.chain = chain;
        this.graph = chain.graph();
    }

    /** With empty closures, or whatever else the template has. */
    public Path revision(RevisionRequest request) {
        return written(request, follow(request), RevisionWriter::write);
    }

    /** A revision that is not written yet, under the name that its file would have. */
    RevisionFile draft(RevisionRequest request, RevisionBody body) {
        Script script = script(request, follow(request), with(body));
        return RevisionFile.of(
                script.file(), new ScriptSource(Chain.display(script.file(), settings.home()), script.text()));
    }

    void write(RevisionFile draft) {
        create(draft.path(), draft.source().text());
    }

    private Wording with(RevisionBody body) {
        OperationWriter operations = new OperationWriter(settings.scripts().naming());
        return (writer, revision) -> writer.write(revision, body, operations);
    }

    private List<Revision> follow(RevisionRequest request) {
        List<String> heads = request.heads().isEmpty() ? List.of("head") : request.heads();
        List<Revision> parents = parents(heads);
        if (!request.splice()) {
            refuseFollowed(parents);
        }
        return parents;
    }

    public Path merge(RevisionRequest request) {
        List<Revision> parents = parents(request.heads());
        if (parents.isEmpty()) {
            throw nothingToMerge("There is nothing to merge", "");
        }
        if (!request.splice()) {
            refuseAncestors(parents);
            refuseFollowed(parents);
            if (parents.size() < 2) {
                throw nothingToMerge(
                        "There is only " + parents.get(0).id() + " to merge",
                        ", or write a revision that follows it alone with --splice");
            }
        }
        return written(request, parents, RevisionWriter::write);
    }

    private static RetortException nothingToMerge(String what, String orElse) {
        return new RetortException(
                Kind.SCRIPT,
                Problem.of(what + "; a merge joins two revisions or more.")
                        .withHint("See what there is with: retort heads" + orElse));
    }

    /** A script that is not written yet. */
    private record Script(Path file, String text) {}

    private interface Wording {
        String write(RevisionWriter writer, NewRevision revision);
    }

    private Path written(RevisionRequest request, List<Revision> parents, Wording wording) {
        Script script = script(request, parents, wording);
        create(script.file(), script.text());
        return script.file();
    }

    private Script script(RevisionRequest request, List<Revision> parents, Wording wording) {
        String id = request.revisionId() == null ? randomId() : request.revisionId();
        Identifiers.refuseRevision(id).ifPresent(RevisionTask::refuse);
        request.branchLabels().forEach(label -> Identifiers.refuseLabel(label).ifPresent(RevisionTask::refuse));
        refuseTaken(id, request.branchLabels());
        ZonedDateTime now = settings.newRevisions().now().truncatedTo(ChronoUnit.SECONDS);
        String message = request.message() == null ? "" : request.message();
        Path file = folder(request.versionPath(), parents)
                .resolve(settings.newRevisions().fileNames().name(id, message, now) + ".groovy");
        List<String> dependencies = dependencies(request.dependsOn());
        refuseBrokenGraph(new Revision(
                id,
                ids(parents),
                request.branchLabels(),
                dependencies,
                request.message(),
                Chain.display(file, settings.home())));
        NewRevision revision = new NewRevision(
                id,
                ids(parents),
                request.branchLabels(),
                dependencies,
                request.message(),
                now.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        return new Script(file, wording.write(writer(), revision));
    }

    private List<Revision> parents(List<String> targets) {
        Set<Revision> parents = new LinkedHashSet<>();
        for (String target : targets) {
            try {
                parents.addAll(graph.resolve(target, new TreeSet<>()));
            } catch (MultipleHeads e) {
                throw severalHeads(e);
            }
        }
        return List.copyOf(parents);
    }

    private static RetortException severalHeads(MultipleHeads several) {
        String heads = several.heads().stream()
                .map(head -> head.id() + " (" + head.file() + ")")
                .collect(Collectors.joining(", "));
        String ids = several.heads().stream().map(Revision::id).collect(Collectors.joining(" "));
        return new RetortException(
                Kind.SCRIPT,
                List.of(Problem.of("There are several heads: " + heads + ".")
                        .withHint("Say which one to follow with --head, or join them with: retort merge " + ids
                                + " -m \"…\"")),
                several);
    }

    private void refuseFollowed(List<Revision> parents) {
        Set<Revision> heads = Set.copyOf(graph.heads());
        for (Revision parent : parents) {
            if (!heads.contains(parent)) {
                throw new RetortException(
                        Kind.SCRIPT,
                        Problem.of("Revision " + parent.id() + " is not a head.")
                                .withHint("Add --splice to begin a new branch there."));
            }
        }
    }

    private void refuseAncestors(List<Revision> parents) {
        for (Revision parent : parents) {
            Set<Revision> lineage = new LinkedHashSet<>(graph.lineage(List.of(parent.id())));
            for (Revision other : parents) {
                if (!other.equals(parent) && lineage.contains(other)) {
                    throw new RetortException(
                            Kind.SCRIPT,
                            Problem.of("Revision " + parent.id() + " already follows " + other.id()
                                            + "; there is nothing to merge.")
                                    .withHint(
                                            "Leave " + other.id() + " out, or name both all the same with --splice."));
                }
            }
        }
    }

    /** Ids in full; a label stays a label, which may come to mean another revision. */
    private List<String> dependencies(List<String> targets) {
        Set<String> labels = graph.revisions().stream()
                .flatMap(revision -> revision.branchLabels().stream())
                .collect(Collectors.toSet());
        List<String> dependencies = new ArrayList<>();
        for (String target : targets) {
            if (labels.contains(target)) {
                dependencies.add(target);
            } else {
                dependencies.addAll(ids(graph.resolve(target, new TreeSet<>())));
            }
        }
        return dependencies;
    }

    /** Names what is taken; the graph itself would speak of a file that nobody wrote. */
    private void refuseTaken(String id, List<String> labels) {
        for (Revision revision : graph.revisions()) {
            String named = revision.id() + " (" + revision.file() + ")";
            if (revision.id().equals(id)) {
                throw taken("The revision id \"" + id + "\" is taken by " + revision.file() + ".", "--rev-id");
            }
            if (revision.branchLabels().contains(id)) {
                throw taken("The revision id \"" + id + "\" is a branch label of " + named + ".", "--rev-id");
            }
            for (String label : labels) {
                if (revision.branchLabels().contains(label)) {
                    throw taken("The branch label \"" + label + "\" is taken by " + named + ".", "--branch-label");
                }
                if (revision.id().equals(label)) {
                    throw taken(
                            "The branch label \"" + label + "\" is the id of " + revision.file() + ".",
                            "--branch-label");
                }
            }
        }
    }

    private static RetortException taken(String sentence, String option) {
        return new RetortException(
                Kind.USAGE, Problem.of(sentence).withHint("Choose another " + option + "; nothing was written."));
    }

    private void refuseBrokenGraph(Revision added) {
        List<Revision> all = new ArrayList<>(graph.revisions());
        all.add(added);
        RevisionGraph.of(all, Chain.display(settings.folders(), settings.home()));
    }

    private Path folder(@Nullable String versionPath, List<Revision> parents) {
        List<Path> folders = settings.folders();
        if (versionPath != null) {
            Path named = settings.home().resolve(versionPath).normalize();
            if (!folders.contains(named)) {
                throw new RetortException(
                        Kind.USAGE,
                        Problem.of("The folder \"" + versionPath + "\" is not one of those where migrations are.")
                                .withHint("They are: " + Chain.display(folders, settings.home()) + "."));
            }
            return named;
        }
        if (folders.size() == 1) {
            return folders.get(0);
        }
        Set<Path> ofParents = parents.stream()
                .map(parent -> Optional.ofNullable(
                                chain.file(parent.id()).path().getParent())
                        .orElse(settings.home()))
                .collect(Collectors.toSet());
        if (ofParents.size() != 1) {
            throw new RetortException(
                    Kind.USAGE,
                    Problem.of("There are several folders of migrations, and none follows from what comes before.")
                            .withHint("Choose one with --version-path: " + Chain.display(folders, settings.home())
                                    + "."));
        }
        return ofParents.iterator().next();
    }

    private RevisionWriter writer() {
        Optional<Path> named = settings.newRevisions().template();
        if (named.isEmpty()) {
            return new RevisionWriter();
        }
        Path template = settings.home().resolve(named.get());
        try {
            return new RevisionWriter(Files.readString(template));
        } catch (IOException e) {
            throw new RetortException(
                    Kind.USAGE,
                    List.of(Problem.of("The template of new revisions, " + Chain.display(template, settings.home())
                                    + ", cannot be read.")
                            .withHint("Correct revision_template in the configuration.")),
                    e);
        }
    }

    private void create(Path file, String text) {
        new ScriptOnDisk(file, Chain.display(file, settings.home())).create(text);
    }

    private static void refuse(String sentence) {
        throw new RetortException(Kind.USAGE, sentence);
    }

    private static List<String> ids(Collection<Revision> revisions) {
        return revisions.stream().map(Revision::id).toList();
    }

    static String randomId() {
        String random = UUID.randomUUID().toString().replace("-", "");
        return random.substring(random.length() - ID_LENGTH);
    }
}
