package dev.retort.internal.source;

import dev.retort.internal.operation.CreateTrigger;
import dev.retort.internal.operation.DropTrigger;
import dev.retort.internal.schema.Deferral;
import dev.retort.internal.schema.Trigger;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes triggers. */
final class TriggerWriter {

    private static final Map<Trigger.Timing, String> TIMINGS = Map.of(
            Trigger.Timing.BEFORE, "before",
            Trigger.Timing.AFTER, "after",
            Trigger.Timing.INSTEAD_OF, "insteadOf");

    private TriggerWriter() {}

    static Statement create(CreateTrigger operation) {
        if (operation.replace() && operation.ifNotExists()) {
            throw new OperationNotWritable("A script cannot say both replace and ifNotExists of a trigger.");
        }
        Trigger trigger = operation.trigger();
        ArgumentList arguments = new ArgumentList("createTrigger")
                .text(NameText.plain(trigger.name()))
                .text(NameText.of(trigger.table()));
        definition(arguments, trigger);
        return arguments
                .flag("replace", operation.replace())
                .flag("ifNotExists", operation.ifNotExists())
                .statement();
    }

    static Statement drop(DropTrigger operation) {
        ArgumentList arguments = new ArgumentList("dropTrigger")
                .text(NameText.plain(operation.trigger()))
                .text(NameText.of(operation.table()))
                .flag("ifExists", operation.ifExists())
                .flag("cascade", operation.cascade());
        Trigger was = operation.was();
        if (was != null) {
            NameText.requireSame(operation.trigger(), was.name());
            NameText.requireSame(operation.table(), was.table());
            definition(arguments, was);
        }
        return arguments.statement();
    }

    private static void definition(ArgumentList arguments, Trigger trigger) {
        check(trigger);
        String timing = Objects.requireNonNull(TIMINGS.get(trigger.timing()));
        List<String> events = trigger.events().stream()
                .map(event -> event.name().toLowerCase(Locale.ROOT))
                .toList();
        if (events.size() == 1) {
            arguments.option(timing, events.get(0));
        } else {
            arguments.names(timing, events);
        }
        boolean forEachRow = !trigger.events().contains(Trigger.Event.TRUNCATE);
        Deferral deferral = trigger.options().deferral();
        arguments
                .names("of", trigger.columns())
                .option(
                        "forEach",
                        trigger.forEachRow() == forEachRow ? null : trigger.forEachRow() ? "row" : "statement")
                .sql("when", trigger.when())
                .option("referencing", trigger.options().referencing())
                .flag("constraint", deferral != null)
                .flag("deferrable", deferral != null && deferral != Deferral.NOT_DEFERRABLE)
                .option("initially", deferral == Deferral.INITIALLY_DEFERRED ? "DEFERRED" : null)
                .option("execute", execute(trigger.execute()))
                .sql("body", trigger.body());
    }

    private static void check(Trigger trigger) {
        boolean does = trigger.execute() != null
                || (trigger.body() != null && !trigger.body().isBlank());
        boolean events = !trigger.events().isEmpty()
                && new HashSet<>(trigger.events()).size() == trigger.events().size();
        boolean columns = trigger.columns().isEmpty() || trigger.events().contains(Trigger.Event.UPDATE);
        if (!does || !events || !columns) {
            throw new OperationNotWritable("A script cannot say the trigger \"" + trigger.name()
                    + "\" without what it does and when, or of columns that are not updated.");
        }
    }

    private static @Nullable String execute(Trigger.@Nullable Call call) {
        if (call == null) {
            return null;
        } else if (!call.arguments().equals(call.arguments().strip())) {
            throw new OperationNotWritable("A script cannot keep the blanks around \"" + call.arguments() + "\".");
        }
        return NameText.callable(call.function()) + "(" + call.arguments() + ")";
    }
}
