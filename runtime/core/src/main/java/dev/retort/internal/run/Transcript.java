package dev.retort.internal.run;

import dev.retort.Location;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.script.Channel;
import dev.retort.internal.script.ScriptTrace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the closures of a script asked of a channel, to be asked of another one without running them again. There is none of
 * a script that got an answer from the database or may go by a number of rows: on another channel it may ask for something
 * else.
 *
 * @param offline what the script was answered; empty where it did not ask
 * @param arguments what it was given, by their names
 */
record Transcript(
        String dialect, Optional<Boolean> offline, Map<String, Optional<String>> arguments, List<Request> requests) {

    /** One of them, with the line of the script that made it. */
    record Request(Location line, Consumer<Channel> made) {

        static Request of(Location line, Operation operation) {
            return new Request(line, channel -> channel.apply(operation));
        }
    }

    Transcript {
        arguments = new HashMap<>(arguments);
        requests = List.copyOf(requests);
    }

    /** Whether the script would ask the same of this channel. */
    boolean fits(Channel channel) {
        return dialect.equals(channel.dialect())
                && offline.stream().allMatch(answer -> answer == channel.isOffline())
                && arguments.entrySet().stream().allMatch(each -> Objects.equals(value(each), argument(each, channel)));
    }

    private static @Nullable String value(Map.Entry<String, Optional<String>> argument) {
        return argument.getValue().orElse(null);
    }

    private static @Nullable String argument(Map.Entry<String, Optional<String>> argument, Channel channel) {
        return channel.argument(argument.getKey());
    }

    void repeat(Channel channel) {
        for (Request request : requests) {
            ScriptTrace.at(request.line(), channel, () -> {
                request.made().accept(channel);
                return true;
            });
        }
    }
}
