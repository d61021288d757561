package dev.retort.internal.script;

import dev.retort.Location;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands over what a script asks for, with the line that asks: values go out of the script's thread, and values come
 * back. This is the one way out.
 */
final class WatchedChannel implements Channel {

    private final String file;
    private final Channel channel;
    private final String dialect;
    private final ScriptRun<?> run;

    /** @param dialect of the channel, which each operation needs and none has to ask for */
    WatchedChannel(String file, Channel channel, String dialect, ScriptRun<?> run) {
        this.file = file;
        this.channel = channel;
        this.dialect = dialect;
        this.run = run;
    }

    private <T extends @Nullable Object> T outside(Supplier<T> work) {
        Location line = ScriptTrace.here(file);
        return run.outside(() -> ScriptTrace.at(line, channel, work));
    }

    private void doing(Runnable work) {
        outside(() -> {
            work.run();
            return true;
        });
    }

    @Override
    public String dialect() {
        return dialect;
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
        return outside(() -> channel.apply(operation));
    }

    @Override
    public boolean has(CatalogQuestion question) {
        return outside(() -> channel.has(question));
    }

    @Override
    public List<Row> query(String sql, Map<String, @Nullable Object> parameters) {
        return outside(() -> channel.query(sql, parameters, run.limits()));
    }

    @Override
    public List<String> enumValues(QualifiedName enumeration) {
        return outside(() -> channel.enumValues(enumeration));
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
