package dev.retort.internal.graph;

import dev.retort.GraphException;
import dev.retort.internal.error.Suggestion;
import dev.retort.internal.error.VisibleText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds revisions by what people call them: id, a unique beginning of it, or branch label. */
final class Names {

    /** Shorter ids must be given in full, as in Alembic: their beginnings are too easily something else. */
    private static final int SHORTEST_ABBREVIATED = 4;

    /** No id is longer. */
    private static final int SHOWN = 255;

    private final Nodes nodes;
    private final Map<String, Integer> byId;
    private final NavigableMap<String, Integer> all;
    private final String searched;

    Names(Nodes nodes, Map<String, Integer> byId, Map<String, Integer> byLabel, String searched) {
        this.nodes = nodes;
        this.byId = byId;
        this.all = new TreeMap<>(byLabel);
        all.putAll(byId);
        this.searched = searched;
    }

    static String count(int scripts) {
        return scripts == 1 ? "1 script" : scripts + " scripts";
    }

    @Nullable
    Integer exact(String name) {
        return all.get(name);
    }

    boolean isLabel(String name) {
        return all.containsKey(name) && !byId.containsKey(name);
    }

    int id(String id) {
        Integer node = byId.get(id);
        if (node == null) {
            throw unknown(id);
        }
        return node;
    }

    /** The nodes of version rows. */
    BitSet rows(Collection<String> rows) {
        BitSet found = new BitSet();
        for (String row : rows) {
            Integer node = byId.get(row);
            if (node == null) {
                throw new GraphException.UnknownRow(row, shown(row), searched, didYouMean(row, byId.keySet()));
            }
            found.set(node);
        }
        return found;
    }

    Branch branch(String name) {
        Integer node = all.get(name);
        if (node == null) {
            List<String> candidates = beginningWith(name, null);
            if (candidates.isEmpty()) {
                throw new GraphException.UnknownBranch(name, searched, didYouMean(name, all.keySet()));
            }
            node = only(name, candidates);
        }
        return new Branch(name, node, nodes.lineage(node));
    }

    /** The revision with this name, which must be on the branch if there is one. */
    int revision(String name, @Nullable Branch branch) {
        Integer node = all.get(name);
        if (node == null) {
            List<String> candidates = beginningWith(name, branch);
            if (candidates.isEmpty()) {
                List<String> elsewhere = branch == null ? List.of() : beginningWith(name, null);
                if (elsewhere.size() != 1) {
                    throw unknown(name);
                }
                candidates = elsewhere;
            }
            node = only(name, candidates);
        }
        if (branch != null && !branch.lineage().get(node)) {
            throw new GraphException.NotOnBranch(
                    nodes.id(node), branch.name(), "Without the branch it is just: " + nodes.id(node));
        }
        return node;
    }

    private int only(String prefix, List<String> candidates) {
        Integer node = candidates.size() == 1 ? all.get(candidates.get(0)) : null;
        if (node == null) {
            throw new GraphException.AmbiguousPrefix(prefix, candidates);
        }
        return node;
    }

    private List<String> beginningWith(String prefix, @Nullable Branch branch) {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, Integer> entry : all.tailMap(prefix).entrySet()) {
            if (!entry.getKey().startsWith(prefix)) {
                break;
            }
            boolean there = branch == null || branch.lineage().get(entry.getValue());
            if (there && entry.getKey().length() >= SHORTEST_ABBREVIATED) {
                found.add(entry.getKey());
            }
        }
        return found;
    }

    private GraphException.UnknownRevision unknown(String name) {
        String shorter = all.ceilingKey(name);
        boolean abbreviated = shorter != null && shorter.startsWith(name);
        String near = didYouMean(name, all.keySet());
        String hint = near == null ? "They are listed by: retort history" : near;
        if (abbreviated) {
            hint = "Ids of fewer than four characters, as \"" + shorter + "\", must be given in full.";
        }
        return unknown(name, "There is no revision \"" + name + "\" among the " + searched + ".", hint);
    }

    static GraphException.UnknownRevision unknown(String name, String sentence, String hint) {
        return new GraphException.UnknownRevision(name, sentence, hint);
    }

    private static @Nullable String didYouMean(String name, Collection<String> candidates) {
        return Suggestion.didYouMean(name, candidates).orElse(null);
    }

    /** The beginning of a row is enough, and none of it may look like a line of ours. */
    private static String shown(String row) {
        return VisibleText.line(row.length() <= SHOWN ? row : row.substring(0, SHOWN) + "…");
    }
}
