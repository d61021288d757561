package dev.retort.internal.cli;

import dev.retort.Retort;
import dev.retort.RetortException;
import dev.retort.RevisionView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks for a rebase after which there is a head less, among those that would not be refused. */
final class OneHead {

    private final Retort engine;
    private final Map<String, RevisionView> all;

    OneHead(Retort engine) {
        this.engine = engine;
        this.all =
                engine.history(null, false).stream().collect(Collectors.toMap(RevisionView::id, Function.identity()));
    }

    /** The command to type; later heads are put onto earlier ones rather than the other way round. */
    Optional<String> rebase(List<RevisionView> heads) {
        for (RevisionView onto : heads) {
            for (RevisionView moved : heads) {
                Optional<String> lowest = moved == onto ? Optional.empty() : lowest(moved, onto);
                if (lowest.isPresent() && isAllowed(lowest.get(), onto.id())) {
                    return Optional.of("retort rebase " + lowest.get() + " --onto " + onto.id());
                }
            }
        }
        return Optional.empty();
    }

    /** Where the branch of a head begins; empty where it begins in several places, or with a merge. */
    private Optional<String> lowest(RevisionView head, RevisionView onto) {
        Set<String> others = lineage(onto);
        List<RevisionView> lowest = lineage(head).stream()
                .filter(id -> !others.contains(id))
                .map(this::view)
                .filter(view -> others.containsAll(view.downRevisions()))
                .toList();
        return lowest.size() == 1 && lowest.get(0).downRevisions().size() < 2
                ? Optional.of(lowest.get(0).id())
                : Optional.empty();
    }

    private Set<String> lineage(RevisionView head) {
        Set<String> lineage = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of(head.id()));
        while (!waiting.isEmpty()) {
            String id = waiting.pop();
            if (lineage.add(id)) {
                waiting.addAll(view(id).downRevisions());
            }
        }
        return lineage;
    }

    private RevisionView view(String id) {
        return Objects.requireNonNull(all.get(id), id);
    }

    private boolean isAllowed(String revision, String onto) {
        try {
            return engine.rebase(revision, onto, true).isChange();
        } catch (RetortException refused) {
            return false;
        }
    }
}
