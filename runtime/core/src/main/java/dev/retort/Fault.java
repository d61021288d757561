package dev.retort;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One thing that keeps a set of scripts from being a graph. */
public sealed interface Fault {

    /** The problem as it is reported. */
    Problem problem();

    /** The kind of fault, as machine-readable output names it. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** Several scripts have the same revision id. */
    record DuplicateRevision(String id, List<String> files) implements Fault {
        @Override
        public Problem problem() {
            String where = files.get(files.size() - 1);
            String others = String.join(", ", files.subList(0, files.size() - 1));
            return Problem.at(Location.of(where), "The revision \"" + id + "\" is also in " + others + ".")
                    .withHint("Give one of them another id, or remove it.");
        }
    }

    /** A revision follows one that no script has. */
    record MissingParent(Revision revision, String parent, Optional<String> nearest, String searched) implements Fault {
        @Override
        public Problem problem() {
            return missing(revision, "down-revision", parent, nearest, searched);
        }
    }

    /** A revision depends on one that no script has. */
    record MissingDependency(Revision revision, String dependency, Optional<String> nearest, String searched)
            implements Fault {
        @Override
        public Problem problem() {
            return missing(revision, "dependency", dependency, nearest, searched);
        }
    }

    /**
     * Revisions that follow or depend on each other in a cycle.
     *
     * @param members the revisions of the cycle, by id
     * @param dependencies whether the cycle closes only through what depends on what
     */
    record Cycle(List<Revision> members, boolean dependencies) implements Fault {
        @Override
        public Problem problem() {
            String names = members.stream()
                    .map(member -> "\"" + member.id() + "\" (" + member.file() + ")")
                    .collect(Collectors.joining(", "));
            String verb = dependencies ? "depend on each other" : "follow each other";
            String sentence = members.size() == 1
                    ? "The revision \"" + members.get(0).id() + "\" "
                            + (dependencies ? "depends on itself." : "follows itself.")
                    : "These revisions " + verb + " in a cycle: " + names + ".";
            return Problem.at(Location.of(members.get(0).file()), sentence)
                    .withHint("Change " + (dependencies ? "dependsOn" : "downRevision") + " in one of them.");
        }
    }

    /** Two revisions give the same branch label. */
    record DuplicateLabel(String label, Revision first, Revision second) implements Fault {
        @Override
        public Problem problem() {
            return Problem.at(
                            Location.of(second.file()),
                            "The branch label \"" + label + "\" of \"" + second.id() + "\" is taken by \"" + first.id()
                                    + "\" (" + first.file() + ").")
                    .withHint("Label one of them only.");
        }
    }

    /** A branch label is also a revision id. */
    record LabelIsRevision(String label, Revision labelled, Revision named) implements Fault {
        @Override
        public Problem problem() {
            return Problem.at(
                            Location.of(labelled.file()),
                            "The branch label \"" + label + "\" is also a revision id (" + named.file() + ").")
                    .withHint("Take another label.");
        }
    }

    private static Problem missing(
            Revision revision, String what, String name, Optional<String> nearest, String searched) {
        @Nullable
        String hint = nearest.map(near -> "Did you mean \"" + near + "\"?").orElse(null);
        return new Problem(
                Location.of(revision.file()),
                "The " + what + " \"" + name + "\" of \"" + revision.id() + "\" is not among the " + searched + ".",
                hint == null ? "Restore its script, or correct the header." : hint);
    }
}
