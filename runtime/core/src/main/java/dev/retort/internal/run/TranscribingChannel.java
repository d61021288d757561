package dev.retort.internal.run;

import dev.retort.Location;
import dev.retort.internal.json.Limits;
import dev.retort.internal.operation.BulkInsert;
import dev.retort.internal.operation.InsertRows;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RowSource;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.CatalogQuestion;
import dev.retort.internal.script.Channel;
import dev.retort.internal.script.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Passes on what a script asks for, and takes it down as long as a later run would ask for the same. */
final class TranscribingChannel implements Channel {

    /** Operations and rows. What a script counts out is not to be kept in memory at once. */
    private static final int MOST = 1_000;

    private final Channel channel;
    private final Map<String, Optional<String>> arguments = new HashMap<>();
    private final List<Transcript.Request> requests = new ArrayList<>();
    private Optional<Boolean> offline = Optional.empty();
    private Location line;
    private int size;
    private boolean lost;

    TranscribingChannel(String file, Channel channel) {
        this.channel = channel;
        this.line = Location.of(file);
    }

    /** Of all that was asked for; empty where another run might ask for something else. */
    Optional<Transcript> transcript() {
        return lost ? Optional.empty() : Optional.of(new Transcript(dialect(), offline, arguments, requests));
    }

    private void lose() {
        lost = true;
        requests.clear();
    }

    private void add(Transcript.Request request, int weight) {
        size += weight;
        if (size > MOST) {
            lose();
        } else if (!lost) {
            requests.add(request);
        }
    }

    @Override
    public String dialect() {
        return channel.dialect();
    }

    @Override
    public @Nullable String argument(String name) {
        String value = channel.argument(name);
        arguments.put(name, Optional.ofNullable(value));
        return value;
    }

    @Override
    public boolean isOffline() {
        boolean answer = channel.isOffline();
        offline = Optional.of(answer);
        return answer;
    }

    @Override
    public void at(Location next) {
        line = next;
        channel.at(next);
    }

    @Override
    public long apply(Operation operation) {
        if (operation.countsRows()) {
            lose();
        }
        add(Transcript.Request.of(line, operation), weight(operation));
        return channel.apply(operation);
    }

    private static int weight(Operation operation) {
        if (operation instanceof InsertRows insert) {
            return insert.rows().size();
        }
        return operation instanceof BulkInsert insert && insert.rows() instanceof RowSource.Listed listed
                ? listed.rows().size()
                : 1;
    }

    @Override
    public List<Row> query(String sql, Map<String, @Nullable Object> parameters) {
        lose();
        return channel.query(sql, parameters);
    }

    @Override
    public List<Row> query(String sql, Map<String, @Nullable Object> parameters, Limits limits) {
        lose();
        return channel.query(sql, parameters, limits);
    }

    @Override
    public boolean has(CatalogQuestion question) {
        lose();
        return channel.has(question);
    }

    @Override
    public List<String> enumValues(QualifiedName enumeration) {
        lose();
        return channel.enumValues(enumeration);
    }

    @Override
    public void beginAutocommit() {
        add(new Transcript.Request(line, Channel::beginAutocommit), 1);
        channel.beginAutocommit();
    }

    @Override
    public void endAutocommit() {
        add(new Transcript.Request(line, Channel::endAutocommit), 1);
        channel.endAutocommit();
    }
}
