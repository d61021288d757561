package dev.retort.internal.task;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.RunResult;
import dev.retort.internal.connect.Connections;
import dev.retort.internal.dialect.Backup;
import dev.retort.internal.dialect.Capability;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.lock.RunLock;
import dev.retort.internal.run.statement.StopSignal;
import dev.retort.internal.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Puts what a backup holds in the place of what the database holds, while no other run is at work. */
public final class RestoreTask {

    private static final String UNTOUCHED = "Nothing was restored.";

    private final Settings settings;
    private final Connections connections;

    public RestoreTask(Settings settings) {
        this.settings = settings;
        this.connections = settings.database();
    }

    public RunResult restore(Path file) {
        Path backup = settings.home().resolve(file).normalize();
        if (!Files.isRegularFile(backup) || !Files.isReadable(backup)) {
            throw new RetortException(
                    Kind.USAGE,
                    Problem.of("There is no backup " + file + " that can be read.")
                            .withHint("Name the file that --backup wrote."));
        }
        return connections.writing((connection, lock) -> {
            Dialect dialect = connections.dialect();
            if (!dialect.has(Capability.SESSION_LOCKS)) {
                return restored(connection, backup);
            }
            StopSignal stop = settings.stop();
            String name = settings.tables().versions().lockName();
            try (RunLock held =
                    RunLock.acquire(dialect.locks(), lock, name, Duration.ZERO, () -> stop.check(UNTOUCHED))) {
                held.check();
                return restored(connection, backup);
            }
        });
    }

    private RunResult restored(Connection connection, Path backup) throws SQLException {
        Dialect dialect = connections.dialect();
        SortedSet<String> before = settings.store(dialect, connection).rows();
        Backup way = dialect.administration()
                .backup(
                        connection,
                        connections.url(),
                        settings.backup().program().orElse(null));
        way.restore(connection, backup, settings.stop()::check);
        SortedSet<String> after = settings.store(dialect, connection).rows();
        return new RunResult(before, List.of(), after, Collections.emptySortedSet(), Optional.of(backup));
    }
}
