package dev.retort.internal.verify;

import dev.retort.Step;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Everything is reverted, and nothing is left of it. */
final class BaseCheck implements CheckWork {

    private final Subject subject;
    private final Climb climb;
    private final Optional<Step> irreversible;

    /** @param irreversible a step that cannot be reverted */
    BaseCheck(Subject subject, Climb climb, Optional<Step> irreversible) {
        this.subject = subject;
        this.climb = climb;
        this.irreversible = irreversible;
    }

    @Override
    public void run(Report report) throws SQLException {
        if (irreversible.isPresent()) {
            throw new CheckImpossible("Revision " + Subject.named(irreversible.get()) + " is irreversible.");
        }
        ScratchRun run = climb.atTop();
        // The next check starts from a database of its own where this one does not come to its end.
        climb.moved(Integer.MAX_VALUE);
        if (subject.from().isEmpty()) {
            run.downgrade("base");
        } else {
            List<Step> steps = subject.steps();
            for (int i = steps.size() - 1; i >= 0; i--) {
                run.revert(steps.get(i).revision().id());
            }
        }
        String words = new SchemaWords(subject).between(run.schema(), climb.bottom());
        if (!words.isEmpty()) {
            report.fail(
                    subject.from().isEmpty()
                            ? "The downgrade to base does not remove everything."
                            : "The downgrade leaves another schema than the one at its start.",
                    "These operations would lead to what was there before:\n" + words);
            return;
        }
        climb.moved(0);
    }
}
