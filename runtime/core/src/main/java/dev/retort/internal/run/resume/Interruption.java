package dev.retort.internal.run.resume;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.Runner;
import dev.retort.internal.dialect.Outcome;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.record.Progress;
import dev.retort.internal.run.RunContext;
import dev.retort.internal.run.statement.StatementRunner;
import dev.retort.internal.run.statement.Transaction;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out what became of the statement that an earlier run was at when it was interrupted, and clears up after it. */
public final class Interruption {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.run");
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final RunContext context;
    private final StatementRunner runner;
    private final Transaction transaction;

    public Interruption(RunContext context, StatementRunner runner, Transaction transaction) {
        this.context = context;
        this.runner = runner;
        this.transaction = transaction;
    }

    /**
     * Brings what is recorded to where nothing is in doubt. A transaction is open before and after.
     *
     * @param session what the script had set, by which its names are looked for
     * @throws RetortException where only a person can know
     */
    public Progress settle(Progress interrupted, String session) {
        LOG.info("Revision {} was interrupted {}; going on there", interrupted.revision(), interrupted.place());
        if (interrupted.intent() == null) {
            return interrupted;
        }
        transaction.abandon();
        transaction.resume(session);
        SqlStatement statement = SqlStatement.of(interrupted.intent());
        Outcome outcome = outcome(context, runner, statement);
        Progress settled = switch (outcome.kind()) {
            case DONE -> {
                LOG.info("The statement had come to its end.");
                yield interrupted.ended();
            }
            case RUBBLE -> {
                LOG.info(
                        "What the statement left cannot be used and is removed: {}",
                        outcome.remove().get(0).sql());
                transaction.unlimited(() -> outcome.remove().forEach(runner::run));
                yield interrupted.withoutIntent();
            }
            case NOT_DONE -> {
                LOG.info("The statement had done nothing, and is run again.");
                yield interrupted.withoutIntent();
            }
            case UNKNOWN -> throw unknown(interrupted);
            case RUNNING -> throw new IllegalStateException("waited for already");
        };
        transaction.reset();
        transaction.begin();
        replace(context, runner, interrupted, settled);
        transaction.commit();
        transaction.begin();
        return settled;
    }

    /** Writes, in the transaction that is open, what is known now in the place of what was. */
    static void replace(RunContext context, StatementRunner runner, Progress before, Progress now) {
        Operation change =
                context.tables().progress().write(before, now, context.clock().instant(), Runner.thisProcess());
        long changed = context.dialect().spelling().statements(change, runner).stream()
                .mapToLong(runner::run)
                .sum();
        if (changed != 1) {
            throw new Overtaken(before.revision());
        }
    }

    /** What became of a statement, as soon as the database is no longer at it. */
    static Outcome outcome(RunContext context, StatementRunner runner, SqlStatement statement) {
        boolean reported = false;
        while (true) {
            Outcome outcome = context.dialect().sessions().outcome(statement, runner, false);
            if (outcome.kind() != Outcome.Kind.RUNNING) {
                return outcome;
            }
            if (!reported) {
                LOG.info("The database is still at it; waiting: {}", statement.sql());
                reported = true;
            }
            pause();
            context.stop().check();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetortException(Kind.FAILED, "Interrupted while waiting for the database.");
        }
    }

    private static RetortException unknown(Progress interrupted) {
        String resolve = "retort resolve " + interrupted.revision() + " --statement " + (interrupted.statements() + 1);
        return new RetortException(
                Kind.FAILED,
                Problem.of("Revision " + interrupted.revision() + " was interrupted " + interrupted.place()
                                + ", and the database does not show whether that statement has done its work.")
                        .withHint("Look, and say so with: " + resolve + " --applied, or: " + resolve
                                + " --not-applied. The next run then goes on after it, or at it."));
    }
}
