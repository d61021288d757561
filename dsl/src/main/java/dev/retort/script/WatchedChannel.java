package dev.retort.script;

import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passes everything on, and lets the clock of the script stand still meanwhile: a statement may take hours. */
final class WatchedChannel implements Channel {

    private final Channel channel;
    private final ScriptRun run;

    WatchedChannel(Channel channel, ScriptRun run) {
        this.channel = channel;
        this.run = run;
    }

    private void doing(Runnable work) {
        run.outside(() -> {
            work.run();
            return true;
        });
    }

    @Override
    public String dialect() {
        return channel.dialect();
    }

    @Override
    public @Nullable String argument(String name) {
        return channel.argument(name);
    }

    @Override
    public boolean isOffline() {
        return channel.isOffline();
    }

    @Override
    public long apply(Operation operation) {
        return run.outside(() -> channel.apply(operation));
    }

    @Override
    public boolean has(CatalogQuestion question) {
        return run.outside(() -> channel.has(question));
    }

    @Override
    public List<Row> query(String sql, Map<String, @Nullable Object> parameters) {
        return run.outside(() -> channel.query(sql, parameters, run.limits()));
    }

    @Override
    public List<String> enumValues(QualifiedName enumeration) {
        return run.outside(() -> channel.enumValues(enumeration));
    }

    @Override
    public void beginAutocommit() {
        doing(channel::beginAutocommit);
    }

    @Override
    public void endAutocommit() {
        doing(channel::endAutocommit);
    }
}
