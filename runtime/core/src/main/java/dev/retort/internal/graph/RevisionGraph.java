package dev.retort.internal.graph;

import dev.retort.Direction;
import dev.retort.GraphException;
import dev.retort.Plan;
import dev.retort.Revision;
import dev.retort.Step;
import dev.retort.internal.names.SortedNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The revisions and how they follow and depend on each other: answers what there is, what a target means, and which
 * steps lead from one state of a database to another. A value: it knows no file and no database, and never changes.
 *
 * <p>The state of a database is given as its version rows: the ids of the applied revisions on which no other applied
 * revision is. Whatever has no order of its own comes in the order of revision ids.
 */
public final class RevisionGraph {

    private final Nodes nodes;
    private final Names names;
    private final BranchLabels labels;
    private final Targets targets;
    private final PlanOrder order;
    private final Upgrade upgrade;
    private final Downgrade downgrade;

    RevisionGraph(Nodes nodes, Names names) {
        this.nodes = nodes;
        this.names = names;
        this.order = new PlanOrder(nodes);
        this.labels = new BranchLabels(nodes, order.oldestFirst(nodes.everything()));
        this.targets = new Targets(nodes, names, labels);
        this.upgrade = new Upgrade(nodes, targets, labels);
        this.downgrade = new Downgrade(nodes, names, targets, labels);
    }

    public static RevisionGraph of(Collection<Revision> revisions) {
        return of(revisions, "");
    }

    /**
     * Links revisions to a graph.
     *
     * @param searchedIn where they were found, for messages: a folder or several
     * @throws GraphException.InvalidGraph with all that keeps them from being one
     */
    public static RevisionGraph of(Collection<Revision> revisions, String searchedIn) {
        return GraphBuilder.build(revisions, searchedIn);
    }

    /** All revisions, by id. */
    public List<Revision> revisions() {
        return List.copyOf(nodes.all());
    }

    /** The revision with exactly this id. */
    public Revision revision(String id) {
        return nodes.revision(names.id(id));
    }

    public boolean contains(String id) {
        return names.exact(id) != null && !names.isLabel(id);
    }

    /** The revisions that follow none. */
    public List<Revision> bases() {
        return revisions(targets.bases());
    }

    /** The revisions that none follows, even if another depends on them. */
    public List<Revision> heads() {
        return nodes.revisions(targets.heads());
    }

    /** The revisions that none follows and none depends on; what {@code heads} as a target means. */
    public List<Revision> realHeads() {
        return nodes.revisions(targets.realHeads());
    }

    /** The revisions that several follow. */
    public List<Revision> branchPoints() {
        return where(nodes.children);
    }

    /** The revisions that follow several. */
    List<Revision> mergePoints() {
        return where(nodes.parents);
    }

    /** The revisions that follow this one. */
    public List<Revision> children(String id) {
        return revisions(nodes.children[names.id(id)]);
    }

    /** The revisions this one depends on, labels resolved. */
    public List<Revision> dependencies(String id) {
        return revisions(nodes.dependencies[names.id(id)]);
    }

    /** The labels that hold for a revision: its own and those of the branches it is on. */
    public SortedSet<String> labels(String id) {
        return labels.of(names.id(id));
    }

    /** Everything that must be applied before these revisions, and they themselves, by id. */
    public List<Revision> ancestors(Collection<String> ids) {
        return nodes.revisions(nodes.closure(nodes(ids), nodes.below));
    }

    /** What these revisions follow, directly or not, and they themselves; dependencies do not count. */
    public List<Revision> lineage(Collection<String> ids) {
        return nodes.revisions(nodes.closure(nodes(ids), nodes.parents));
    }

    /** All revisions, each after everything it follows or depends on. */
    public List<Revision> oldestFirst() {
        return revisions(order.oldestFirst(nodes.everything()));
    }

    /** The ids of all applied revisions: the rows and everything they follow. */
    public SortedSet<String> applied(Set<String> rows) {
        return nodes.names(nodes.closure(names.rows(rows), nodes.below));
    }

    /** The applied revisions that no applied one follows: the rows, and heads that only dependencies hide. */
    public SortedSet<String> appliedHeads(Set<String> rows) {
        return nodes.names(nodes.maximal(nodes.closure(names.rows(rows), nodes.below), nodes.children));
    }

    /** Whether every revision is applied. */
    public boolean isComplete(Set<String> rows) {
        return nodes.closure(names.rows(rows), nodes.below).cardinality() == nodes.size();
    }

    /** The version rows that say that exactly these revisions and what they follow are applied. */
    public SortedSet<String> rows(Collection<String> ids) {
        return AppliedRevisions.rows(nodes, nodes.closure(nodes(ids), nodes.below));
    }

    /**
     * What a target means by itself: an id, a part of one, a label, {@code head}, {@code heads}, {@code base} (nothing),
     * {@code current}, {@code -N} (down from every head), each also on a branch.
     */
    public List<Revision> resolve(String target, Set<String> rows) {
        if (target.equals("current")) {
            return nodes.revisions(names.rows(rows));
        }
        Target parsed = targets.parse(target);
        if (parsed.steps() == null) {
            return nodes.revisions(targets.absolute(parsed));
        }
        if (parsed.symbol() != null || parsed.steps() >= 0) {
            throw Names.unknown(
                    target,
                    "\"" + target + "\" names no revision: only -N may be relative here.",
                    "Name the revision itself.");
        }
        return belowHeads(parsed);
    }

    /** The steps up to a target, and the rows after each; no steps if it is applied. */
    public Plan upgrade(Set<String> rows, String target) {
        BitSet current = names.rows(rows);
        BitSet wanted = upgrade.targets(current, TargetRequest.of("retort upgrade ", targets.parse(target)));
        checkAntichain(current);
        BitSet applied = nodes.closure(current, nodes.below);
        BitSet needed = Nodes.without(nodes.closure(wanted, nodes.below), applied);
        return new AppliedRevisions(nodes, applied)
                .plan(SortedNames.copyOf(rows), order.oldestFirst(needed), Direction.UP);
    }

    /** The steps down to a target, and the rows after each. */
    public Plan downgrade(Set<String> rows, String target) {
        BitSet current = names.rows(rows);
        BitSet reverted = downgrade.reverted(current, TargetRequest.of("retort downgrade ", targets.parse(target)));
        return new AppliedRevisions(nodes, nodes.closure(current, nodes.below))
                .plan(SortedNames.copyOf(rows), order.newestFirst(reverted), Direction.DOWN);
    }

    /**
     * The one step that reverts a revision.
     *
     * @throws GraphException.NotAnAncestor where it is not applied, or something applied follows it or depends on it
     */
    public Plan revert(Set<String> rows, String id) {
        int node = names.id(id);
        BitSet applied = nodes.closure(names.rows(rows), nodes.below);
        BitSet above = Nodes.both(nodes.closure(node, nodes.above), applied);
        if (!applied.get(node)) {
            throw new GraphException.NotAnAncestor(
                    "The revision \"" + id + "\" is not applied.", "To see what is applied: retort current");
        }
        above.clear(node);
        if (!above.isEmpty()) {
            throw new GraphException.NotAnAncestor(
                    "The revision \"" + id + "\" cannot be reverted alone: " + String.join(", ", nodes.names(above))
                            + " is applied on it.",
                    "To revert all of it: retort downgrade " + id + "@-1");
        }
        return new AppliedRevisions(nodes, applied).plan(SortedNames.copyOf(rows), new int[] {node}, Direction.DOWN);
    }

    /** Which version rows a step starts from; rows of revisions that are not known concern no step. */
    public StepStart start(SortedSet<String> rows, Step step) {
        return StepStart.of(
                nodes, known(rows), known(step.rows()), names.id(step.revision().id()), step.direction());
    }

    private BitSet known(SortedSet<String> rows) {
        return names.rows(rows.stream().filter(this::contains).toList());
    }

    /** The rows after a stamp; a plan without steps. */
    public Plan stamp(Set<String> rows, List<String> to) {
        BitSet applied = nodes.closure(names.rows(rows), nodes.below);
        return stamped(rows, applied, to);
    }

    /** The rows after a stamp that forgets what the version table says now, which may be revisions nobody knows. */
    public Plan stampPurging(Set<String> rows, List<String> to) {
        return stamped(rows, new BitSet(), to);
    }

    /** The revisions of a range, both ends included, newest first; all of them without a range. */
    public List<Revision> history(@Nullable String range, Set<String> rows) {
        Range parsed = range == null ? new Range(null, null) : Range.parse(range);
        boolean usesRows = range != null && !rows.isEmpty();
        BitSet current = usesRows ? names.rows(rows) : new BitSet();
        return revisions(order.newestFirst(new History(nodes, targets, upgrade).selected(parsed, current)));
    }

    private Plan stamped(Set<String> rows, BitSet applied, List<String> to) {
        if (to.isEmpty()) {
            throw new IllegalArgumentException("a stamp without a target");
        }
        List<Target> stamped = to.stream().map(targets::parse).toList();
        BitSet after = new Stamp(nodes, targets, downgrade).applied(applied, stamped);
        return new Plan(SortedNames.copyOf(rows), List.of(), AppliedRevisions.rows(nodes, after));
    }

    private void checkAntichain(BitSet rows) {
        BitSet implied = Nodes.without(rows, nodes.maximal(nodes.closure(rows, nodes.below), nodes.above));
        if (implied.isEmpty()) {
            return;
        }
        int ancestor = implied.nextSetBit(0);
        BitSet above = Nodes.both(nodes.closure(ancestor, nodes.above), rows);
        above.clear(ancestor);
        String descendant = nodes.id(above.nextSetBit(0));
        throw new GraphException.Overlap(
                "The version table has rows for both",
                nodes.id(ancestor),
                descendant,
                "To leave only the later one: retort stamp " + descendant);
    }

    private List<Revision> belowHeads(Target target) {
        Branch branch = targets.branch(target);
        Integer steps = target.steps();
        BitSet from = branch == null ? targets.realHeads() : Nodes.both(targets.heads(), branch.lineage());
        List<Integer> found = new ArrayList<>();
        from.stream()
                .map(head -> targets.down(head, steps == null ? 0 : -steps, TargetRequest.of("retort show ", target)))
                .filter(node -> node != Targets.BASE)
                .forEach(found::add);
        return nodes.revisions(Nodes.of(found));
    }

    private BitSet nodes(Collection<String> ids) {
        BitSet set = new BitSet();
        ids.forEach(id -> set.set(names.id(id)));
        return set;
    }

    private List<Revision> where(int[][] edges) {
        BitSet several = new BitSet();
        nodes.everything().stream().filter(node -> edges[node].length > 1).forEach(several::set);
        return nodes.revisions(several);
    }

    private List<Revision> revisions(int[] found) {
        return Arrays.stream(found).mapToObj(nodes::revision).toList();
    }
}
