package dev.retort.internal.settings;

import dev.retort.BackfillListener;
import dev.retort.Problem;
import dev.retort.Retort;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.chain.HeaderCache;
import dev.retort.internal.connect.Connections;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.ReadScope;
import dev.retort.internal.fold.FoldingRules;
import dev.retort.internal.graph.RevisionGraph;
import dev.retort.internal.record.MigrationStore;
import dev.retort.internal.record.Tables;
import dev.retort.internal.run.RunContext;
import dev.retort.internal.run.StepScript;
import dev.retort.internal.run.fold.ChainFold;
import dev.retort.internal.run.fold.FoldedSchemas;
import dev.retort.internal.run.statement.LockPolicy;
import dev.retort.internal.run.statement.StopSignal;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Everything a {@link Retort} was configured with.
 *
 * @param connections empty where no database was named: then only what needs none can be done
 * @param answerTimeout how long a server may be silent that is to answer at once; zero for any time
 * @param lockPolicy what is granted those who use the database at the same time
 * @param roleWarning warns where the database's role may do more than migrations should
 * @param headers where the headers of scripts are kept
 * @param folded where schemas are kept that scripts make
 * @param outOfOrder runs what was put below applied revisions
 * @param strict refuses to upgrade a database that is ahead of the scripts, though there is nothing to do
 * @param scratch creates a database beside the one that is named, where that alone shows what scripts make
 * @param upgradeCheck empty where nothing is looked for before an upgrade
 * @param schemas whose objects are read and compared
 * @param models the settings of each model that a schema can be read from, by their keys
 * @param home what relative folders and the file names of messages are relative to
 */
public record Settings(
        Optional<Connections> connections,
        List<Path> folders,
        Path home,
        Tables tables,
        SchemaNames schemas,
        Duration lockTimeout,
        Duration answerTimeout,
        LockPolicy lockPolicy,
        boolean roleWarning,
        ScriptSettings scripts,
        HeaderCache headers,
        FoldedSchemas folded,
        boolean outOfOrder,
        boolean strict,
        boolean scratch,
        Optional<UpgradeCheck> upgradeCheck,
        BackupSettings backup,
        Map<String, String> arguments,
        StopSignal stop,
        BackfillListener backfills,
        NewRevisions newRevisions,
        Map<String, Map<String, List<String>>> models,
        Clock clock) {

    /** @throws RetortException of the kind USAGE where no database was named */
    public Connections database() {
        return connections.orElseThrow(() -> new RetortException(
                Kind.USAGE,
                Problem.of("No database is named.").withHint("Give its URL, or a data source or connection.")));
    }

    /** The same for an empty database that nobody else uses. */
    public Settings on(Connections empty) {
        return new Settings(
                Optional.of(empty),
                folders,
                home,
                tables.in(null),
                schemas,
                lockTimeout,
                answerTimeout,
                lockPolicy,
                false,
                scripts,
                headers,
                folded,
                outOfOrder,
                strict,
                false,
                Optional.empty(),
                new BackupSettings(Optional.empty(), backup.program()),
                arguments,
                stop,
                backfills,
                newRevisions,
                models,
                clock);
    }

    /** What of the database is read: the schemas, without Retort's own tables. */
    public ReadScope readScope() {
        return schemas.scope(Set.of(
                tables.versions().place(),
                tables.history().place(),
                tables.progress().place()));
    }

    /** What operations do to a schema of the database. */
    public FoldingRules folding() {
        return schemas.folding(database().dialect().folding());
    }

    /** What follows scripts without a database. */
    public ChainFold fold() {
        return new ChainFold(database().dialect(), folding(), arguments);
    }

    /** What decides, besides the scripts, what they make of an empty database. */
    public List<String> shaping() {
        return List.of(
                tables.versions().place().toString(),
                tables.history().place().toString(),
                schemas.names().toString(),
                scripts.naming().patterns().toString(),
                new TreeMap<>(arguments).toString());
    }

    /** Retort's own tables, read and written on a connection. */
    public MigrationStore store(Dialect dialect, Connection connection) {
        return new MigrationStore(dialect, connection, tables);
    }

    /** What a run on a database needs besides its connection. */
    public RunContext context(Dialect dialect, RevisionGraph graph, Function<String, StepScript> compiled) {
        return new RunContext(dialect, tables, graph, compiled, arguments, lockPolicy, stop, backfills, clock);
    }
}
