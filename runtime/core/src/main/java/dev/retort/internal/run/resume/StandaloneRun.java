package dev.retort.internal.run.resume;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.Outcome;
import dev.retort.internal.dialect.SqlError;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.error.Causes;
import dev.retort.internal.run.RunContext;
import dev.retort.internal.run.statement.SqlFailure;
import dev.retort.internal.run.statement.StatementRunner;
import dev.retort.internal.run.statement.Transaction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs what is committed by itself, so that a later run knows what was done: in a transaction together with the note of
 * it where that is possible, else with a note before and one after.
 */
public final class StandaloneRun {

    private final RunContext context;
    private final StatementRunner runner;
    private final Transaction transaction;
    private final Journal journal;

    public StandaloneRun(RunContext context, StatementRunner runner, Transaction transaction, Journal journal) {
        this.context = context;
        this.runner = runner;
        this.transaction = transaction;
        this.journal = journal;
    }

    public void together(Runnable work) {
        together(() -> {
            work.run();
            return true;
        });
    }

    /** Does work and notes it, both or neither. */
    public <R extends @Nullable Object> R together(Supplier<R> work) {
        return transaction.around(() -> {
            journal.check();
            R result = work.get();
            transaction.own();
            journal.record();
            return result;
        });
    }

    /** What comes now in the transaction that is open are Retort's own statements. */
    public void own() {
        transaction.own();
    }

    /** What is done together within it only changes rows. */
    public void onlyRows(Runnable work) {
        transaction.onlyRows(work);
    }

    public void run(SqlStatement statement) {
        if (!statement.outsideTransaction() && context.dialect().sessions().runsInTransaction(statement)) {
            together(() -> {
                runner.run(statement);
                journal.doneStatement();
            });
        } else {
            outside(statement);
        }
    }

    private void outside(SqlStatement statement) {
        Outcome before = Interruption.outcome(context, runner, statement);
        // What is there already is not this statement's doing, and nothing that comes after it could say.
        boolean conclusive = before.kind() != Outcome.Kind.DONE && before.kind() != Outcome.Kind.RUBBLE;
        if (conclusive) {
            note(() -> journal.recordIntent(statement.sql()));
        }
        try {
            transaction.unlimited(() -> runner.run(statement));
        } catch (SqlFailure e) {
            if (conclusive) {
                takeBack(statement, e);
            }
            throw e;
        }
        if (context.dialect().sessions().outcome(statement, runner, false).kind() == Outcome.Kind.RUBBLE) {
            throw new RetortException(
                    Kind.FAILED,
                    Problem.of("What this makes was there before, left unusable by a build that was interrupted: "
                                    + statement.sql() + ".")
                            .withHint(
                                    "Remove it with: " + before.remove().get(0).sql()));
        }
        journal.doneStatement();
        note(journal::record);
    }

    /** What the database refused is not in doubt, as long as it is there to say so. */
    private void takeBack(SqlStatement statement, SqlFailure failure) {
        if (failure.error().kind() == SqlError.Kind.UNREACHABLE) {
            return;
        }
        try {
            if (context.dialect().sessions().outcome(statement, runner, true).kind() == Outcome.Kind.NOT_DONE) {
                note(journal::takeBackIntent);
            }
        } catch (RetortException e) {
            Causes.suppress(failure, e);
        }
    }

    private void note(Runnable note) {
        transaction.around(() -> {
            transaction.own();
            journal.check();
            note.run();
        });
    }
}
