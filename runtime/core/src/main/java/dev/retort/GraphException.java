package dev.retort;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A graph that is none, or a target that means nothing in it. Each subtype is one kind, and carries what it names. */
public abstract sealed class GraphException extends RetortException {

    private static final long serialVersionUID = 1;

    private GraphException(Kind kind, List<Problem> problems) {
        super(kind, problems);
    }

    private GraphException(String sentence, @Nullable String hint) {
        this(Kind.SCRIPT, List.of(new Problem(null, sentence, hint)));
    }

    /** The kind of error, as machine-readable output names it. */
    public String name() {
        return getClass().getSimpleName();
    }

    /** The scripts do not make a graph; all their faults together. */
    public static final class InvalidGraph extends GraphException {
        private static final long serialVersionUID = 1;
        private final transient List<Fault> faults;

        public InvalidGraph(List<Fault> faults) {
            super(Kind.SCRIPT, faults.stream().map(Fault::problem).toList());
            this.faults = List.copyOf(faults);
        }

        public List<Fault> faults() {
            return faults;
        }

        /** The name of the first fault. */
        @Override
        public String name() {
            return faults.get(0).name();
        }
    }

    /** One head is asked for where there are several. */
    public static final class MultipleHeads extends GraphException {
        private static final long serialVersionUID = 1;
        private final transient List<Revision> heads;

        public MultipleHeads(String argument, List<Revision> heads, List<String> targets) {
            super(
                    "There are several heads for \"" + argument + "\": "
                            + heads.stream()
                                    .map(head -> "\"" + head.id() + "\" (" + head.file() + ")")
                                    .collect(Collectors.joining(", "))
                            + ".",
                    "Name one (" + String.join(", ", targets) + ")"
                            + (argument.endsWith("heads") ? "" : ", take all with heads")
                            + ", or join them: retort merge "
                            + heads.stream().map(Revision::id).collect(Collectors.joining(" ")));
            this.heads = List.copyOf(heads);
        }

        public List<Revision> heads() {
            return heads;
        }
    }

    /** No revision has this id, prefix or label. */
    public static final class UnknownRevision extends GraphException {
        private static final long serialVersionUID = 1;
        private final String revision;

        public UnknownRevision(String revision, String sentence, @Nullable String hint) {
            super(sentence, hint);
            this.revision = revision;
        }

        public String revision() {
            return revision;
        }
    }

    /** The version table names a revision that no script has. */
    public static final class UnknownRow extends GraphException {
        private static final long serialVersionUID = 1;
        private final String row;

        /** @param shown the row as a message may show it: the table may hold anything */
        public UnknownRow(String row, String shown, String searched, @Nullable String nearest) {
            super(
                    "The version table names the revision \"" + shown + "\", which is not among the " + searched + ".",
                    (nearest == null ? "" : nearest + " ")
                            + "Use the release that has its script, or restore it: retort log " + shown
                            + " --script prints what the history keeps. Only if it is gone for good:"
                            + " retort stamp --purge <revision>");
            this.row = row;
        }

        public String row() {
            return row;
        }
    }

    /** Several ids or labels begin so. */
    public static final class AmbiguousPrefix extends GraphException {
        private static final long serialVersionUID = 1;
        private static final int SHOWN = 5;
        private final transient List<String> candidates;

        public AmbiguousPrefix(String prefix, Collection<String> candidates) {
            super(
                    "\"" + prefix + "\" may be "
                            + candidates.stream()
                                    .limit(SHOWN)
                                    .map(name -> "\"" + name + "\"")
                                    .collect(Collectors.joining(" or "))
                            + (candidates.size() > SHOWN ? " or " + (candidates.size() - SHOWN) + " others." : "."),
                    "Type more of it.");
            this.candidates = List.copyOf(candidates);
        }

        public List<String> candidates() {
            return candidates;
        }
    }

    /** No branch has this label, and no revision this id. */
    public static final class UnknownBranch extends GraphException {
        private static final long serialVersionUID = 1;
        private final String branch;

        public UnknownBranch(String branch, String searched, @Nullable String nearest) {
            super(
                    "There is no branch \"" + branch + "\" among the " + searched + ".",
                    nearest == null ? "A branch is named by a label or by a revision on it: retort history" : nearest);
            this.branch = branch;
        }

        public String branch() {
            return branch;
        }
    }

    /** The revision is no ancestor and no descendant of the one that names the branch. */
    public static final class NotOnBranch extends GraphException {
        private static final long serialVersionUID = 1;
        private final String revision;
        private final String branch;

        public NotOnBranch(String revision, String branch, @Nullable String hint) {
            super("The revision \"" + revision + "\" is not on the branch \"" + branch + "\".", hint);
            this.revision = revision;
            this.branch = branch;
        }

        public String revision() {
            return revision;
        }

        public String branch() {
            return branch;
        }
    }

    /** A relative step could lead to more than one revision. */
    public static final class AmbiguousStep extends GraphException {
        private static final long serialVersionUID = 1;
        private final transient List<String> candidates;

        public AmbiguousStep(String sentence, List<String> candidates, String commands) {
            super(sentence, commands);
            this.candidates = List.copyOf(candidates);
        }

        public List<String> candidates() {
            return candidates;
        }
    }

    /** A relative step leads beyond the last revision, or beyond the base. */
    public static final class TooFar extends GraphException {
        private static final long serialVersionUID = 1;

        public TooFar(String sentence, @Nullable String hint) {
            super(sentence, hint);
        }
    }

    /** The target is not on the way from where the database is. */
    public static final class NotAnAncestor extends GraphException {
        private static final long serialVersionUID = 1;

        public NotAnAncestor(String sentence, @Nullable String hint) {
            super(sentence, hint);
        }
    }

    /** One revision of a set is an ancestor of another. */
    public static final class Overlap extends GraphException {
        private static final long serialVersionUID = 1;
        private final String ancestor;
        private final String descendant;

        public Overlap(String what, String ancestor, String descendant, String hint) {
            super(what + " \"" + descendant + "\" and its ancestor \"" + ancestor + "\".", hint);
            this.ancestor = ancestor;
            this.descendant = descendant;
        }

        public String ancestor() {
            return ancestor;
        }

        public String descendant() {
            return descendant;
        }
    }

    /** What was typed is no target at all. */
    public static final class MalformedTarget extends GraphException {
        private static final long serialVersionUID = 1;

        public MalformedTarget(String sentence, String hint) {
            super(Kind.USAGE, List.of(new Problem(null, sentence, hint)));
        }
    }
}
