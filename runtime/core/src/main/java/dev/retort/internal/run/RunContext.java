package dev.retort.internal.run;

import dev.retort.BackfillListener;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.graph.RevisionGraph;
import dev.retort.internal.record.MigrationStore;
import dev.retort.internal.record.Tables;
import dev.retort.internal.run.statement.LockPolicy;
import dev.retort.internal.run.statement.StopSignal;
import dev.retort.internal.sql.Secrets;
import java.sql.Connection;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;

/**
 * What a run needs to know besides its connection.
 *
 * @param tables Retort's own
 * @param scripts the script of a revision, compiled and checked; asked only for what the plan holds
 * @param arguments those given with {@code -x}
 * @param lockPolicy what is granted those who use the database at the same time
 * @param stop ends the run
 * @param backfills receives their progress
 */
public record RunContext(
        Dialect dialect,
        Tables tables,
        RevisionGraph graph,
        Function<String, StepScript> scripts,
        Map<String, String> arguments,
        LockPolicy lockPolicy,
        StopSignal stop,
        BackfillListener backfills,
        Clock clock) {

    /** The same for tables that have been found. */
    public RunContext with(Tables found) {
        return new RunContext(dialect, found, graph, scripts, arguments, lockPolicy, stop, backfills, clock);
    }

    /** Retort's own tables, read and written on a connection. */
    public MigrationStore store(Connection connection) {
        return new MigrationStore(dialect, connection, tables);
    }

    /** What nobody may read where a statement is shown or kept. */
    public Secrets secrets() {
        return Secrets.of(arguments.values());
    }
}
