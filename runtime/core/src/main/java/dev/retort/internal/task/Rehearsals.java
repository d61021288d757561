package dev.retort.internal.task;

import dev.retort.Rehearsal;
import dev.retort.Revision;
import dev.retort.internal.run.rehearse.RehearsalRun;
import dev.retort.internal.run.rehearse.Rehearsed;
import java.time.Duration;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;

/** Puts what the engine found out at a rehearsal into the form that callers get. */
final class Rehearsals {

    private Rehearsals() {}

    static Rehearsal of(RehearsalRun.Outcome outcome, boolean onCopy) {
        return new Rehearsal(
                outcome.from(),
                onCopy,
                outcome.steps().stream().map(Rehearsals::step).toList(),
                outcome.rows(),
                Optional.ofNullable(outcome.failure()));
    }

    private static Rehearsal.Step step(RehearsalRun.Done done) {
        Revision revision = done.step().revision();
        return new Rehearsal.Step(
                revision.id(),
                revision.downRevisions(),
                revision.message() == null ? "" : revision.message(),
                done.step().direction().word(),
                done.duration(),
                done.held(),
                statements(done.statements()),
                done.step().rows());
    }

    /** From the last to the first, as the time to the end is reported for each. */
    private static List<Rehearsal.Statement> statements(List<Rehearsed> rehearsed) {
        LinkedList<Rehearsal.Statement> statements = new LinkedList<>();
        Duration toTheEnd = Duration.ZERO;
        for (int i = rehearsed.size() - 1; i >= 0; i--) {
            Rehearsed statement = rehearsed.get(i);
            toTheEnd = toTheEnd.plus(statement.duration());
            statements.addFirst(new Rehearsal.Statement(
                    statement.sql(),
                    statement.where(),
                    statement.reason(),
                    statement.times(),
                    statement.duration(),
                    statement.rows(),
                    statement.effects().locks(),
                    toTheEnd,
                    statement.effects().rewritten()));
        }
        return statements;
    }
}
