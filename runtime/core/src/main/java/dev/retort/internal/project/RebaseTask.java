package dev.retort.internal.project;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.Rebased;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.Revision;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.chain.RevisionFile;
import dev.retort.internal.connect.Connections;
import dev.retort.internal.graph.RevisionGraph;
import dev.retort.internal.record.State;
import dev.retort.internal.settings.Settings;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes a revision that nobody has applied yet follow another one, after making sure that the graph stays one. */
public final class RebaseTask {

    private final Settings settings;
    private final Chain chain;
    private final RevisionGraph graph;

    public RebaseTask(Settings settings) {
        this.settings = settings;
        this.chain = Chain.read(settings.folders(), settings.home());
        this.graph = chain.graph();
    }

    public Rebased rebase(String target, String onto, boolean dryRun) {
        Revision revision = one(target);
        List<String> parents =
                onto.equals("base") ? List.of() : List.of(one(onto).id());
        refuseBrokenGraph(revision, parents);
        boolean asked = refuseApplied(revision);
        RevisionFile file = chain.file(revision.id());
        HeaderEdit edit = new HeaderEdit(file.source(), file.header());
        Rebased rebased = new Rebased(
                revision.id(),
                file.path(),
                revision.downRevisions(),
                parents,
                orNull(edit.statement()),
                orNull(edit.statement(parents)),
                asked);
        if (rebased.isChange() && !dryRun) {
            new ScriptOnDisk(file.path(), file.file()).replace(file.source().text(), edit.text(parents));
        }
        return rebased;
    }

    private static @Nullable String orNull(String statement) {
        return statement.isEmpty() ? null : statement;
    }

    private Revision one(String target) {
        List<Revision> found = graph.resolve(target, new TreeSet<>());
        if (found.size() != 1) {
            throw new RetortException(
                    Kind.USAGE,
                    Problem.of("\"" + target + "\" names " + (found.isEmpty() ? "no revision" : "several revisions")
                                    + ", and a rebase takes one.")
                            .withHint("To see them: retort heads"));
        }
        return found.get(0);
    }

    private void refuseBrokenGraph(Revision revision, List<String> parents) {
        Revision moved = new Revision(
                revision.id(),
                parents,
                revision.branchLabels(),
                revision.dependsOn(),
                revision.message(),
                revision.file());
        List<Revision> all = graph.revisions().stream()
                .map(other -> other.equals(revision) ? moved : other)
                .toList();
        RevisionGraph.of(all, Chain.display(settings.folders(), settings.home()));
    }

    /** Whether there was a database to ask. */
    private boolean refuseApplied(Revision revision) {
        if (settings.connections().isEmpty()) {
            return false;
        }
        Connections connections = settings.connections().get();
        State state;
        try {
            state = connections.reading((connection, lock) ->
                    settings.store(connections.dialect(), connection).state());
        } catch (RetortException e) {
            if (e.kind() == Kind.UNREACHABLE) {
                return false;
            }
            throw e;
        }
        SortedSet<String> rows = new TreeSet<>(state.rows());
        rows.removeIf(row -> !graph.contains(row));
        if (graph.applied(rows).contains(revision.id())) {
            throw new RetortException(
                    Kind.SCRIPT,
                    Problem.at(
                                    Location.of(revision.file()),
                                    "Revision " + revision.id() + " is applied in the database " + connections.display()
                                            + ", and stays where it is.")
                            .withHint("To move it all the same, revert it first: retort downgrade " + revision.id()
                                    + "-1"));
        }
        return true;
    }
}
