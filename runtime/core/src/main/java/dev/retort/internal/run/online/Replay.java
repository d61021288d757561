package dev.retort.internal.run.online;

import dev.retort.Direction;
import dev.retort.Revision;
import dev.retort.Step;
import dev.retort.internal.dialect.Session;
import dev.retort.internal.run.RunContext;
import dev.retort.internal.run.ScriptFiles;
import dev.retort.internal.run.StepFailure;
import dev.retort.internal.run.StepScript;
import dev.retort.internal.run.resume.Journal;
import dev.retort.internal.run.statement.StatementRunner;
import dev.retort.internal.run.statement.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.SortedSet;

/** Brings an empty database in memory to the schema that revisions make, for SQL to be made against. */
public final class Replay {

    private Replay() {}

    /**
     * @param revisions each after all it follows or depends on
     * @param rows the version rows they leave
     */
    public static void run(
            RunContext context, Connection memory, Collection<Revision> revisions, SortedSet<String> rows)
            throws SQLException {
        try (Session session = context.dialect().sessions().session(memory)) {
            Transaction transaction =
                    new Transaction(context.dialect(), context.stop(), session, Duration.ZERO, () -> {});
            context.store(memory).create();
            for (Revision revision : revisions) {
                Step step = new Step(revision, Direction.UP, rows);
                StepScript script = context.scripts().apply(revision.id());
                StatementRunner runner = new StatementRunner(context.dialect(), memory);
                transaction.begin();
                try {
                    Journal journal = Journal.inMemory(context, runner, step);
                    ScriptFiles files = new ScriptFiles(script.files(), context.dialect());
                    script.migrate(Direction.UP, new ApplyingChannel(context, runner, transaction, journal, files));
                } catch (RuntimeException | Error e) {
                    throw StepFailure.untouched(
                            e,
                            step,
                            script,
                            "It was run on an empty database in memory, to know the schema that the SQL starts from."
                                    + " Name a database that is there, and leave out the start.");
                }
                transaction.commit();
                transaction.reset();
            }
        }
    }
}
