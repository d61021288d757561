package dev.retort.internal.script;

import dev.retort.Location;
import dev.retort.internal.json.Limits;
import dev.retort.internal.operation.CheckInverse;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passes on what {@code change} does, and has each operation checked that its derived inverse brings back all. */
final class ReversibleChannel implements Channel {

    private final Channel channel;

    ReversibleChannel(Channel channel) {
        this.channel = channel;
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
    public void at(Location line) {
        channel.at(line);
    }

    @Override
    public long apply(Operation operation) {
        CheckInverse.before(operation).forEach(channel::apply);
        return channel.apply(operation);
    }

    @Override
    public List<Row> query(String sql, Map<String, @Nullable Object> parameters) {
        return channel.query(sql, parameters);
    }

    @Override
    public List<Row> query(String sql, Map<String, @Nullable Object> parameters, Limits limits) {
        return channel.query(sql, parameters, limits);
    }

    @Override
    public boolean has(CatalogQuestion question) {
        return channel.has(question);
    }

    @Override
    public List<String> enumValues(QualifiedName enumeration) {
        return channel.enumValues(enumeration);
    }

    @Override
    public void beginAutocommit() {
        channel.beginAutocommit();
    }

    @Override
    public void endAutocommit() {
        channel.endAutocommit();
    }
}
