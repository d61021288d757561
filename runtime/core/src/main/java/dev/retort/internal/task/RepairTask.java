package dev.retort.internal.task;

import dev.retort.Finding;
import dev.retort.GraphException;
import dev.retort.Problem;
import dev.retort.Repaired;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.Runner;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.chain.RevisionFile;
import dev.retort.internal.drift.Validation;
import dev.retort.internal.project.ChainReader;
import dev.retort.internal.project.ReadFiles;
import dev.retort.internal.record.HistoryEntry;
import dev.retort.internal.record.State;
import dev.retort.internal.sandbox.Sandbox;
import dev.retort.internal.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Accepts that a script is not what was applied, one named revision after the other, and writes that down. */
public final class RepairTask {

    private final Settings settings;
    private final Sandbox sandbox;

    public RepairTask(Settings settings, Sandbox sandbox) {
        this.settings = settings;
        this.sandbox = sandbox;
    }

    /** @throws RetortException with all targets that there is nothing to accept of; then nothing is accepted */
    public List<Repaired> repair(List<String> targets) {
        ChainReader chains = new ChainReader(settings);
        Chain chain = chains.completed((read, state) -> {
            accepted(targets, read, state);
            return read;
        });
        List<Repaired> repaired = new ArrayList<>();
        // Looked at again under the lock: another run may have been here since.
        new OnlineTask(settings, chain, sandbox).record(state -> {
            repaired.addAll(accepted(targets, chain, state));
            return repaired.stream().map(one -> entry(one, chain)).toList();
        });
        return repaired;
    }

    private List<Repaired> accepted(List<String> targets, Chain chain, State state) {
        List<Problem> problems = new ArrayList<>();
        Set<Repaired> accepted = new LinkedHashSet<>();
        for (String target : targets) {
            try {
                accepted.add(accepted(target, chain, state));
            } catch (RetortException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new RetortException(Kind.SCRIPT, problems);
        }
        return List.copyOf(accepted);
    }

    private Repaired accepted(String target, Chain chain, State state) {
        String id = named(target, chain, state);
        Validation validation = new Validation(chain, state);
        Finding finding = validation.findings().stream()
                .filter(found -> found.revision().equals(id))
                .findFirst()
                .orElseThrow(() -> refusal(
                        "There is nothing to repair about revision " + id + ".", "See what there is: retort validate"));
        return switch (finding.kind()) {
            case EDITED -> {
                RevisionFile file = chain.file(id);
                sandbox.compile(file.source(), file.header());
                yield new Repaired(id, file.file());
            }
            case DELETED -> {
                if (validation.isNeeded(id)) {
                    throw refusal("The database is at revision " + id + ", whose script is gone.", finding.hint());
                }
                yield new Repaired(id, null);
            }
            case UNKNOWN, OUT_OF_ORDER, INTERRUPTED -> throw refusal(finding.sentence(), finding.hint());
        };
    }

    /** An id or its beginning, and nothing that stands for whichever revision happens to be there. */
    private static String named(String target, Chain chain, State state) {
        List<String> gone = state.recorded().applied().stream()
                .filter(id -> id.startsWith(target) && !chain.graph().contains(id))
                .toList();
        if (gone.contains(target)) {
            return target;
        }
        List<String> candidates = new ArrayList<>(gone);
        chain.files().stream()
                .map(file -> file.header().revision())
                .filter(id -> id.startsWith(target))
                .forEach(candidates::add);
        if (candidates.contains(target)) {
            return target;
        }
        if (candidates.size() > 1) {
            throw new GraphException.AmbiguousPrefix(target, candidates);
        }
        if (candidates.isEmpty()) {
            throw refusal(
                    "There is no revision \"" + target + "\" to repair.",
                    "Name each by its id or the beginning of it; those that need it are listed by: retort validate");
        }
        return candidates.get(0);
    }

    private HistoryEntry entry(Repaired repaired, Chain chain) {
        boolean gone = repaired.file() == null;
        return new HistoryEntry(
                repaired.revision(),
                "repair",
                gone ? null : chain.graph().revision(repaired.revision()).message(),
                settings.clock().instant(),
                Duration.ZERO,
                0,
                null,
                Runner.thisProcess(),
                gone ? null : ReadFiles.record(chain.file(repaired.revision())));
    }

    private static RetortException refusal(String sentence, String hint) {
        return new RetortException(Kind.SCRIPT, Problem.of(sentence).withHint(hint));
    }
}
