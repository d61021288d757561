package dev.retort.internal.run.offline;

import dev.retort.Plan;
import dev.retort.Runner;
import dev.retort.Step;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.record.HistoryEntry;
import dev.retort.internal.run.RunContext;
import dev.retort.internal.run.ScriptFiles;
import dev.retort.internal.run.ScriptText;
import dev.retort.internal.run.StampHistory;
import dev.retort.internal.run.StepFailure;
import dev.retort.internal.run.StepGuards;
import dev.retort.internal.run.StepScript;
import dev.retort.internal.run.StepWords;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Writes the SQL of a plan instead of running it. Run by the database's own command line, the script leads where the
 * online run leads: the same changes, version rows and history, a transaction a revision.
 */
public final class OfflineRun {

    private static final String NOTHING_WRITTEN = "No SQL was written.";

    private final RunContext context;
    private final ScriptText text = new ScriptText();
    private final SqlScriptWriter script;
    private final StepGuards guards;
    private final Runner self = Runner.thisProcess();

    /** @param shadow see {@link dev.retort.internal.dialect.ShellScripts#shadow}; empty where the dialect needs none */
    public OfflineRun(RunContext context, Optional<Connection> shadow) {
        this.context = context;
        this.guards = new StepGuards(context);
        this.script = new SqlScriptWriter(context.dialect(), text, shadow);
        context.dialect().scripts().openingStatements().forEach(script::line);
    }

    /** Retort's own tables, for a database that has none. */
    public void createTables() {
        script.begin();
        write(context.tables().versions().create(true));
        write(context.tables().history().create(true));
        script.commit();
    }

    /** The changes of the revisions alone: nothing is guarded, and nothing recorded. */
    public void writeChanges(Plan plan) {
        for (Step step : plan.steps()) {
            StepScript source = context.scripts().apply(step.revision().id());
            try {
                write(step, source);
            } catch (RuntimeException | Error e) {
                throw StepFailure.untouched(e, step, source, NOTHING_WRITTEN);
            }
            script.end();
        }
    }

    public void write(Plan plan) {
        StepFailure.refuseIrreversible(plan, context.scripts());
        SortedSet<String> rows = plan.from();
        for (Step step : plan.steps()) {
            StepScript source = context.scripts().apply(step.revision().id());
            script.comment(StepWords.announcement(step));
            try {
                script.guard(guards.of(rows, step));
                write(step, source);
            } catch (RuntimeException | Error e) {
                throw StepFailure.untouched(e, step, source, NOTHING_WRITTEN);
            }
            script.own();
            move(rows, step.rows());
            write(context.tables().history().insert(entry(step, source)));
            script.end();
            rows = step.rows();
        }
    }

    /** A stamp's change of the version rows. */
    public void stamp(Plan plan) {
        script.guard(guards.ofStamp(plan));
        script.begin();
        move(plan.from(), plan.rows());
        StampHistory.of(context, plan)
                .entries(self)
                .forEach(entry -> write(context.tables().history().insert(entry)));
        script.commit();
    }

    /** Gives out the whole script; before that nothing of it was, so that a failure leaves no half of one. */
    public void flushTo(Appendable out) {
        text.writeTo(out);
    }

    private void write(Step step, StepScript source) {
        script.begin();
        WritingChannel channel = new WritingChannel(
                context.dialect(), script, context.arguments(), new ScriptFiles(source.files(), context.dialect()));
        source.migrate(step.direction(), channel);
        channel.finish();
    }

    private void move(SortedSet<String> before, SortedSet<String> after) {
        context.tables().versions().changes(before, after).forEach(this::write);
    }

    private void write(Operation operation) {
        script.statements(operation).forEach(script::write);
    }

    private HistoryEntry entry(Step step, StepScript source) {
        return new HistoryEntry(
                step.revision().id(),
                step.direction().word(),
                step.revision().message(),
                context.clock().instant(),
                Duration.ZERO,
                0,
                null,
                self,
                source.record());
    }
}
