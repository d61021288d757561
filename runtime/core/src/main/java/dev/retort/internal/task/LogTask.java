package dev.retort.internal.task;

import dev.retort.GraphException;
import dev.retort.Log;
import dev.retort.LogEntry;
import dev.retort.LogRequest;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.Revision;
import dev.retort.internal.connect.Connections;
import dev.retort.internal.project.ChainReader;
import dev.retort.internal.record.HistoryReader;
import dev.retort.internal.record.LogFilter;
import dev.retort.internal.record.Tables;
import dev.retort.internal.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads the history for people. The scripts are looked at only for a name that the history does not know. */
public final class LogTask {

    /** As the graph has it: shorter beginnings are too easily something else. */
    private static final int SHORTEST_BEGINNING = 4;

    private final Settings settings;
    private final Connections connections;
    private final Tables tables;

    public LogTask(Settings settings) {
        this.settings = settings;
        this.connections = settings.database();
        this.tables = settings.tables();
    }

    public Log log(LogRequest request) {
        return connections.reading((connection, lock) -> {
            Optional<HistoryReader> history =
                    settings.store(connections.dialect(), connection).log();
            if (history.isEmpty()) {
                return new Log(table(), false, List.of());
            }
            String target = request.target();
            Set<String> revisions = target == null
                    ? Set.of()
                    : named(
                            target,
                            history.get(),
                            settings.store(connections.dialect(), connection).rows());
            boolean nothing = target != null && revisions.isEmpty();
            List<LogEntry> entries = nothing
                    ? List.of()
                    : history.get().entries(new LogFilter(revisions, request.failed(), request.limit()));
            return new Log(table(), true, entries);
        });
    }

    public String script(LogEntry entry) {
        return connections.reading((connection, lock) -> settings.store(connections.dialect(), connection)
                .log()
                .flatMap(history -> history.script(entry.id()))
                .map(script -> script.source().text())
                .orElseThrow(() -> new RetortException(
                        Kind.FAILED,
                        Problem.of("Row " + entry.id() + " of " + table() + " holds no script.")
                                .withHint("See which rows do with: retort log " + entry.revision()))));
    }

    private Set<String> named(String target, HistoryReader history, SortedSet<String> rows) {
        List<String> beginning = history.revisions(target);
        if (beginning.contains(target)) {
            return Set.of(target);
        }
        if (target.length() >= SHORTEST_BEGINNING && !beginning.isEmpty()) {
            if (beginning.size() > 1) {
                throw new GraphException.AmbiguousPrefix(target, beginning);
            }
            return Set.copyOf(beginning);
        }
        return new ChainReader(settings)
                .explaining(target.equals("current") ? rows : new TreeSet<>()).graph().resolve(target, rows).stream()
                        .map(Revision::id)
                        .collect(Collectors.toSet());
    }

    private String table() {
        return tables.history().name().toString();
    }
}
