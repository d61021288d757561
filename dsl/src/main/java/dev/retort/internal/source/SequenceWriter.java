package dev.retort.internal.source;

import dev.retort.internal.operation.Change;
import dev.retort.internal.operation.SequenceOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes how a sequence counts. */
final class SequenceWriter {

    private SequenceWriter() {}

    static Code map(SequenceOptions options) {
        return Code.map(options(new ArgumentList("was"), options).list());
    }

    static ArgumentList options(ArgumentList arguments, SequenceOptions options) {
        if (options.type() != null) {
            arguments.option("type", TypeWords.of(options.type()));
        }
        arguments.number("start", options.start()).number("increment", options.increment());
        number(arguments, "min", options.min());
        number(arguments, "max", options.max());
        arguments.number("cache", options.cache()).choice("cycle", options.cycle());
        if (options.owner() != null) {
            SequenceOptions.Owner owner = options.owner().to();
            String column = owner == null ? null : NameText.reference(owner.table(), List.of(owner.column()));
            arguments.option("ownedBy", column == null ? Code.text("null") : Code.text(GroovyText.text(column)));
        }
        return arguments;
    }

    private static void number(ArgumentList arguments, String name, @Nullable Change<Long> change) {
        if (change != null) {
            arguments.option(name, Code.text(String.valueOf(change.to())));
        }
    }
}
