package dev.retort.internal.script;

import dev.retort.internal.operation.CreateTrigger;
import dev.retort.internal.operation.DropTrigger;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.Deferral;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Trigger;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a script says of one trigger. */
final class TriggerReader {

    private static final Map<String, Trigger.Timing> TIMINGS = new LinkedHashMap<>();

    static {
        TIMINGS.put("before", Trigger.Timing.BEFORE);
        TIMINGS.put("after", Trigger.Timing.AFTER);
        TIMINGS.put("insteadOf", Trigger.Timing.INSTEAD_OF);
    }

    private static final List<String> EVENTS =
            Arrays.stream(Trigger.Event.values()).map(Enum::name).sorted().toList();
    private static final List<String> EACH = List.of("ROW", "STATEMENT");

    private final String name;
    private final QualifiedName table;
    private final Options options;

    TriggerReader(String name, String table, Options options) {
        this.name = Columns.name("a trigger", name);
        this.table = options.qualified("the table of a trigger", table);
        this.options = options;
    }

    Operation create() {
        Trigger trigger = trigger();
        boolean replace = options.flag("replace");
        boolean ifNotExists = options.flag("ifNotExists");
        options.done();
        if (trigger == null) {
            throw new Refusal(
                    options.word() + " does not say when \"" + name + "\" acts.",
                    "Write before:, after: or insteadOf: with 'insert', 'update', 'delete' or a list of them.");
        } else if (replace && ifNotExists) {
            throw new Refusal("createTrigger says both replace: and ifNotExists:.", "Keep one of them.");
        }
        return new CreateTrigger(trigger, replace, ifNotExists);
    }

    Operation drop() {
        Trigger was = trigger();
        Operation operation = new DropTrigger(name, table, options.flag("ifExists"), options.flag("cascade"), was);
        options.done();
        return operation;
    }

    /** Null where the script does not say when it acts. */
    private @Nullable Trigger trigger() {
        List<String> timings = TIMINGS.keySet().stream()
                .filter(timing -> options.value(timing) != null)
                .toList();
        List<Trigger.Event> events = timings.isEmpty() ? List.of() : events(timings.get(0));
        Trigger trigger = new Trigger(
                name,
                table,
                TIMINGS.getOrDefault(timings.isEmpty() ? "" : timings.get(0), Trigger.Timing.BEFORE),
                events,
                options.names("of"),
                forEachRow(options.text("forEach"), events),
                options.sql("when"),
                call(options.text("execute")),
                options.text("body"),
                new Trigger.Options(deferral(), options.sql("referencing")));
        if (timings.isEmpty()) {
            return null;
        } else if (timings.size() > 1) {
            throw new Refusal(
                    "The trigger \"" + name + "\" says " + String.join(":, ", timings) + ":.",
                    "Keep one of them; the others are triggers of their own.");
        }
        check(trigger);
        return trigger;
    }

    private void check(Trigger trigger) {
        if (trigger.execute() == null
                && (trigger.body() == null || trigger.body().isBlank())) {
            throw new Refusal(
                    "The trigger \"" + name + "\" does nothing.",
                    "Where triggers call functions, write execute: 'touch()'; where they run statements, body: 'UPDATE …'.");
        } else if (!trigger.columns().isEmpty() && !trigger.events().contains(Trigger.Event.UPDATE)) {
            throw new Refusal(
                    "The trigger \"" + name + "\" says of: without 'update'.",
                    "Only an update is of some columns; leave of: out.");
        }
    }

    private List<Trigger.Event> events(String timing) {
        Object given = options.value(timing);
        Collection<?> words =
                given instanceof Collection<?> several ? several : given == null ? List.of() : List.of(given);
        Set<Trigger.Event> events = new LinkedHashSet<>();
        for (Object word : words) {
            events.add(Trigger.Event.valueOf(event(timing, String.valueOf(word))));
        }
        if (events.isEmpty()) {
            throw new Refusal(
                    "The trigger \"" + name + "\" says " + timing + ": without an event.",
                    "Write " + timing + ": 'update', or a list of events.");
        }
        return List.copyOf(events);
    }

    static String event(String timing, String word) {
        return String.valueOf(Keywords.oneOf(timing, word, EVENTS));
    }

    static @Nullable String each(@Nullable String word) {
        return Keywords.oneOf("forEach", word, EACH);
    }

    /** A row unless the script says otherwise; what is truncated has none. */
    private static boolean forEachRow(@Nullable String word, List<Trigger.Event> events) {
        String each = each(word);
        return each == null ? !events.contains(Trigger.Event.TRUNCATE) : each.equals("ROW");
    }

    private @Nullable Deferral deferral() {
        boolean constraint = options.flag("constraint");
        Deferral deferral = options.deferral();
        return constraint || deferral != Deferral.NOT_DEFERRABLE ? deferral : null;
    }

    private static Trigger.@Nullable Call call(@Nullable String written) {
        if (written == null) {
            return null;
        }
        NameReader.Call call = NameReader.call(written);
        if (call == null || !call.isComplete() || call.parts().size() > 2) {
            throw new Refusal(
                    "\"" + written + "\" is no function that a trigger could call.",
                    "Write execute: 'touch()', with its schema 'app.touch()'.");
        }
        QualifiedName function = NameReader.qualified("a function", written, call.parts(), null);
        return new Trigger.Call(
                function, call.inside() == null ? "" : call.inside().strip());
    }
}
