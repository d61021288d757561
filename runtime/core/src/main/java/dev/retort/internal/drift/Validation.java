package dev.retort.internal.drift;

import dev.retort.Finding;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.Revision;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.chain.RevisionFile;
import dev.retort.internal.header.ScriptSource;
import dev.retort.internal.project.EditedFile;
import dev.retort.internal.project.TextDiff;
import dev.retort.internal.record.InterruptedRevisions;
import dev.retort.internal.record.Progress;
import dev.retort.internal.record.State;
import dev.retort.internal.record.StoredScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds what a database says was applied against the scripts. */
public final class Validation {

    private static final String NOWHERE = "/dev/null";

    private final Chain chain;
    private final State state;

    public Validation(Chain chain, State state) {
        this.chain = chain;
        this.state = state;
    }

    /** Edited, then gone or unknown, then never run, then interrupted. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        new Edits(chain).in(state).forEach(edit -> edit.files().forEach(file -> findings.add(edited(edit, file))));
        gone().forEach(revision -> findings.add(gone(revision)));
        new SkippedRevisions(chain).in(explained()).forEach(revision -> findings.add(neverRun(revision)));
        state.interrupted().values().forEach(progress -> findings.add(interrupted(progress)));
        return findings;
    }

    private static Finding interrupted(Progress progress) {
        Problem problem = InterruptedRevisions.refusal(progress);
        String hint = problem.hint() == null ? "" : problem.hint();
        return new Finding(Finding.Kind.INTERRUPTED, progress.revision(), null, problem.sentence(), hint, null);
    }

    /** The state, with those rows alone that the chain knows. */
    private State explained() {
        SortedSet<String> rows = new TreeSet<>(state.rows());
        rows.removeIf(row -> !chain.graph().contains(row));
        return new State(rows, state.recorded(), state.scripts(), state.interrupted());
    }

    private SortedSet<String> gone() {
        SortedSet<String> gone = new TreeSet<>(state.recorded().applied());
        gone.addAll(state.rows());
        gone.removeIf(id -> chain.graph().contains(id) && !chain.file(id).stored());
        return gone;
    }

    private static Finding edited(Edit edit, EditedFile file) {
        String id = edit.revision().id();
        return new Finding(
                Finding.Kind.EDITED,
                id,
                file.file(),
                "Revision " + id + " was applied, and " + file.what(),
                "Undo the change, or accept it: retort repair " + id,
                file.diff().orElse(null));
    }

    private Finding gone(String id) {
        Optional<StoredScript> kept = state.scripts().accepted(id);
        boolean row = state.rows().contains(id);
        if (kept.isEmpty() && row && state.recorded().last(id) == null) {
            return new Finding(
                    Finding.Kind.UNKNOWN,
                    id,
                    null,
                    "The version table names revision " + id + ", which neither a script nor the history knows.",
                    "Use the release that has its script, or restore the script. Only if it is gone for good: retort stamp"
                            + " --purge <revision>",
                    null);
        }
        return new Finding(
                Finding.Kind.DELETED,
                id,
                null,
                "Revision " + id + " was applied, and its script is gone.",
                wayOut(id),
                diff(kept));
    }

    /** What to do about a script that is gone; what the graph needs cannot simply be accepted as gone. */
    String wayOut(String id) {
        List<String> files = chain.files().stream()
                .filter(file -> !file.stored())
                .filter(file -> file.header().downRevisions().contains(id)
                        || file.header().dependsOn().contains(id))
                .map(file -> file.file())
                .toList();
        if (!files.isEmpty()) {
            return "Bring it back: " + String.join(", ", files) + (files.size() == 1 ? " needs it." : " need it.")
                    + " Its text is printed by: retort log " + id + " --script";
        }
        if (isNeeded(id)) {
            return "Use the release that has its script, or bring it back, its text is printed by: retort log " + id
                    + " --script. Or revert it by that text with retort downgrade.";
        }
        return "Bring it back, or accept that it is gone: retort repair " + id;
    }

    /** Whether the version rows are at or above it. */
    public boolean isNeeded(String id) {
        return state.rows().contains(id)
                || chain.graph().contains(id)
                        && chain.graph().applied(explained().rows()).contains(id);
    }

    private static @Nullable String diff(Optional<StoredScript> kept) {
        try {
            Optional<ScriptSource> then = kept.map(StoredScript::source);
            return then.map(source -> TextDiff.unified(source.file(), source.text(), NOWHERE, ""))
                    .orElse(null);
        } catch (RetortException e) {
            return null;
        }
    }

    private Finding neverRun(Revision revision) {
        RevisionFile file = chain.file(revision.id());
        return new Finding(
                Finding.Kind.OUT_OF_ORDER,
                revision.id(),
                file.file(),
                "Revision " + revision.id() + " is below what is applied, but never ran here.",
                "To run it now: retort upgrade heads --out-of-order. If what it does is there already: retort stamp "
                        + String.join(" ", state.rows()),
                null);
    }
}
