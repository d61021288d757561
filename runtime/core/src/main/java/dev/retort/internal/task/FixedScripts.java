package dev.retort.internal.task;

import dev.retort.LintFixes;
import dev.retort.RetortException;
import dev.retort.internal.project.ScriptOnDisk;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** Writes what lint has found to be better into the scripts: all of it, or nothing. */
public final class FixedScripts {

    private final Deque<Runnable> undo = new ArrayDeque<>();

    private FixedScripts() {}

    /** @throws RetortException where a file is not what it was; then all are as they were */
    public static void write(List<LintFixes.Change> changes) {
        new FixedScripts().writeAll(changes);
    }

    private void writeAll(List<LintFixes.Change> changes) {
        changes.stream()
                .filter(change -> !change.isNew())
                .forEach(change -> script(change).check(change.before()));
        try {
            // What follows comes first. Without what it is to finish it fails, and is seen; the other way round, a
            // constraint
            // would never be validated, and nobody would know.
            Stream.concat(
                            changes.stream().filter(LintFixes.Change::isNew),
                            changes.stream().filter(change -> !change.isNew()))
                    .forEach(this::write);
        } catch (RuntimeException e) {
            undo.forEach(each -> {
                try {
                    each.run();
                } catch (RuntimeException more) {
                    e.addSuppressed(more);
                }
            });
            throw e;
        }
    }

    private void write(LintFixes.Change change) {
        ScriptOnDisk file = script(change);
        if (change.isNew()) {
            file.create(change.after());
            undo.push(() -> file.remove(change.after()));
        } else {
            file.replace(change.before(), change.after());
            undo.push(() -> file.replace(change.after(), change.before()));
        }
    }

    private static ScriptOnDisk script(LintFixes.Change change) {
        return new ScriptOnDisk(change.path(), change.file());
    }
}
